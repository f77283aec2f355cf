import type { DateLanguage } from './typed-date.ts'

/** A date inside a phrase; `article` where it begins with a day of the month. */
type Framed = { text: string; article: boolean }

/** How one language says dates. What is written here has to be understood by the word files of `readTypedDate`. */
export type DescribeWords = {
  months: readonly string[]
  shortMonths: readonly string[]
  /** A day of the month where it is not written as its number alone. */
  day?: (day: string) => string
  named: (day: string | null, month: string, year: string | null) => string
  decade: (firstYear: string) => string
  yearNotGiven: (date: string) => string
  dayNotKnown: (date: string) => string
  monthNotKnown: (year: string) => string
  monthAndDayNotKnown: (year: string) => string
  around: (date: string, article: boolean) => string
  aroundInside: (date: string) => string
  perhaps: (date: string) => string
  before: (date: Framed) => string
  by: (date: Framed) => string
  after: (date: Framed) => string
  notBefore: (date: Framed) => string
  ongoing: (from: Framed) => string
  endNotKnown: (from: Framed) => string
  startNotKnown: (to: Framed) => string
  startOpen: (to: Framed) => string
  fromTo: (from: Framed, to: Framed) => string
  between: (from: Framed, to: Framed) => string
  either: (others: string, last: string) => string
}

const english: DescribeWords = {
  months: 'January February March April May June July August September October November December'.split(' '),
  shortMonths: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  named: (day, month, year) => [day, month, year].filter((part) => part !== null).join(' '),
  decade: (firstYear) => `the ${firstYear}s`,
  yearNotGiven: (date) => `${date}, year not given`,
  dayNotKnown: (date) => `${date}, day not known`,
  monthNotKnown: (year) => `${year}, month not known`,
  monthAndDayNotKnown: (year) => `${year}, month and day not known`,
  around: (date) => `around ${date}`,
  aroundInside: (date) => `around ${date}`,
  perhaps: (date) => `perhaps ${date}`,
  before: (date) => `before ${date.text}`,
  by: (date) => `no later than ${date.text}`,
  after: (date) => `after ${date.text}`,
  notBefore: (date) => `not before ${date.text}`,
  ongoing: (from) => `since ${from.text}, still going on`,
  endNotKnown: (from) => `from ${from.text}, end not known`,
  startNotKnown: (to) => `until ${to.text}, start not known`,
  startOpen: (to) => `until ${to.text}, start open`,
  fromTo: (from, to) => `from ${from.text} to ${to.text}`,
  between: (from, to) => `between ${from.text} and ${to.text}`,
  either: (others, last) => `either ${others} or ${last}`,
}

const el = (date: Framed): string => (date.article ? `el ${date.text}` : date.text)
const del = (date: Framed): string => (date.article ? `del ${date.text}` : `de ${date.text}`)

const spanish: DescribeWords = {
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  shortMonths: 'ene feb mar abr may jun jul ago sep oct nov dic'.split(' '),
  named: (day, month, year) => [day, month, year].filter((part) => part !== null).join(' de '),
  decade: (firstYear) => `la década de ${firstYear}`,
  yearNotGiven: (date) => `${date}, año no indicado`,
  dayNotKnown: (date) => `${date}, día no conocido`,
  monthNotKnown: (year) => `${year}, mes no conocido`,
  monthAndDayNotKnown: (year) => `${year}, mes y día no conocidos`,
  around: (date, article) => (article ? `hacia el ${date}` : `hacia ${date}`),
  aroundInside: (date) => `aprox. ${date}`,
  perhaps: (date) => `quizá ${date}`,
  before: (date) => `antes ${del(date)}`,
  by: (date) => `a más tardar ${el(date)}`,
  after: (date) => `después ${del(date)}`,
  notBefore: (date) => `no antes ${del(date)}`,
  ongoing: (from) => `desde ${el(from)}, aún en curso`,
  endNotKnown: (from) => `desde ${el(from)}, fin no conocido`,
  startNotKnown: (to) => `hasta ${el(to)}, inicio no conocido`,
  startOpen: (to) => `hasta ${el(to)}, inicio abierto`,
  fromTo: (from, to) => `${del(from)} ${to.article ? `al ${to.text}` : `a ${to.text}`}`,
  between: (from, to) => `entre ${el(from)} y ${el(to)}`,
  either: (others, last) => `o bien ${others} o ${last}`,
}

const le = (date: Framed): string => (date.article ? `le ${date.text}` : date.text)
const de = (date: Framed): string => {
  if (date.article) return `du ${date.text}`
  if (date.text.startsWith('les ')) return `des ${date.text.slice(4)}`
  return /^[aeiou]/.test(date.text) ? `d’${date.text}` : `de ${date.text}`
}
const au = (date: Framed): string => {
  if (date.article) return `au ${date.text}`
  return date.text.startsWith('les ') ? `aux ${date.text.slice(4)}` : `à ${date.text}`
}

const french: DescribeWords = {
  months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  shortMonths: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
  day: (day) => (day === '1' ? '1er' : day),
  named: (day, month, year) => [day, month, year].filter((part) => part !== null).join(' '),
  decade: (firstYear) => `les années ${firstYear}`,
  yearNotGiven: (date) => `${date}, année non indiquée`,
  dayNotKnown: (date) => `${date}, jour inconnu`,
  monthNotKnown: (year) => `${year}, mois inconnu`,
  monthAndDayNotKnown: (year) => `${year}, mois et jour inconnus`,
  around: (date, article) => (article ? `vers le ${date}` : `vers ${date}`),
  aroundInside: (date) => `env. ${date}`,
  perhaps: (date) => `peut-être ${date}`,
  before: (date) => `avant ${le(date)}`,
  by: (date) => `au plus tard ${le(date)}`,
  after: (date) => `après ${le(date)}`,
  notBefore: (date) => `pas avant ${le(date)}`,
  ongoing: (from) => `depuis ${le(from)}, toujours en cours`,
  endNotKnown: (from) => `à partir ${de(from)}, fin inconnue`,
  startNotKnown: (to) => `jusqu’${au(to)}, début inconnu`,
  startOpen: (to) => `jusqu’${au(to)}, début ouvert`,
  fromTo: (from, to) => `${de(from)} ${au(to)}`,
  between: (from, to) => `entre ${le(from)} et ${le(to)}`,
  either: (others, last) => `${others} ou ${last}`,
}

/** Months by the names that are understood from Morocco to Iraq; Arabic has no short ones. Digits are 0 to 9, see `formats` of the page. */
const arabicMonths = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ')

const arabic: DescribeWords = {
  months: arabicMonths,
  shortMonths: arabicMonths,
  named: (day, month, year) => [day, month, year].filter((part) => part !== null).join(' '),
  decade: (firstYear) => `عقد ${firstYear}`,
  yearNotGiven: (date) => `${date}، السنة غير مذكورة`,
  dayNotKnown: (date) => `${date}، اليوم غير معروف`,
  monthNotKnown: (year) => `${year}، الشهر غير معروف`,
  monthAndDayNotKnown: (year) => `${year}، الشهر واليوم غير معروفين`,
  around: (date) => `نحو ${date}`,
  aroundInside: (date) => `نحو ${date}`,
  perhaps: (date) => `ربما ${date}`,
  before: (date) => `قبل ${date.text}`,
  by: (date) => `في موعد أقصاه ${date.text}`,
  after: (date) => `بعد ${date.text}`,
  notBefore: (date) => `ليس قبل ${date.text}`,
  ongoing: (from) => `منذ ${from.text}، ولا يزال مستمرًا`,
  endNotKnown: (from) => `من ${from.text}، والنهاية غير معروفة`,
  startNotKnown: (to) => `حتى ${to.text}، والبداية غير معروفة`,
  startOpen: (to) => `حتى ${to.text}، والبداية مفتوحة`,
  fromTo: (from, to) => `من ${from.text} إلى ${to.text}`,
  between: (from, to) => `بين ${from.text} و${to.text}`,
  either: (others, last) => `إما ${others} أو ${last}`,
}

export const describeWords: Readonly<Record<DateLanguage, DescribeWords>> = { en: english, es: spanish, fr: french, ar: arabic }
