import { arch, availableParallelism, totalmem, type } from 'node:os'

import type { Measured } from './measure.ts'
import type { SearchTimes } from './measure-search.ts'
import { timesOf } from './statistics.ts'

const withinOfBare = 1.5
const withinOfUnranked = 5
/** Deriving the key takes some 300 ms and varies by about this much. */
const resolutionOfUnlock = 20

const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0))
const mib = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`
const thousands = (value: number): string => value.toLocaleString('en-US')
const ratio = (a: number, b: number): string => `${(a / Math.max(b, 0.001)).toFixed(2)}×`
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function table(head: readonly string[], rows: readonly string[][]): string {
  return [row(head), row(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(row)].join('\n')
}

const verdict = (ours: number, bare: number, goal: number): string => `${ratio(ours, bare)} ${ours <= goal * bare ? 'met' : 'missed'}`

function searchTable(search: readonly SearchTimes[]): string {
  return table(
    [
      'query',
      'hits',
      'bare SQL p50',
      'p95',
      'found p50',
      'p95',
      'p95 to bare',
      'rows p50',
      'p95',
      'p95 to bare',
      'snippets p50',
      'p95',
      'p95 to bare',
      'goal',
    ],
    search.map(({ kind, bare, hits, sql, found, list, page }) => {
      const goal = bare === 'unranked' ? withinOfUnranked : withinOfBare
      const ours = [found, list, page].flatMap((times) => [ms(times.p50), ms(times.p95), verdict(times.p95, sql.p95, goal)])
      return [kind, hits.toFixed(0), ms(sql.p50), ms(sql.p95), ...ours, `${goal}×`]
    }),
  )
}

/** All times of a column, taken together: what a day of typing would show. */
function together(search: readonly SearchTimes[], column: 'sql' | 'found' | 'list' | 'page'): { p50: number; p95: number } {
  return timesOf(search.filter(({ bare }) => bare !== 'unranked').flatMap((kind) => kind.all[column]))
}

/** The results as Markdown. */
export function resultsOf(measured: readonly Measured[], load: number): string {
  const sizes = measured.map(({ size }) => thousands(size))
  const names = measured[0]?.calls.map(({ name }) => name) ?? []
  const callTimes = (name: string, of: Measured): string => {
    const times = of.calls.find((call) => call.name === name)?.times
    return times === undefined ? '' : `${ms(times.p50)} / ${ms(times.p95)}`
  }
  const overall = measured.map((of) => {
    const bare = together(of.search, 'sql').p95
    const ours = (['found', 'list', 'page'] as const).map((column) => together(of.search, column).p95)
    return [thousands(of.size), ms(bare), ...ours.flatMap((p95) => [ms(p95), verdict(p95, bare, withinOfBare)])]
  })
  return [
    `Measured on ${type()} ${arch()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, Node ${process.versions.node}. Load average while measuring: ${load.toFixed(1)} (above ${availableParallelism()}, other programs took their share of every time below, and more of the long ones: the ratios are what to read). Times in milliseconds.`,
    '### One vault',
    table(
      ['', ...sizes],
      [
        ['vault.db', ...measured.map(({ fileBytes }) => mib(fileBytes))],
        [
          'unlock, after the key is derived',
          ...measured.map(({ unlock }) => (unlock < resolutionOfUnlock ? `under ${resolutionOfUnlock}` : ms(unlock))),
        ],
        ['memory of the process after unlocking', ...measured.map(({ memory }) => mib(memory.afterUnlock))],
        ['memory after the searches', ...measured.map(({ memory }) => mib(memory.afterWork))],
        ...names.map((name) => [`${name} (p50 / p95)`, ...measured.map((of) => callTimes(name, of))]),
      ],
    ),
    '### All queries but the short prefixes, taken together (p95)',
    table(['case files', 'bare SQL', 'found', 'to bare', 'rows', 'to bare', 'rows and snippets', 'to bare'], overall),
    ...measured.toReversed().flatMap((of) => [`### Search at ${thousands(of.size)} case files`, searchTable(of.search)]),
    '### Growth',
    growth(measured),
  ].join('\n\n')
}

function growth(measured: readonly Measured[]): string {
  const [least, most] = [measured[0], measured.at(-1)]
  if (least === undefined || most === undefined || least === most) return 'One size only.'
  const times = [
    ...most.search.map(({ kind, page }) => [kind, least.search.find((other) => other.kind === kind)?.page.p50, page.p50] as const),
    ...most.calls.map(({ name, times: now }) => [name, least.calls.find((other) => other.name === name)?.times.p50, now.p50] as const),
  ]
  return table(['', `p50 at ${thousands(least.size)}`, `p50 at ${thousands(most.size)}`, `grows, for ${most.size / least.size}× the case files`], times.map(([name, before, after]) => [name, ms(before ?? 0), ms(after), ratio(after, before ?? 0)])) // prettier-ignore
}
