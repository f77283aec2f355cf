import type { RecordInput } from '../../contract/index.ts'

/** An invented case file: nobody in this list exists. */
export type InventedCase = {
  person: RecordInput<'persons'>
  otherNames?: { kind: NonNullable<RecordInput<'person_names'>['kind']>; name: string }[]
  caseFile: RecordInput<'case_files'>
  statuses: { status: string; since: string | null; cited: boolean }[]
  places: (Omit<RecordInput<'whereabouts_notes'>, 'caseId'> & { cited: boolean })[]
  charges: Omit<RecordInput<'charges'>, 'caseId'>[]
}

const tags = ['demonstration', 'invented']
const file = (reference: string, fields: RecordInput<'case_files'>): RecordInput<'case_files'> => ({ reference, confidentiality: 'internal', tags, notes: 'Invented for the demonstration: this person does not exist.', ...fields })

/** A dozen invented people, so that lists, ledgers and the search for namesakes have something to show. */
export const inventedCases: readonly InventedCase[] = [
  {
    person: { kind: 'person', name: 'Elías Zambrano Rivas', familyName: 'Zambrano Rivas', givenName: 'Elías', sex: 'male', birth: 'about 1992', birthPlace: 'Maracay', citizenships: ['Venezuelan'], occupation: 'Union organiser', distinguishing: 'Textile workers, Maracay' },
    caseFile: file('VEN-2026-0017', { arrestDate: 'about 9 February 2026', arrestPlace: 'His home, Maracay', arrestForces: 'Men without uniforms', arrestWarrantShown: 'no', summary: 'Union organiser at a textile works, taken from his home by men without uniforms.[^zam1] A neighbour saw a white pick-up. His mother visited him once at El Helicoide.[^zam2]' }),
    statuses: [{ status: 'arrested_whereabouts_unknown', since: 'about 9 February 2026', cited: true }, { status: 'held_before_charge', since: '13 April 2026', cited: true }, { status: 'arrested_whereabouts_unknown', since: '3 August 2026', cited: true }],
    places: [
      { place: 'El Helicoide, Caracas', from: '13 April 2026', to: '3 August 2026', capture: 'acknowledged', locationDisclosed: 'yes', contactFamily: 'yes', contactCounsel: 'no', confidence: 'confirmed', cited: true },
      { place: null, from: '3 August 2026', capture: 'denied', locationDisclosed: 'no', confidence: 'contradicted', cited: true },
    ],
    charges: [{ offence: 'Association to commit crimes', law: 'Organised Crime Act', article: '37', kind: 'ordinary', status: 'charged' }, { offence: 'Incitement to hatred', law: 'Act against Hatred', article: '20', kind: 'ordinary', status: 'dropped' }],
  },
  {
    person: { kind: 'person', name: 'محمد السعدي', sex: 'male', birth: '1988', birthPlace: 'Maracaibo', citizenships: ['Syrian', 'Venezuelan'], languages: ['Arabic', 'Spanish'], distinguishing: 'Baker, Maracaibo' },
    otherNames: [{ kind: 'transliteration', name: 'Muhammad al-Saadi' }],
    caseFile: file('VEN-2025-0003', { arrestDate: 'between 3 and 16 January 2026', arrestPlace: 'Maracaibo' }),
    statuses: [{ status: 'on_remand', since: 'February 2026', cited: true }],
    places: [{ place: 'Rodeo I', from: 'February 2026', capture: 'acknowledged', locationDisclosed: 'yes', contactFamily: 'yes', confidence: 'confirmed', cited: true }],
    charges: [{ offence: 'Financing of terrorism', kind: 'ordinary', status: 'charged', court: 'Second Control Court' }],
  },
  {
    person: { kind: 'person', name: 'Mohammed Al-Suwaidi', sex: 'male', birth: '1996', birthPlace: 'Valencia', citizenships: ['Venezuelan'], distinguishing: 'Mother Amal, Valencia' },
    otherNames: [{ kind: 'mothers_name', name: 'Amal' }],
    caseFile: file('VEN-2025-0041', { arrestDate: 'July 2025', arrestPlace: 'Valencia' }),
    statuses: [{ status: 'held_before_charge', since: 'July 2025', cited: true }, { status: 'released_without_charge', since: '12 September 2025', cited: true }],
    places: [{ place: 'Tocuyito', from: 'July 2025', to: '12 September 2025', capture: 'acknowledged', locationDisclosed: 'yes', confidence: 'reported', cited: false }],
    charges: [],
  },
  {
    person: { kind: 'person', name: 'Мухаммад Рахимов', sex: 'male', birth: '1979?', birthPlace: 'Dushanbe', citizenships: ['Tajik'], languages: ['Tajik', 'Russian'], distinguishing: 'Engineer, Puerto La Cruz' },
    otherNames: [{ kind: 'transliteration', name: 'Muhammad Rakhimov' }],
    caseFile: file('VEN-2025-0012', { arrestDate: '20 August 2026', arrestPlace: 'Puerto La Cruz', arrestForces: 'Military counter-intelligence' }),
    statuses: [{ status: 'on_trial', since: '2 October 2026', cited: true }],
    places: [{ place: 'Yare II', from: '22 August 2026', capture: 'acknowledged', locationDisclosed: 'yes', contactCounsel: 'yes', confidence: 'confirmed', cited: true }],
    charges: [{ offence: 'Espionage', kind: 'military', status: 'charged', court: 'Third Military Court', docket: 'CJPM-TM3-118-2026' }],
  },
  {
    person: { kind: 'person', name: 'Luisa Marina Ortega Peña', familyName: 'Ortega Peña', givenName: 'Luisa Marina', sex: 'female', birth: '1984-05', citizenships: ['Venezuelan'], occupation: 'Lawyer', distinguishing: 'Lawyer, Caracas' },
    caseFile: file('VEN-2025-0011', { arrestDate: '18 August 2026', arrestPlace: 'Courthouse steps, Caracas', arrestWarrantShown: 'no' }),
    statuses: [{ status: 'held_before_charge', since: '18 August 2026', cited: true }],
    places: [{ place: 'El Helicoide, Caracas', from: '18 August 2026', capture: 'acknowledged', locationDisclosed: 'yes', contactCounsel: 'no', confidence: 'confirmed', cited: true }],
    charges: [],
  },
  {
    person: { kind: 'person', name: 'Óscar Iván Quiñones', familyName: 'Quiñones', givenName: 'Óscar Iván', sex: 'male', birth: '1961', citizenships: ['Venezuelan', 'Colombian'], occupation: 'Retired officer', distinguishing: 'Retired officer, Valencia' },
    caseFile: file('VEN-2024-0022', { arrestDate: '1 June 2025', arrestPlace: 'Valencia' }),
    statuses: [{ status: 'on_remand', since: '3 June 2025', cited: true }, { status: 'house_arrest', since: 'about March 2026', cited: true }],
    places: [{ place: 'Ramo Verde', from: '3 June 2025', to: 'about March 2026', capture: 'acknowledged', locationDisclosed: 'yes', confidence: 'confirmed', cited: true }, { place: 'His home, Valencia', from: 'about March 2026', capture: 'acknowledged', locationDisclosed: 'yes', contactFamily: 'yes', confidence: 'confirmed', cited: true }],
    charges: [{ offence: 'Conspiracy', kind: 'military', status: 'charged' }],
  },
  {
    person: { kind: 'person', name: 'Sofía Núñez Ibáñez', familyName: 'Núñez Ibáñez', givenName: 'Sofía', sex: 'female', birth: '2003-11-02', citizenships: ['Venezuelan'], occupation: 'Student', distinguishing: 'Student, Barquisimeto' },
    caseFile: file('VEN-2024-0009', { arrestDate: '30 July 2024', arrestPlace: 'Barquisimeto' }),
    statuses: [{ status: 'on_remand', since: '2 August 2024', cited: true }, { status: 'released_on_conditions', since: '24 December 2024', cited: true }],
    places: [{ place: 'Uribana', from: '2 August 2024', to: '24 December 2024', capture: 'acknowledged', locationDisclosed: 'yes', contactFamily: 'yes', contactCounsel: 'no', confidence: 'confirmed', cited: true }],
    charges: [{ offence: 'Incitement to hatred', law: 'Act against Hatred', article: '20', kind: 'ordinary', status: 'charged' }],
  },
  {
    person: { kind: 'group', name: 'Eleven students, Mérida', groupCount: 11, distinguishing: 'Taken together at the university gate' },
    caseFile: file('VEN-2025-0019', { arrestDate: '11 November 2026', arrestPlace: 'University gate, Mérida', arrestForces: 'National Guard' }),
    statuses: [{ status: 'arrested_whereabouts_unknown', since: '11 November 2026', cited: false }],
    places: [{ place: 'Tocuyito', from: 'after 12 November 2026', capture: 'unknown', locationDisclosed: 'no', confidence: 'rumoured', cited: false }],
    charges: [],
  },
  {
    person: { kind: 'person', name: 'Ана Петровна Елисеева', sex: 'female', birth: '1970-03-14', citizenships: ['Russian'], languages: ['Russian'], distinguishing: 'Nurse, La Guaira' },
    otherNames: [{ kind: 'transliteration', name: 'Ana Petrovna Yeliseyeva' }],
    caseFile: file('VEN-2025-0030', { arrestDate: '5 May 2025', arrestPlace: 'La Guaira' }),
    statuses: [{ status: 'serving_sentence', since: '14 January 2026', cited: true }],
    places: [{ place: 'INOF, Los Teques', from: '9 May 2025', capture: 'acknowledged', locationDisclosed: 'yes', contactHumanitarian: 'yes', confidence: 'confirmed', cited: true }],
    charges: [{ offence: 'Smuggling of medicines', kind: 'ordinary', status: 'convicted', sentence: 'Three years', date: '14 January 2026' }],
  },
  {
    person: { kind: 'person', name: 'José Gregorio Peralta', familyName: 'Peralta', givenName: 'José Gregorio', sex: 'male', birth: '1955', citizenships: ['Venezuelan'], occupation: 'Former mayor', death: 'before 20 October 2026', distinguishing: 'Former mayor, Trujillo' },
    caseFile: file('VEN-2024-0031', { arrestDate: '2024-11', arrestPlace: 'Trujillo' }),
    statuses: [{ status: 'on_remand', since: '2024-12', cited: true }, { status: 'died_in_custody', since: 'before 20 October 2026', cited: true }],
    places: [{ place: 'El Rodeo II', from: '2024-12', to: 'before 20 October 2026', capture: 'acknowledged', locationDisclosed: 'yes', confidence: 'confirmed', conditions: 'Medicine for his heart was refused.', cited: true }],
    charges: [{ offence: 'Treason', kind: 'ordinary', status: 'charged' }],
  },
  {
    person: { kind: 'person', name: 'Carmen Delgado', familyName: 'Delgado', givenName: 'Carmen', sex: 'female', citizenships: ['Venezuelan'], distinguishing: 'Journalist, Maturín' },
    caseFile: file('VEN-2026-0052', { arrestDate: '2026-10-XX', arrestPlace: 'Maturín', arrestForces: 'Persons in civilian clothes' }),
    statuses: [{ status: 'forcibly_disappeared', since: '2026-10', cited: true }],
    places: [],
    charges: [],
  },
  {
    person: { kind: 'person', name: 'خالد يوسف حداد', sex: 'male', birth: 'about 2001', citizenships: ['Lebanese', 'Venezuelan'], distinguishing: 'Shopkeeper\u2019s son, Barcelona' },
    otherNames: [{ kind: 'transliteration', name: 'Jaled Yusef Haddad' }, { kind: 'fathers_name', name: 'Youssef' }],
    caseFile: file('VEN-2026-0008', { arrestDate: '17 January 2026', arrestPlace: 'Barcelona, Anzoátegui' }),
    statuses: [{ status: 'on_remand', since: '20 January 2026', cited: true }, { status: 'acquitted', since: '4 September 2026', cited: true }],
    places: [{ place: 'Puente Ayala', from: '20 January 2026', to: '4 September 2026', capture: 'acknowledged', locationDisclosed: 'yes', contactFamily: 'yes', contactCounsel: 'yes', confidence: 'confirmed', cited: true }],
    charges: [{ offence: 'Public disorder', kind: 'ordinary', status: 'acquitted', court: 'First Trial Court' }],
  },
]
