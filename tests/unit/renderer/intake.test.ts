import { describe, expect, it } from 'vitest'

import { recordInputSchema, type Answer, type Caller } from '../../../electron/contract/index.ts'
import { dayNumber } from '../../../electron/domain/days.ts'
import { readTypedDate } from '../../../electron/domain/typed-date.ts'
import { enterCase, nothingEntered } from '../../../renderer/features/intake/enter-case.ts'
import {
  draftToForm,
  emptyForm,
  formToDraft,
  isUntouched,
  sameArrest,
  type IntakeForm,
} from '../../../renderer/features/intake/intake-form.ts'
import { planOf, whatIsMissing } from '../../../renderer/features/intake/intake-plan.ts'
import { readBirth, readSaidDate } from '../../../renderer/features/intake/read-intake-date.ts'

const today = dayNumber(2026, 11, 23)
const reading = { language: 'en' as const, today, labels: { birth: 'Born', when: 'Arrested' } }
const form = (part: Partial<IntakeForm>): IntakeForm => ({ ...emptyForm, ...part })

describe('an age', () => {
  it.each([
    ['30', '30 years old', '[1995..1996]'],
    ['30 years old', '30 years old', '[1995..1996]'],
    ['30 años', '30 años', '[1995..1996]'],
    ['about 58', 'about 58 years old', '1968~'],
    ['unos 30', 'unos 30 years old', '1996~'],
    ['1996', '1996', '1996'],
  ])('%s is kept as %s and understood as born %s', (said, typed, edtf) => {
    expect(readBirth(said, 'en', today)?.value).toMatchObject({ typed, edtf })
    // The vault refuses words that read like a day that no calendar has.
    expect(readTypedDate(typed, { language: 'en', today })).not.toMatchObject({ reason: 'impossible_date' })
  })

  it.each([
    ['fr', '30 ans', '30 ans', '[1995..1996]'],
    ['fr', 'environ 58', 'environ 58 ans', '1968~'],
    ['fr', 'âgée de 30 ans', 'âgée de 30 ans', '[1995..1996]'],
    ['ar', '٣٠', '٣٠ سنة', '[1995..1996]'],
    ['ar', 'حوالي ٣٠ عاماً', 'حوالي ٣٠ عاماً', '1996~'],
    ['ar', 'عمره ٣٠ سنة', 'عمره ٣٠ سنة', '[1995..1996]'],
    ['es', '30 años aprox.', '30 años aprox.', '1996~'],
  ] as const)('%s: %s', (language, said, typed, edtf) => {
    expect(readBirth(said, language, today)?.value).toMatchObject({ typed, edtf })
    expect(readTypedDate(typed, { language, today })).toMatchObject({ ok: false, reason: 'not_understood' })
  })

  it('is never made up', () => {
    expect(readBirth('quite old', 'en', today)).toBeNull()
    expect(readBirth('300', 'en', today)).not.toMatchObject({ value: { edtf: '1726~' } })
    expect(readSaidDate('some time ago, I think', 'en', today)).toBeNull()
  })
})

describe('the draft of a new case', () => {
  it('comes back as it was', () => {
    const typed = form({ name: 'محمد', contact: 'nobody', reliability: 'C', person: { id: 'p', name: 'n' }, notTheSame: ['q'] })
    expect(draftToForm(formToDraft(typed))).toEqual(typed)
    expect(isUntouched(draftToForm(formToDraft(emptyForm)))).toBe(true)
  })

  it.each(['', 'null', '[]', '{"name":5,"notTheSame":[1],"person":{"id":1},"more":"x"}', '{'])(
    '%s from elsewhere does no harm',
    (draft) => {
      expect(draftToForm(draft)).toEqual(emptyForm)
    },
  )
})

describe('a new case', () => {
  it('needs a name or a description and no more', () => {
    expect(whatIsMissing(emptyForm)).toBe('name')
    expect(whatIsMissing(form({ name: 'a man in a red shirt' }))).toBeNull()
    expect(whatIsMissing(form({ person: { id: 'p', name: 'n' } }))).toBeNull()
    expect(whatIsMissing(form({ name: 'x', reliability: 'B' }))).toBe('source')
    expect(whatIsMissing(form({ name: 'x', source: 'sister', protection: 'protected' }))).toBe('code_name')
  })

  it('keeps in the notes what is no date', () => {
    const plan = planOf(form({ name: 'x', when: 'some time ago, I think', birth: 'young', notes: 'Call back at six.' }), reading)
    expect(plan.create.fields).toEqual({ notes: 'Call back at six.\n\nBorn: young\n\nArrested: some time ago, I think' })
  })

  it('sends what the contract takes', () => {
    const plan = planOf(
      form({
        name: 'x',
        birth: 'about 30',
        citizenships: 'Venezuelan, Syrian',
        when: '9 Feb 2024',
        warrant: 'no',
        place: 'El Helicoide',
        contact: 'nobody',
        source: 'sister',
        protection: 'protected',
        codeName: 'Heron',
      }),
      reading,
    )
    expect(recordInputSchema('persons').safeParse(plan.create.person).success).toBe(true)
    expect(recordInputSchema('case_files').safeParse(plan.create.fields).success).toBe(true)
    expect(recordInputSchema('whereabouts_notes').safeParse(plan.whereabouts).success).toBe(true)
    expect(recordInputSchema('sources').safeParse(plan.source).success).toBe(true)
    expect(plan.whereabouts).toMatchObject({ contactFamily: 'no', contactCounsel: 'no' })
    expect(plan.create.person).toMatchObject({ citizenships: ['Venezuelan', 'Syrian'] })
  })

  it('of somebody on file leaves the person as they are', () => {
    const plan = planOf(form({ name: 'x', person: { id: 'p', name: 'n' }, birth: '1990' }), reading)
    expect(plan.create).toEqual({ personId: 'p', fields: {} })
    expect(plan.personFields).toEqual([])
  })

  it('of the same arrest asks only who', () => {
    expect(sameArrest(form({ name: 'x', birth: '30', where: 'bakery', source: 'sister' }))).toEqual(
      form({ where: 'bakery', source: 'sister' }),
    )
  })
})

describe('entering a case', () => {
  const full = planOf(
    form({
      name: 'x',
      when: '2024',
      warrant: 'unknown',
      place: 'El Helicoide',
      status: 'on_remand',
      source: 'sister',
      credibility: '2',
      notes: 'n',
    }),
    reading,
  )

  /** Answers each call with a new id and refuses the one told. */
  function recorder(refuseAt: number) {
    const made: { name: string; input: unknown }[] = []
    const call = async (name: string, input: unknown): Promise<Answer<unknown>> => {
      made.push({ name, input })
      if (made.length === refuseAt) return { ok: false, error: { code: 'disk_full', params: {} } }
      return { ok: true, value: { id: `${name}-${made.length}`, personId: 'person', revision: 1, changeNo: made.length } }
    }
    return { made, call: call as Caller }
  }

  it('cites the one source on all that was said, and on nothing else', async () => {
    const { made, call } = recorder(0)
    const { error } = await enterCase(call, full, nothingEntered)
    expect(error).toBeNull()
    const cited = made
      .filter(({ name }) => name === 'citations.create')
      .map(({ input }) => (input as { fields: { targetTable: string; field?: string; credibility?: number } }).fields)
    expect(cited.map(({ targetTable, field }) => `${targetTable}.${field ?? '*'}`)).toEqual([
      'persons.name',
      'case_files.arrestDate',
      'whereabouts_notes.*',
      'custody_statuses.*',
    ])
    expect(new Set(cited.map(({ credibility }) => credibility))).toEqual(new Set([2]))
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('goes on where it was stopped (at call %i), making nothing twice', async (at) => {
    const { made, call } = recorder(at)
    const first = await enterCase(call, full, nothingEntered)
    expect(first.error).toEqual({ code: 'disk_full', params: {} })
    const second = await enterCase(call, full, first.entered)
    expect(second.error).toBeNull()
    const done = made.toSpliced(at - 1, 1)
    const alone = recorder(0)
    await enterCase(alone.call, full, nothingEntered)
    expect(done.map(({ name }) => name)).toEqual(alone.made.map(({ name }) => name))
  })
})
