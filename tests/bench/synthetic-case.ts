import { isoOfDay } from '../../electron/domain/days.ts'
import type { Random } from './random.ts'
import { syntheticName } from './synthetic-names.ts'
import type { SyntheticName } from './synthetic-names.ts'
import { force, law, offence, place, prose, rareWord } from './synthetic-prose.ts'

type Value = string | number | null
/** A row before it has an id: columns by name; `*Date` entries become a date's four columns. */
export type Draft = Record<string, Value>
export type SyntheticCase = {
  name: SyntheticName
  reference: string
  person: Draft
  personNames: Draft[]
  caseFile: Draft
  charges: Draft[]
  whereabouts: Draft[]
  statuses: Draft[]
  citations: { target: 'case_files' | 'whereabouts_notes' | 'charges'; field: string; quotation: string; credibility: number }[]
}

const statuses = [
  'on_remand',
  'held_before_charge',
  'serving_sentence',
  'on_trial',
  'released_on_conditions',
  'house_arrest',
  'released_without_charge',
  'forcibly_disappeared',
  'pardoned_or_amnestied',
  'died_in_custody',
]
const [firstDay, days] = [17_900, 2_500]

export function date(column: string, day: number, precision: 'day' | 'month' | 'year' = 'day'): Draft {
  const iso = isoOfDay(day)
  if (precision === 'day')
    return { [`${column}_edtf`]: iso, [`${column}_typed`]: iso, [`${column}_earliest`]: day, [`${column}_latest`]: day }
  const edtf = iso.slice(0, precision === 'month' ? 7 : 4)
  const start = precision === 'month' ? day - Number(iso.slice(8)) + 1 : day - (day % 365)
  return {
    [`${column}_edtf`]: edtf,
    [`${column}_typed`]: edtf,
    [`${column}_earliest`]: start,
    [`${column}_latest`]: start + (precision === 'month' ? 27 : 364),
  }
}

/** One made-up case file: about eight whereabouts notes and three citations, two charges, two statuses. */
export function syntheticCase(random: Random, number: number): SyntheticCase {
  const name = syntheticName(random, number)
  const arrest = firstDay + random.below(days)
  const year = isoOfDay(arrest).slice(0, 4)
  const reference = `VEN-${year}-${String(number).padStart(4, '0')}`
  let day = arrest
  const notes = Array.from({ length: 6 + random.below(5) }, (): Draft => {
    const from = day
    day += random.below(60) + 1
    return {
      place: random.chance(0.9) ? place(random) : null,
      ...date('from', from),
      ...(random.chance(0.7) ? date('to', day) : {}),
      capture: random.chance(0.2) ? 'denied' : 'acknowledged',
      confidence: random.chance(0.5) ? 'confirmed' : 'reported',
      note: prose(random, 1),
      ...(random.chance(0.4) ? { conditions: prose(random, 1) } : {}),
      reported_by: 'family',
    }
  })
  const status = random.pickOften(statuses)
  return {
    name,
    reference,
    person: {
      kind: 'person',
      name: name.name,
      given_name: name.given,
      family_name: name.family,
      sex: random.chance(0.3) ? 'female' : 'male',
      ...date('birth', -9000 + random.below(20_000), random.chance(0.5) ? 'day' : 'year'),
      birth_place: random.chance(0.5) ? place(random) : null,
      occupation: rareWord(random),
      citizenships: '["Synthetic"]',
    },
    personNames:
      name.script === 'latin'
        ? random.chance(0.3)
          ? [{ kind: 'alias', name: `El ${rareWord(random)}` }]
          : []
        : random.chance(0.6)
          ? [{ kind: 'transliteration', name: name.latin }]
          : [],
    caseFile: {
      reference,
      title: `Synthetic case file ${number}`,
      confidentiality: 'internal',
      summary: prose(random, 2),
      tags: random.chance(0.2) ? '["synthetic","urgent"]' : '["synthetic"]',
      ...date('arrest_date', arrest, random.chance(0.8) ? 'day' : 'month'),
      arrest_place: place(random),
      arrest_forces: force(random),
      arrest_warrant_shown: 'no',
      arrest_account: prose(random, 4),
      notes: prose(random, 1),
    },
    charges: Array.from({ length: 1 + random.below(3) }, (): Draft => ({
      offence: offence(random),
      law: law(random),
      article: String(random.below(400) + 1),
      kind: 'ordinary',
      ...date('date', arrest + random.below(90)),
      court: `Tribunal ${random.below(60) + 1}`,
      status: 'charged',
    })),
    whereabouts: notes,
    statuses: [
      { status: 'arrested_whereabouts_unknown', ...date('since', arrest) },
      { status, ...date('since', day) },
    ],
    citations: [
      { target: 'case_files', field: 'arrestPlace', quotation: prose(random, 1), credibility: 2 },
      { target: 'whereabouts_notes', field: 'place', quotation: prose(random, 1), credibility: 3 },
      { target: 'charges', field: 'offence', quotation: prose(random, 1), credibility: 1 },
    ],
  }
}
