import type { Connection } from '../../electron/vault/pragmas.ts'
import { foldText, wordsOf } from '../../electron/domain/fold.ts'
import type { Random } from './random.ts'

/**
 * One kind of query with texts out of the vault itself. `short`: a short prefix, asked for its first hits only and set
 * beside the bare query without ranking. `fragments`: set beside the trigram index.
 */
export type QueryKind = { name: string; texts: string[]; bare: 'ranked' | 'unranked' | 'fragments' }

type Named = { name: string; reference: string; place: string | null; latin: string | null }

const textsAKind = 40

/** Ten kinds of query as people type them. */
export function queryKinds(db: Connection, random: Random): QueryKind[] {
  const highest = db.prepare<[], number>('SELECT max(case_id) FROM case_index').pluck().get() ?? 1
  const one = db.prepare<[number], Named>(
    `SELECT c.name, c.reference, c.place, (SELECT n.name FROM person_names AS n WHERE n.person_id = c.person_uuid AND n.kind = 'transliteration') AS latin FROM case_index AS c WHERE c.case_id >= ? LIMIT 1`,
  )
  const some = (): Named => one.get(random.below(highest) + 1) ?? { name: 'Ana', reference: 'VEN-2024-0001', place: null, latin: null }
  const words = (text: string): string[] => wordsOf(foldText(text))
  const make = (name: string, text: (from: Named) => string | null, bare: QueryKind['bare'] = 'ranked'): QueryKind => {
    const texts: string[] = []
    for (let tries = 0; texts.length < textsAKind && tries < 5000; tries += 1) {
      const made = text(some())
      if (made !== null && made !== '') texts.push(made)
    }
    return { name, texts, bare }
  }
  const isLatin = (text: string): boolean => /^[\p{Script=Latin}\s]+$/u.test(text)
  return [
    make('short prefix (one or two letters)', ({ name }) => [...(words(name)[0] ?? '')].slice(0, 1 + random.below(2)).join(''), 'unranked'),
    make('three letters', ({ name }) => [...(random.pick(words(name)) ?? '')].slice(0, 3).join('')),
    make('given name and surname', ({ name }) => (isLatin(name) ? name : null)),
    make('a surname, accents left out', ({ name }) => (isLatin(name) ? (words(name).at(-2) ?? null) : null)),
    make('a name in another script', ({ latin }) => latin && words(latin).slice(0, 1).join(' ')),
    make('reference, whole or in part', ({ reference }) => (random.chance(0.5) ? reference : reference.slice(4))),
    make('a word of the text', () => random.pick(['detenida', 'abogado', 'celda', 'golpes', 'audiencia', 'hermana', 'trasladado', 'funcionarios'])),
    make('a phrase', () => random.pick(['"sin orden judicial"', '"compañero de celda"', '"preguntó en El Helicoide"', '"shares a cell"', '"fue trasladado de noche"'])),
    make('a name and a place', ({ name, place }) => (place === null || !isLatin(name) ? null : `${words(name)[0] ?? ''} ${words(place)[0] ?? ''}`)),
    make('letters out of the middle of a name', ({ name }) => [...(words(name).at(-1) ?? '')].slice(2, 6).join('').padEnd(4, 'x').replace(/x+$/, ''), 'fragments'),
  ] // prettier-ignore
}
