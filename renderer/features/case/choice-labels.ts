import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

type Words = Readonly<Record<string, MessageDescriptor>>

const known: Words = {
  yes: msg({ context: 'known', message: 'yes' }),
  no: msg({ context: 'known', message: 'no' }),
  unknown: msg({ context: 'known', message: 'not known' }),
}

const choiceWords: Readonly<Record<string, Words>> = {
  'persons.kind': { person: msg`a person`, group: msg`a group` },
  'persons.sex': {
    female: msg`female`,
    male: msg`male`,
    intersex: msg`intersex`,
    unknown: msg({ context: 'known', message: 'not known' }),
  },
  'person_names.kind': {
    alias: msg`alias`,
    birth_name: msg`name at birth`,
    mothers_name: msg`mother’s name`,
    fathers_name: msg`father’s name`,
    patronymic: msg`patronymic`,
    kunya: msg`kunya`,
    maiden_name: msg`maiden name`,
    transliteration: msg`other spelling or script`,
    other: msg({ context: 'kind of name', message: 'other' }),
  },
  'case_files.confidentiality': {
    internal: msg`internal`,
    confidential: msg`confidential`,
    strictly_confidential: msg`strictly confidential`,
  },
  'case_files.arrestWarrantShown': known,
  'whereabouts_notes.capture': {
    acknowledged: msg({ context: 'known', message: 'yes' }),
    denied: msg`no, denied`,
    unknown: msg({ context: 'known', message: 'not known' }),
  },
  'whereabouts_notes.locationDisclosed': known,
  'whereabouts_notes.contactFamily': known,
  'whereabouts_notes.contactCounsel': known,
  'whereabouts_notes.contactHumanitarian': known,
  'whereabouts_notes.contactRights': known,
  'whereabouts_notes.confidence': {
    confirmed: msg({ context: 'confidence', message: 'confirmed' }),
    reported: msg({ context: 'confidence', message: 'reported' }),
    rumoured: msg({ context: 'confidence', message: 'hearsay' }),
    contradicted: msg({ context: 'confidence', message: 'contradicted' }),
    unknown: msg({ context: 'known', message: 'not known' }),
  },
  'sources.reliability': {
    A: msg`A · completely reliable`,
    B: msg`B · usually reliable`,
    C: msg`C · fairly reliable`,
    D: msg`D · not usually reliable`,
    E: msg`E · unreliable`,
    F: msg`F · not judged`,
  },
  'sources.protection': { open: msg`open`, restricted: msg`restricted`, protected: msg`code name only` },
  'citations.credibility': {
    1: msg`1 · confirmed by other sources`,
    2: msg`2 · probably true`,
    3: msg`3 · possibly true`,
    4: msg`4 · doubtful`,
    5: msg`5 · improbable`,
    6: msg`6 · not judged`,
  },
}

/** The words for a closed choice of a field, or for a grade. */
export const choiceLabel = (table: string, field: string, choice: string | number): MessageDescriptor | null =>
  choiceWords[`${table}.${field}`]?.[String(choice)] ?? null
