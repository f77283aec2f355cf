import { describe, expect, test } from 'vitest'

import type { Answer, Written } from '../../../../electron/contract/index.ts'
import { changeAfter, createFieldSaver, draftAfter, savingStateOf } from '../../../../renderer/features/case/saving/field-saver.ts'
import { fieldKey, placeOf } from '../../../../renderer/features/case/saving/field-key.ts'

const id = '01890000-0000-7000-8000-000000000001'
const key = fieldKey('case_files', id, 'arrestPlace')
const other = fieldKey('case_files', id, 'arrestForces')

const written = (revision: number): Answer<Written> => ({ ok: true, value: { id, revision, changeNo: revision } })
const failed = (code: 'conflict' | 'invalid_input' | 'disk_full'): Answer<Written> => ({ ok: false, error: { code, params: {} } })

/** A saver whose clock the test winds, and which keeps what it asked for. */
function bench(answers: (Answer<Written> | Promise<Answer<Written>>)[] = []) {
  const log: string[] = []
  let now = 0
  let timers: { at: number; work: () => void }[] = []
  const saver = createFieldSaver({
    putDraft: (_, text, base) => {
      log.push(`draft ${text} on ${base}`)
      return Promise.resolve(text === 'too much' ? failed('disk_full') : { ok: true, value: null })
    },
    clearDraft: () => Promise.resolve(log.push('clear')),
    update: (_table, _id, base, fields) => {
      log.push(`update ${JSON.stringify(fields)} on ${base}`)
      return Promise.resolve(answers.shift() ?? written(base + 1))
    },
    read: (_, text) => (text === 'bad' ? { ok: false, reason: 'not_a_date' } : { ok: true, value: text }),
    later: (work, milliseconds) => {
      const timer = { at: now + milliseconds, work }
      timers.push(timer)
      return () => {
        timers = timers.filter((candidate) => candidate !== timer)
      }
    },
  })
  const wind = (milliseconds: number) => {
    now += milliseconds
    for (const timer of timers.filter((candidate) => candidate.at <= now)) {
      timers = timers.filter((candidate) => candidate !== timer)
      timer.work()
    }
  }
  saver.known('case_files', id, 7)
  return { saver, log, wind }
}

describe('what is typed is kept', () => {
  test('a key press is a draft within 300 ms even while somebody goes on typing', () => {
    const { saver, log, wind } = bench()
    expect(draftAfter).toBeLessThan(300)
    saver.type(key, 'M', '')
    wind(100)
    saver.type(key, 'Ma', '')
    wind(100)
    expect(log).toEqual(['draft Ma on 7'])
  })

  test('it is called a draft once the vault has answered for every letter, not before', async () => {
    const { saver, wind } = bench()
    const kind = (): string => savingStateOf(saver.entries()).kind
    saver.type(key, 'Ma', '')
    expect(kind()).toBe('saving')
    wind(draftAfter)
    // A letter more while the draft of the others is being written.
    saver.type(key, 'Mar', '')
    await Promise.resolve()
    expect(kind()).toBe('saving')
    wind(draftAfter)
    await Promise.resolve()
    expect(kind()).toBe('draft')
  })

  test('a draft that could not be written is said to be not saved', async () => {
    const { saver, wind } = bench()
    saver.type(key, 'too much', '')
    wind(draftAfter)
    await Promise.resolve()
    expect(savingStateOf(saver.entries())).toMatchObject({ kind: 'not_saved', key })
  })

  test('leaving the field makes a change and clears the draft', async () => {
    const { saver, log } = bench()
    saver.type(key, 'Maracay', '')
    await saver.leave(key)
    expect(log).toEqual(['draft Maracay on 7', 'update {"arrestPlace":"Maracay"} on 7', 'clear'])
    expect(saver.entry(key)).toMatchObject({ state: 'saved', text: 'Maracay', baseRevision: 8 })
    expect(savingStateOf(saver.entries()).kind).toBe('saved')
  })

  test('five idle seconds make a change too', async () => {
    const { saver, log, wind } = bench()
    saver.type(key, 'Maracay', '')
    wind(changeAfter)
    await saver.leaveAll()
    expect(log.some((line) => line.startsWith('update'))).toBe(true)
  })

  test('a text typed back to what it was changes nothing', async () => {
    const { saver, log } = bench()
    saver.type(key, 'Mar', 'Ma')
    saver.type(key, 'Ma', 'Ma')
    await saver.leave(key)
    expect(log).toEqual(['clear'])
  })

  test('what is typed while a save is under way is neither lost nor called saved', async () => {
    let answer: (value: Answer<Written>) => void = () => undefined
    const { saver, log } = bench([new Promise((resolve) => (answer = resolve))])
    saver.type(key, 'Maracay', '')
    const leaving = saver.leave(key)
    await Promise.resolve()
    expect(savingStateOf(saver.entries()).kind).toBe('saving')
    saver.type(key, 'Maracay, home', '')
    answer(written(8))
    await leaving
    expect(saver.entry(key)).toMatchObject({ state: 'typing', text: 'Maracay, home', baseRevision: 8 })
    await saver.leave(key)
    expect(log).toContain('update {"arrestPlace":"Maracay, home"} on 8')
  })

  test('saves of one row wait for each other', async () => {
    let answer: (value: Answer<Written>) => void = () => undefined
    const { saver, log } = bench([new Promise((resolve) => (answer = resolve))])
    const first = saver.choose(key, 'a', '')
    const second = saver.choose(other, 'b', '')
    await Promise.resolve()
    await Promise.resolve()
    expect(log.filter((line) => line.startsWith('update'))).toHaveLength(1)
    answer(written(8))
    await Promise.all([first, second])
    expect(log.filter((line) => line.startsWith('update'))).toHaveLength(2)
  })
})

describe('what the vault does not take', () => {
  test('a refused text stays in the field as a draft with the reason', async () => {
    const { saver, log } = bench()
    saver.type(key, 'bad', '')
    await saver.leave(key)
    expect(saver.entry(key)).toMatchObject({
      state: 'refused',
      text: 'bad',
      error: { code: 'invalid_input', params: { path: 'arrestPlace', reason: 'not_a_date' } },
    })
    expect(savingStateOf(saver.entries())).toMatchObject({ kind: 'not_saved', key })
    expect(log).toEqual(['draft bad on 7'])
  })

  test('after a conflict, "mine" is saved on the revision that was shown', async () => {
    const { saver, log } = bench([failed('conflict')])
    saver.type(key, 'mine', 'old')
    await saver.leave(key)
    expect(saver.entry(key)?.state).toBe('conflict')
    await saver.keep(key, 12)
    expect(log.at(-2)).toBe('update {"arrestPlace":"mine"} on 12')
    expect(saver.entry(key)?.state).toBe('saved')
  })

  test('a full disk leaves the draft, and trying again saves it', async () => {
    const { saver, log } = bench([failed('disk_full')])
    await saver.choose(key, 'a', '')
    expect(saver.entry(key)?.state).toBe('failed')
    expect(log).not.toContain('clear')
    await saver.keep(key)
    expect(log.at(-1)).toBe('clear')
  })

  test('Escape gives back what the vault has', () => {
    const { saver, log, wind } = bench()
    saver.type(key, 'x', '')
    saver.discard(key)
    wind(changeAfter)
    expect(saver.entry(key)).toBeUndefined()
    expect(log).toEqual(['clear'])
  })
})

describe('drafts of an earlier opening', () => {
  test('come back into their field, unless the vault has them already', () => {
    const { saver, log } = bench()
    saver.restore([
      { key, text: 'half a sen', baseRevision: 5, at: 1, original: '' },
      { key: other, text: 'same', baseRevision: 5, at: 1, original: 'same' },
    ])
    expect(saver.entry(key)).toMatchObject({ state: 'restored', baseRevision: 5, typedAt: 1 })
    expect(saver.entry(other)).toBeUndefined()
    expect(log).toEqual(['clear'])
  })

  test('are saved when kept', async () => {
    const { saver, log } = bench()
    saver.restore([{ key, text: 'half', baseRevision: 5, at: 1, original: '' }])
    await saver.keep(key)
    expect(log).toEqual(['update {"arrestPlace":"half"} on 5', 'clear'])
  })
})

test('a draft key names a field of a row, or nothing', () => {
  expect(placeOf(key)).toEqual({ table: 'case_files', id, field: 'arrestPlace' })
  expect(placeOf('new-case')).toBeNull()
  expect(placeOf('__proto__/a/b')).toBeNull()
})

describe('what was given up can be had back', () => {
  test('Escape keeps the words at hand, and taking them back makes a change of them', async () => {
    const { saver, log } = bench()
    saver.type(key, 'A long account', '')
    saver.discard(key)
    expect(saver.entry(key)).toBeUndefined()
    expect(saver.discarded(key)).toEqual({ text: 'A long account', original: '' })
    await saver.takeBack(key)
    expect(saver.discarded(key)).toBeUndefined()
    expect(saver.entry(key)).toMatchObject({ text: 'A long account', state: 'saved' })
    expect(log).toContain('update {"arrestPlace":"A long account"} on 7')
  })

  test('leaving a field as it was gives nothing up', () => {
    const { saver } = bench()
    saver.type(key, 'Caracas', 'Caracas')
    saver.discard(key)
    expect(saver.discarded(key)).toBeUndefined()
  })

  test('what is typed next takes the place of what was given up', () => {
    const { saver } = bench()
    saver.type(key, 'Maracay', '')
    saver.discard(key)
    saver.type(key, 'Valencia', '')
    expect(saver.discarded(key)).toBeUndefined()
  })
})
