import { file } from './invented-case.ts'
import type { InventedCase } from './invented-case.ts'

/** Invented people who are out of custody: nobody in this list exists. */
export const inventedOut: readonly InventedCase[] = [
  {
    person: {
      kind: 'person',
      name: 'Mohammed Al-Suwaidi',
      sex: 'male',
      birth: '1996',
      birthPlace: 'Valencia',
      citizenships: ['Venezuelan'],
      distinguishing: 'Mother Amal, Valencia',
    },
    otherNames: [{ kind: 'mothers_name', name: 'Amal' }],
    caseFile: file('VEN-2025-0041', { arrestDate: 'July 2025', arrestPlace: 'Valencia' }),
    statuses: [
      { status: 'held_before_charge', since: 'July 2025', cited: true },
      { status: 'released_without_charge', since: '12 September 2025', cited: true },
    ],
    places: [
      {
        place: 'Tocuyito',
        from: 'July 2025',
        to: '12 September 2025',
        capture: 'acknowledged',
        locationDisclosed: 'yes',
        confidence: 'reported',
        cited: false,
      },
    ],
    charges: [],
  },
  {
    person: {
      kind: 'person',
      name: 'Sofía Núñez Ibáñez',
      familyName: 'Núñez Ibáñez',
      givenName: 'Sofía',
      sex: 'female',
      birth: '2003-11-02',
      citizenships: ['Venezuelan'],
      occupation: 'Student',
      distinguishing: 'Student, Barquisimeto',
    },
    caseFile: file('VEN-2024-0009', { arrestDate: '30 July 2024', arrestPlace: 'Barquisimeto' }),
    statuses: [
      { status: 'on_remand', since: '2 August 2024', cited: true },
      { status: 'released_on_conditions', since: '24 December 2024', cited: true },
    ],
    places: [
      {
        place: 'Uribana',
        from: '2 August 2024',
        to: '24 December 2024',
        capture: 'acknowledged',
        locationDisclosed: 'yes',
        contactFamily: 'yes',
        contactCounsel: 'no',
        confidence: 'confirmed',
        cited: true,
      },
    ],
    charges: [{ offence: 'Incitement to hatred', law: 'Act against Hatred', article: '20', kind: 'ordinary', status: 'charged' }],
  },
  {
    person: {
      kind: 'person',
      name: 'José Gregorio Peralta',
      familyName: 'Peralta',
      givenName: 'José Gregorio',
      sex: 'male',
      birth: '1955',
      citizenships: ['Venezuelan'],
      occupation: 'Former mayor',
      death: 'before 20 October 2026',
      distinguishing: 'Former mayor, Trujillo',
    },
    caseFile: file('VEN-2024-0031', { arrestDate: '2024-11', arrestPlace: 'Trujillo' }),
    statuses: [
      { status: 'on_remand', since: '2024-12', cited: true },
      { status: 'died_in_custody', since: 'before 20 October 2026', cited: true },
    ],
    places: [
      {
        place: 'El Rodeo II',
        from: '2024-12',
        to: 'before 20 October 2026',
        capture: 'acknowledged',
        locationDisclosed: 'yes',
        confidence: 'confirmed',
        conditions: 'Medicine for his heart was refused.',
        cited: true,
      },
    ],
    charges: [{ offence: 'Treason', kind: 'ordinary', status: 'charged' }],
  },
  {
    person: {
      kind: 'person',
      name: 'خالد يوسف حداد',
      sex: 'male',
      birth: 'about 2001',
      citizenships: ['Lebanese', 'Venezuelan'],
      distinguishing: 'Shopkeeper\u2019s son, Barcelona',
    },
    otherNames: [
      { kind: 'transliteration', name: 'Jaled Yusef Haddad' },
      { kind: 'fathers_name', name: 'Youssef' },
    ],
    caseFile: file('VEN-2026-0008', { arrestDate: '17 January 2026', arrestPlace: 'Barcelona, Anzoátegui' }),
    statuses: [
      { status: 'on_remand', since: '20 January 2026', cited: true },
      { status: 'acquitted', since: '4 September 2026', cited: true },
    ],
    places: [
      {
        place: 'Puente Ayala',
        from: '20 January 2026',
        to: '4 September 2026',
        capture: 'acknowledged',
        locationDisclosed: 'yes',
        contactFamily: 'yes',
        contactCounsel: 'yes',
        confidence: 'confirmed',
        cited: true,
      },
    ],
    charges: [{ offence: 'Public disorder', kind: 'ordinary', status: 'acquitted', court: 'First Trial Court' }],
  },
]
