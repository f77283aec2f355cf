import type { Random } from './random.ts'

/** A made-up person's name: as written in its own alphabet, and as somebody else wrote it in Latin letters. */
export type SyntheticName = { script: 'latin' | 'arabic' | 'cyrillic'; name: string; given: string; family: string; latin: string }

const list = (words: string): string[] => words.split(' ')

const spanishGiven = list(
  'María José Luis Carlos Ana Juan Rosa Pedro Carmen Jesús Francisco Luisa Miguel Elena Rafael Teresa Antonio Marta Manuel Gabriela Andrés Patricia Jorge Beatriz Ramón Verónica Óscar Lucía Víctor Inés Daniel Raquel Héctor Noelia Gustavo Yolanda Ángel Mónica Iván Rocío Joaquín Sofía Néstor Adriana Germán Belén Rubén Nuria Tomás Irene',
)
const spanishFamily = list(
  'González Rodríguez García Pérez Hernández Martínez López Sánchez Ramírez Díaz Torres Flores Rojas Gómez Fernández Morales Castillo Romero Suárez Rivas Medina Mendoza Guerrero Vargas Jiménez Salazar Márquez Blanco Contreras Parra Blanco Moreno Ortiz Silva Castro Álvarez Gutiérrez Ramos Rivero Herrera Molina Quintero Colmenares Bracho Urdaneta Zambrano Peña Núñez Acosta Mejías Briceño Escalona Guédez Ñáñez Uzcátegui Villalobos Yépez Chacón Duarte Ibarra',
)
const arabic: [string, string][] = [
  ['محمد', 'Mohammed'], ['أحمد', 'Ahmad'], ['علي', 'Ali'], ['حسن', 'Hassan'], ['حسين', 'Hussein'], ['خالد', 'Khaled'], ['عمر', 'Omar'], ['يوسف', 'Youssef'],
  ['إبراهيم', 'Ibrahim'], ['محمود', 'Mahmoud'], ['مصطفى', 'Mustafa'], ['سعيد', 'Said'], ['كريم', 'Karim'], ['طارق', 'Tariq'], ['سامي', 'Sami'], ['نبيل', 'Nabil'],
  ['فاطمة', 'Fatima'], ['عائشة', 'Aisha'], ['زينب', 'Zainab'], ['مريم', 'Maryam'], ['ليلى', 'Laila'], ['هدى', 'Huda'], ['سلمى', 'Salma'], ['نور', 'Nour'],
] // prettier-ignore
const arabicFamily: [string, string][] = [
  ['المصري', 'al-Masri'], ['الحسن', 'al-Hassan'], ['العلي', 'al-Ali'], ['الشامي', 'al-Shami'], ['حداد', 'Haddad'], ['خوري', 'Khoury'], ['نجار', 'Najjar'], ['صباغ', 'Sabbagh'],
  ['الخطيب', 'al-Khatib'], ['درويش', 'Darwish'], ['منصور', 'Mansour'], ['قاسم', 'Qasim'], ['الطويل', 'al-Tawil'], ['بركات', 'Barakat'], ['عيسى', 'Issa'], ['رمضان', 'Ramadan'],
] // prettier-ignore
const russian: [string, string][] = [
  ['Иван', 'Ivan'], ['Алексей', 'Aleksei'], ['Сергей', 'Sergei'], ['Дмитрий', 'Dmitry'], ['Михаил', 'Mikhail'], ['Андрей', 'Andrei'], ['Павел', 'Pavel'], ['Николай', 'Nikolai'],
  ['Мухаммад', 'Muhammad'], ['Рустам', 'Rustam'], ['Тимур', 'Timur'], ['Фёдор', 'Fyodor'], ['Юрий', 'Yuri'], ['Григорий', 'Grigory'], ['Олег', 'Oleg'], ['Артём', 'Artyom'],
] // prettier-ignore
const russianFamily: [string, string][] = [
  ['Иванов', 'Ivanov'], ['Петров', 'Petrov'], ['Смирнов', 'Smirnov'], ['Кузнецов', 'Kuznetsov'], ['Попов', 'Popov'], ['Соколов', 'Sokolov'], ['Рахимов', 'Rakhimov'], ['Каримов', 'Karimov'],
  ['Новиков', 'Novikov'], ['Морозов', 'Morozov'], ['Волков', 'Volkov'], ['Зайцев', 'Zaitsev'], ['Орлов', 'Orlov'], ['Лебедев', 'Lebedev'], ['Семёнов', 'Semyonov'], ['Щербаков', 'Shcherbakov'],
] // prettier-ignore

/** Half Spanish, a quarter Arabic, a quarter Russian; a tail of surnames that are borne by a handful each. */
export function syntheticName(random: Random, number: number): SyntheticName {
  const kind = random.next()
  if (kind < 0.5) {
    const given = random.chance(0.4) ? `${random.pickOften(spanishGiven)} ${random.pick(spanishGiven)}` : random.pickOften(spanishGiven)
    const family = `${random.chance(0.3) ? rareSurname(number) : random.pickOften(spanishFamily)} ${random.pickOften(spanishFamily)}`
    const name = `${given} ${family}`
    return { script: 'latin', name, given, family, latin: name }
  }
  const isArabic = kind < 0.75
  const [first, second, last] = isArabic
    ? [random.pickOften(arabic), random.pick(arabic), random.pick(arabicFamily)]
    : [random.pickOften(russian), random.pick(russian), random.pick(russianFamily)]
  const given = `${first[0]} ${second[0]}`
  return {
    script: isArabic ? 'arabic' : 'cyrillic',
    name: `${given} ${last[0]}`,
    given,
    family: last[0],
    latin: `${first[1]} ${second[1]} ${last[1]}`,
  }
}

const [fronts, middles, ends] = [
  list('Bar Cal Dur Fer Gal Hor Jar Lam Mor Nav Oro Pal Quin Ril Sal Tor Urd Vel Yar Zul'),
  list('a e i o u and est ill ond urr'),
  list('bano cedo dillo ga jero lva maga noso pino ques rrieta stela tuza vedra zola'),
]

/** One of some 3,000 surnames that nobody need bear. */
function rareSurname(number: number): string {
  const place = (number * 7919) % (fronts.length * middles.length * ends.length)
  return `${fronts[place % fronts.length] ?? ''}${middles[Math.floor(place / fronts.length) % middles.length] ?? ''}${ends[Math.floor(place / fronts.length / middles.length)] ?? ''}`
}
