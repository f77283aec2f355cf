import type { Times } from '../statistics.ts'
import type { PageMeasured } from './measure-page.ts'

const frame = 1000 / 60
const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0))
const ratio = (a: number, b: number): string => `${(a / Math.max(b, 0.1)).toFixed(2)}×`
const both = ({ p50, p95 }: Times): string => `${ms(p50)} / ${ms(p95)}`
const mib = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`
const verdict = (met: boolean): string => (met ? 'met' : 'missed')

/** The page's table as Markdown: times in milliseconds (p50 / p95), each beside something measured in the same run. */
export function pageResults(
  { size, coldStart, unlock, search, open, longNote, scroll, language, tasks, memory }: PageMeasured,
  load: number,
): string {
  const longest = tasks.reduce((worst, task) => (task.longest > worst.longest ? task : worst), { what: '', longest: 0, count: 0 })
  const growth = memory.after.heap / memory.before.heap
  const rows = [
    ['key press to the letter on the screen', both(search.echo), `one frame is ${ms(frame)}`, ratio(search.echo.p50, frame), ''],
    [
      'key press to painted results',
      both(search.shown),
      `the search call alone ${both(search.call)}`,
      ratio(search.shown.p50, search.call.p50),
      `two frames of feeling over the call: ${verdict(search.shown.p50 - search.call.p50 <= 2 * frame)}`,
    ],
    ['open a case file', both(open.shown), `the call alone ${both(open.call)}`, ratio(open.shown.p50, open.call.p50), ''],
    [
      `type in a note of ${longNote.letters.toLocaleString('en-US')} letters`,
      both(longNote.echo),
      `a bare text field ${both(longNote.bare)}`,
      ratio(longNote.echo.p50, longNote.bare.p50),
      '',
    ],
    [
      'scroll the list',
      `${scroll.frames} frames, ${scroll.dropped} late, ${scroll.blank} with a blank row`,
      `a frame at rest ${ms(scroll.usual)}`,
      `${((100 * scroll.dropped) / Math.max(scroll.frames, 1)).toFixed(1)} % late`,
      `no blank rows: ${verdict(scroll.blank === 0)}`,
    ],
    ['switch the language', both(language), `one frame is ${ms(frame)}`, ratio(language.p50, frame), ''],
    ['unlock to usable', ms(unlock.usable), 'key derivation and opening included', '', ''],
    [
      'cold start to first paint',
      both(coldStart.habeas),
      `a blank page in the same engine ${both(coldStart.blank)}`,
      ratio(coldStart.habeas.p50, coldStart.blank.p50),
      `within 1.5×: ${verdict(coldStart.habeas.p50 <= 1.5 * coldStart.blank.p50)}`,
    ],
    [
      'longest task on the page’s thread',
      longest.longest === 0 ? 'none of 50 ms' : `${ms(longest.longest)} (${longest.what})`,
      tasks.map(({ what, longest: worst, count }) => `${what}: ${count === 0 ? 'none' : `${count}, up to ${ms(worst)}`}`).join('; '),
      '',
      `never 50 ms: ${verdict(longest.longest < 50)}`,
    ],
    [
      `memory after ${memory.actions} actions`,
      `${mib(memory.after.heap)}, ${memory.after.nodes} nodes, ${memory.after.listeners} listeners`,
      `before ${mib(memory.before.heap)}, ${memory.before.nodes} nodes, ${memory.before.listeners} listeners`,
      ratio(memory.after.heap, memory.before.heap),
      `no growth (within a tenth): ${verdict(growth <= 1.1)}`,
    ],
  ]
  return [
    `### The page, at ${size.toLocaleString('en-US')} case files`,
    '',
    `Driven over the stand-in in headless Chromium at 1280×800. Load average: ${load.toFixed(1)}.`,
    '',
    '| what | ms (p50 / p95) | beside it | ratio | goal |',
    '| --- | --- | --- | --: | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n')
}
