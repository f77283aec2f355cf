import type { Random } from './random.ts'

const list = (words: string): string[] => words.split(' ')

const places = [
  'El Helicoide, Caracas', 'Ramo Verde, Los Teques', 'La Planta, Caracas', 'Tocorón, Aragua', 'Yare III, Miranda', 'Uribana, Lara', 'Comando Zonal 43, Caracas', 'Centro Penitenciario de Oriente, Maturín',
  'سجن طرة، القاهرة', 'سجن وادي النطرون', 'فرع المخابرات، دمشق', 'ИК-7, Омск', 'СИЗО-1, Москва', 'СИЗО-2, Душанбе', 'Police station 12', 'Military base, name not known',
] // prettier-ignore
const forces = ['SEBIN', 'DGCIM', 'Guardia Nacional', 'PNB', 'FAES', 'policía municipal', 'قوات الأمن', 'ФСБ', 'men in plain clothes']
const sentences = [
  'Fue detenida sin orden judicial por {force} cuando salía de su casa hacia las {n} de la mañana.',
  'La familia preguntó en {place} y le negaron que estuviera allí.',
  'Fue trasladado de noche a {place} según un compañero de celda.',
  'El abogado pudo verlo {n} minutos, sin privacidad, y lo encontró {word}.',
  'Durante {n} días nadie supo dónde estaba; {force} lo negó por escrito.',
  'Denuncia golpes, aislamiento y falta de atención por su {word}.',
  'La audiencia fue diferida {n} veces; el tribunal no dio razones, dijo {word} y {word}.',
  'Her sister was told at the gate of {place} that no such person was held there.',
  'He shares a cell with {n} others and sleeps on the floor; he reports {word} and {word}.',
  'A released detainee said that he saw her in {place}, on the {word} floor.',
  'قالت الأسرة إنها لم تتلق أي اتصال منذ {n} يوما من {place}.',
  'Адвоката не допустили в {place}; причина: {word}.',
  'Los funcionarios se llevaron teléfonos, {n} cuadernos y un {word}.',
  'Un vecino grabó el momento y lo entregó a {word}, que lo publicó después.',
] // prettier-ignore
const offences = [
  'Traición a la patria',
  'Terrorismo',
  'Asociación para delinquir',
  'Conspiración',
  'Instigación al odio',
  'Resistencia a la autoridad',
  'Financiamiento al terrorismo',
  'نشر أخبار كاذبة',
  'Публичные призывы',
  'Illegal assembly',
]
const laws = ['Código Penal', 'Ley contra la Delincuencia Organizada', 'Ley contra el Odio', 'قانون مكافحة الإرهاب', 'УК РФ', 'Penal Code']
const syllables = list(
  'ba be bi bo bra ca ce cla co cre cu da de di dor du fa fe fi flo ga go gra gue ja je la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi pla po ra re ri ro sa se si so ta te ti to tra va ve vi vo za zo',
)

/** A few thousand words as a vault of that age has, of which some come everywhere and most hardly ever. */
const rareWords = Array.from({ length: 6000 }, (_, number) => {
  const parts = [number % 63, Math.floor(number / 63) % 61, (number * 31) % 59, number % 3 === 0 ? (number * 17) % 57 : -1]
  return parts.map((part) => (part < 0 ? '' : (syllables[part % syllables.length] ?? ''))).join('')
})

export const place = (random: Random): string =>
  random.chance(0.85) ? random.pickOften(places) : `Comisaría ${random.below(400) + 1}, ${random.pickOften(rareWords)}`
export const force = (random: Random): string => random.pickOften(forces)
export const offence = (random: Random): string => random.pickOften(offences)
export const law = (random: Random): string => random.pickOften(laws)
export const rareWord = (random: Random): string => random.pickOften(rareWords)

/** So many sentences of what is said in a case file. */
export function prose(random: Random, count: number): string {
  return Array.from({ length: count }, () =>
    random.pickOften(sentences).replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
      if (slot === 'n') return String(random.below(40) + 2)
      if (slot === 'place') return place(random)
      return slot === 'force' ? force(random) : rareWord(random)
    }),
  ).join(' ')
}
