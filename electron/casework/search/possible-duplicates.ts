import type { CallOutput, CallRequest } from '../../contract/index.ts'
import { foldText, wordsOf } from '../../domain/fold.ts'
import { nameKeys, similarNames } from '../../domain/names.ts'
import type { SimilarityReason } from '../../domain/names.ts'
import { readTypedDate } from '../../domain/typed-date.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { personCard } from './person-cards.ts'
import type { PersonCard } from './person-cards.ts'
import { wordKeys } from './name-words.ts'
import { todayOf } from './today.ts'

/** So many people are compared name by name: those who share most keys, and those with one key and a word that begins alike. */
const [mostSharing, mostAlike] = [60, 40]
const mostWords = 12
/** Below this likeness two names are two names. */
const leastScore = 0.6
/** What the same birth or the same mother adds; a name alone is shared by thousands. */
const [sameBirthAdds, sameMotherAdds] = [0.15, 0.15]
const lettersAlike = 3
const lastLetter = '\u{10FFFF}'

const reasons = {
  same_name: 'same_name',
  same_words_other_order: 'same_words_other_order',
  same_across_scripts: 'same_name_other_script',
  same_sound: 'same_sound',
  similar_spelling: 'close_spelling',
  part_of_name: 'part_of_name',
} as const satisfies Record<SimilarityReason, string>

/** SQL of the people who share most of some keys, those who share words as they are written before the others. */
export const sharingSql = (keys: number, words: number): string =>
  `SELECT person_id FROM name_index WHERE name_key IN (${marks(keys)}) GROUP BY person_id HAVING count(DISTINCT name_key) >= ? ORDER BY count(DISTINCT name_key) DESC, sum(word IN (${marks(words)})) DESC, person_id DESC LIMIT ?`

/** SQL of the people who share a key and have another word that begins alike: a misspelt name next to a right one. */
export const alikeSql =
  'SELECT person_id FROM name_index WHERE name_key = ? INTERSECT SELECT person_id FROM name_index WHERE word >= ? AND word < ? LIMIT ?'

const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ')

/** People who may be the same as the one being typed, with the reasons why, best first. */
export function possibleDuplicates(
  db: Connection,
  { name, birth, except, limit }: CallRequest<'persons.possibleDuplicates'>,
): CallOutput<'persons.possibleDuplicates'> {
  const own = except === undefined ? undefined : cardOfId(db, except)
  const born = (birth === undefined ? undefined : boundsOfTyped(birth)) ?? own?.birth ?? undefined
  const alike = candidateIds(db, name).flatMap((id) => {
    const card = personCard(db, id)
    return card === undefined || card.id === except ? [] : candidateOf(card, name, born, own)
  })
  const best = alike.toSorted((a, b) => b.score - a.score || b.cases.length - a.cases.length || (a.personId < b.personId ? 1 : -1))
  return { candidates: best.slice(0, limit) }
}

function candidateIds(db: Connection, name: string): number[] {
  const keys = nameKeys(name)
  const words = wordsOf(foldText(name)).slice(0, mostWords)
  if (keys.length === 0) return []
  const least = keys.length === 1 ? 1 : 2
  const sharing = db
    .prepare<(string | number)[], number>(sharingSql(keys.length, words.length))
    .pluck()
    .all(...keys, least, ...words, mostSharing)
  const telling = words.filter((word) => [...word].length > lettersAlike && wordKeys(word).length > 0)
  const alike = db.prepare<(string | number)[], number>(alikeSql).pluck()
  const near = telling.flatMap((word) => {
    const begins = [...word].slice(0, lettersAlike).join('')
    const others = telling.filter((other) => other !== word)
    return others.flatMap((other) => wordKeys(other).flatMap((key) => alike.all(key, begins, `${begins}${lastLetter}`, mostAlike)))
  })
  return [...new Set([...sharing, ...near])].slice(0, mostSharing + mostAlike)
}

function cardOfId(db: Connection, id: string): PersonCard | undefined {
  const rowId = db.prepare<[string], number>('SELECT id FROM persons WHERE uuid = ?').pluck().get(id)
  return rowId === undefined ? undefined : personCard(db, rowId)
}

type Bounds = { earliest: number | null; latest: number | null }

function boundsOfTyped(typed: string): Bounds | undefined {
  const read = readTypedDate(typed, { language: 'en', today: todayOf(undefined) })
  return read.ok ? read : undefined
}

function candidateOf(
  card: PersonCard,
  name: string,
  born: Bounds | undefined,
  own: PersonCard | undefined,
): CallOutput<'persons.possibleDuplicates'>['candidates'] {
  const compared = card.names
    .filter(({ kind }) => !ofParent(kind))
    .map((other) => ({ matchedName: other.name, ...similarNames(name, other.name) }))
  const best = compared.reduce<(typeof compared)[number] | undefined>((a, b) => (b.score > (a?.score ?? 0) ? b : a), undefined)
  if (best === undefined) return []
  const sameBirth = born !== undefined && card.birth !== null && isSameYear(born, card.birth)
  const sameMother =
    own !== undefined && mothers(own).some((mother) => mothers(card).some((other) => similarNames(mother, other).score > 0.9))
  const score = Math.min(1, best.score + (sameBirth ? sameBirthAdds : 0) + (sameMother ? sameMotherAdds : 0))
  if (score < leastScore) return []
  const why = [...best.why.map((reason) => reasons[reason]), ...(sameBirth ? ['same_birth'] : []), ...(sameMother ? ['same_mother'] : [])]
  return [
    {
      personId: card.id,
      name: card.name,
      matchedName: best.matchedName,
      why,
      score,
      birth: card.birth?.edtf ?? null,
      birthPlace: card.birthPlace,
      distinguishing: card.distinguishing,
      cases: card.cases,
    },
  ]
}

const ofParent = (kind: string): boolean => kind === 'mothers_name' || kind === 'fathers_name'
const mothers = ({ names }: PersonCard): string[] => names.filter(({ kind }) => kind === 'mothers_name').map((mother) => mother.name)

/** Two dates that can be one day and are each known to the year. */
function isSameYear(a: Bounds, b: Bounds): boolean {
  if (a.earliest === null || a.latest === null || b.earliest === null || b.latest === null) return false
  const longestYear = 366
  return a.earliest <= b.latest && b.earliest <= a.latest && a.latest - a.earliest < longestYear && b.latest - b.earliest < longestYear
}
