import type { CallOutput } from '../contract/index.ts'
import { countOption } from './arguments.ts'
import type { CommandContext } from './context.ts'
import type { ExitCode } from './exit-codes.ts'
import { showLines } from './show.ts'

type Row = CallOutput<'cases.list'>['cases'][number]
const brief = ({ reference, name, status }: Row): { ref: string; name: string; custodyStatus: string | null } => ({
  ref: reference,
  name,
  custodyStatus: status,
})

export function list({ values, output, words, withVault }: CommandContext): Promise<ExitCode> {
  const limit = countOption(values['limit'], 'limit')
  const offset = countOption(values['offset'], 'offset') ?? 0
  return withVault(async (session) => {
    const cases: Row[] = []
    let total = 0
    // The contract gives at most 500 at once; without --limit all are wanted.
    do {
      const part = await session.call('cases.list', {
        limit: Math.min(500, (limit ?? Number.POSITIVE_INFINITY) - cases.length) || 1,
        offset: offset + cases.length,
        sort: 'reference',
      })
      total = part.total
      cases.push(...part.cases)
      if (part.cases.length === 0) break
    } while (cases.length < Math.min(limit ?? Number.POSITIVE_INFINITY, total - offset))
    const shown = limit === 0 ? [] : cases
    const answer = { total, cases: shown.map((row) => ({ ...brief(row), changedAt: new Date(row.changedAt).toISOString() })) }
    output.answer(answer, () => [
      ...answer.cases.map(({ ref, name, custodyStatus }) => `${ref}  ${name}  ${custodyStatus ?? '–'}`),
      words.total(total),
    ])
    return 0
  })
}

const snippetsAtOnce = 50

export function search({ values, positionals, output, words, withVault }: CommandContext): Promise<ExitCode> {
  const limit = countOption(values['limit'], 'limit') ?? 50
  return withVault(async (session) => {
    const query = positionals[1] ?? ''
    const answer: { total: number; hits: (ReturnType<typeof brief> & { snippet: string })[] } = { total: 0, hits: [] }
    // The contract gives snippets for the first fifty of a page, so that pages are of fifty.
    do {
      const wanted = Math.min(snippetsAtOnce, limit - answer.hits.length)
      const part = await session.call('search.cases', {
        query,
        limit: Math.max(1, wanted),
        offset: answer.hits.length,
        snippets: snippetsAtOnce,
      })
      answer.total = part.total ?? answer.hits.length + part.hits.length
      answer.hits.push(...part.hits.slice(0, wanted).map((hit) => ({ ...brief(hit), snippet: hit.snippets[0]?.text ?? '' })))
      if (part.hits.length < wanted) break
    } while (answer.hits.length < Math.min(limit, answer.total))
    output.answer(answer, () =>
      answer.hits.length === 0
        ? [words.noHits]
        : [...answer.hits.flatMap(({ ref, name, snippet }) => [`${ref}  ${name}`, `    ${snippet}`]), words.total(answer.total)],
    )
    return 0
  })
}

export function show({ positionals, values, output, words, language, withVault }: CommandContext): Promise<ExitCode> {
  return withVault(async (session) => {
    const today = typeof values['date'] === 'string' ? { today: values['date'] } : {}
    const document = await session.call('cases.get', { reference: positionals[1] ?? '', ...today })
    const { terms } = await session.call('terms.list', {})
    const label = (vocabulary: string, code: string): string =>
      terms.find((term) => term.vocabulary === vocabulary && term.code === code)?.labels[language] ?? code
    output.answer(document, () => showLines(document, { words, language, label }))
    return 0
  })
}
