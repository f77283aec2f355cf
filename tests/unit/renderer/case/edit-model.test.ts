import { describe, expect, test } from 'vitest'

import { become, redo, replace, select, spanBeside, startEditing, undo } from '../../../../renderer/components/fields/text/edit-model.ts'

const at = (start: number, end = start) => ({ start, end })

describe('editing a long text', () => {
  test('letters typed in one go are undone together, a mark by itself', () => {
    let history = startEditing('Taken')
    history = replace(history, at(5), ' a', 'typing', 0)
    history = replace(history, at(7), 't', 'typing', 100)
    history = replace(history, at(8), '[^mm01]', 'other', 200)
    expect(history.now).toEqual({ text: 'Taken at[^mm01]', selection: at(15) })
    history = undo(history)
    expect(history.now.text).toBe('Taken at')
    history = undo(history)
    expect(history.now).toEqual({ text: 'Taken', selection: at(5) })
    expect(undo(history)).toBe(history)
    history = redo(redo(history))
    expect(history.now.text).toBe('Taken at[^mm01]')
    expect(redo(history)).toBe(history)
  })

  test('a pause or a moved caret begins a new step', () => {
    let history = replace(startEditing(''), at(0), 'a', 'typing', 0)
    history = replace(history, at(1), 'b', 'typing', 5000)
    expect(undo(history).now.text).toBe('a')
    history = replace(select(history, at(0)), at(0), 'c', 'typing', 5001)
    expect(undo(history).now).toEqual({ text: 'ab', selection: at(0) })
  })

  test('what replaces a part of a mark replaces it whole', () => {
    const history = replace(startEditing('ab[^xx01]cd'), at(4, 10), '', 'deleting', 0)
    expect(history.now).toEqual({ text: 'abd', selection: at(2) })
  })

  test('a change that changes nothing is no step', () => {
    const history = startEditing('ab')
    expect(replace(history, at(1), '', 'deleting', 0)).toBe(history)
    expect(become(history, 'ab', 2, 0)).toBe(history)
  })

  test('what an input method wrote is one step', () => {
    const history = become(startEditing('a'), 'a\u{1F642}', 3, 0)
    expect(undo(history).now.text).toBe('a')
  })

  test('a press of a delete key takes one letter as people see it, or one mark', () => {
    const text = 'e\u0301[^xx01]\u{1F642}'
    expect(spanBeside(text, 2, 'before')).toEqual(at(0, 2))
    expect(spanBeside(text, 9, 'before')).toEqual(at(2, 9))
    expect(spanBeside(text, 2, 'after')).toEqual(at(2, 9))
    expect(spanBeside(text, 9, 'after')).toEqual(at(9, 11))
    expect(spanBeside(text, 0, 'before')).toEqual(at(0))
    expect(spanBeside(text, 11, 'after')).toEqual(at(11))
  })
})
