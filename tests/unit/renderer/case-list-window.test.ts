import { describe, expect, it } from 'vitest'

import { pagesToAsk, RowWindow, type PageAnswer } from '../../../renderer/features/cases/row-window.ts'

type Row = { id: string; more?: string }
type Call = { question: string; page: number; answer: (answer: PageAnswer<Row, string>) => Promise<void> }

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
const rowsOf = (question: string, page: number, count = 10): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${question}${page * 10 + index}` }))

/** A window whose calls are answered by hand, so that a test decides which comes first. */
function windowOf(complete?: (question: string, rows: readonly Row[]) => Promise<readonly Row[]>) {
  const calls: Call[] = []
  const rows = new RowWindow<string, Row, string>({
    pageSize: 10,
    keyOf: (question) => question,
    fetchPage: (question, page) =>
      new Promise((resolve) => {
        calls.push({
          question,
          page,
          answer: async (answer) => {
            resolve(answer)
            await turn()
          },
        })
      }),
    ...(complete !== undefined && { complete }),
  })
  const asked = () => calls.map(({ question, page }) => `${question}/${page}`)
  const answer = (index: number, total = 1000) => {
    const call = calls[index]
    if (call === undefined) throw new Error(`No call ${index}.`)
    return call.answer({ ok: true, page: { total, rows: rowsOf(call.question, call.page) } })
  }
  return { rows, calls, asked, answer }
}

describe('the pages of a list', () => {
  it('are those in sight, then the ones next to them', () => {
    expect(pagesToAsk({ first: 0, last: 12 }, 50, 100_000)).toEqual([0, 1])
    expect(pagesToAsk({ first: 45, last: 60 }, 50, 100_000)).toEqual([0, 1, 2])
    expect(pagesToAsk({ first: 99_990, last: 100_000 }, 50, 100_000)).toEqual([1999, 1998])
    expect(pagesToAsk({ first: 0, last: -1 }, 50, 0)).toEqual([0])
    expect(pagesToAsk({ first: 900, last: 920 }, 50, 10)).toEqual([0])
  })
})

describe('what is found as one types', () => {
  it('asks one question at a time, and next the newest', async () => {
    const { rows, asked, answer } = windowOf()
    rows.ask('h')
    rows.ask('he')
    rows.ask('hel')
    expect(asked()).toEqual(['h/0'])
    await answer(0)
    expect(asked()).toEqual(['h/0', 'hel/0'])
    expect(rows.shown()).toMatchObject({ question: 'h', settled: false, turn: 1 })
    await answer(1, 7)
    expect(rows.shown()).toMatchObject({ question: 'hel', settled: true, total: 7, turn: 2 })
  })

  it('keeps the old rows until the new ones are there', async () => {
    const { rows, answer } = windowOf()
    rows.ask('a')
    await answer(0)
    rows.ask('b')
    expect(rows.shown()).toMatchObject({ question: 'a', settled: false })
    expect(rows.shown().pages.get(0)?.[0]?.id).toBe('a0')
  })

  it('takes no page of an older question into a newer one', async () => {
    const { rows, asked, answer } = windowOf()
    rows.ask('a')
    await answer(0)
    rows.see(500, 510)
    expect(asked().slice(1)).toContain('a/50')
    const late = asked().indexOf('a/50')
    rows.ask('b')
    await answer(asked().indexOf('b/0'))
    await answer(late)
    expect([...rows.shown().pages.keys()]).toEqual([0])
    expect(rows.shown().question).toBe('b')
  })

  it('does not ask for pages that were scrolled past', async () => {
    const { rows, asked, answer } = windowOf()
    rows.ask('a')
    await answer(0)
    for (const first of [100, 200, 300, 400, 700]) rows.see(first, first + 5)
    const before = asked().length
    await answer(before - 1)
    await answer(before - 2)
    const after = asked().slice(before)
    expect(after.length).toBeGreaterThan(0)
    expect(after.every((one) => ['a/69', 'a/70', 'a/71'].includes(one))).toBe(true)
  })

  it('asks anew for what is seen when the data changed, and goes on showing it meanwhile', async () => {
    const { rows, calls, asked, answer } = windowOf()
    rows.ask('a')
    await answer(0)
    await answer(1)
    const before = asked().length
    rows.refresh()
    expect(rows.shown().pages.get(0)?.[0]?.id).toBe('a0')
    expect(asked().slice(before)).toContain('a/0')
    const again = asked().lastIndexOf('a/0')
    await calls[again]?.answer({ ok: true, page: { total: 999, rows: [{ id: 'changed' }] } })
    expect(rows.shown()).toMatchObject({ total: 999, turn: 1 })
    expect(rows.shown().pages.get(0)?.[0]?.id).toBe('changed')
  })

  it('asks for the head once more when the data changed under its answer', async () => {
    const { rows, asked, answer } = windowOf()
    rows.ask('a')
    rows.refresh()
    await answer(0)
    expect(asked().slice(1)).toContain('a/0')
  })

  it('says why there is nothing, and tries again for another question', async () => {
    const { rows, calls, asked } = windowOf()
    rows.ask('a')
    await calls[0]?.answer({ ok: false, error: 'damaged' })
    expect(rows.shown()).toMatchObject({ error: 'damaged', settled: true })
    rows.ask('b')
    expect(rows.shown().error).toBeNull()
    expect(asked()).toEqual(['a/0', 'b/0'])
  })

  it('fills in what rows came without, after they are shown', async () => {
    const { rows, calls } = windowOf((_, partial) => Promise.resolve(partial.map((row) => ({ ...row, more: 'snippet' }))))
    rows.ask('a')
    const seen: (string | undefined)[] = []
    rows.subscribe(() => seen.push(rows.shown().pages.get(0)?.[0]?.more))
    await calls[0]?.answer({ ok: true, page: { total: 10, rows: rowsOf('a', 0), partial: true } })
    expect(seen).toEqual([undefined, 'snippet'])
  })
})
