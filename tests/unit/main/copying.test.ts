import { setTimeout as after } from 'node:timers/promises'

import { describe, expect, it } from 'vitest'

import { createCopying, keptFor } from '../../../electron/main/copying.ts'
import type { ClipboardLike } from '../../../electron/main/copying.ts'

/** A clipboard of one text, as the system's is. */
function clipboardWith(text = ''): ClipboardLike & { held: () => string; put: (text: string) => void } {
  let held = text
  return {
    readText: async () => held,
    writeText: async (next) => void (held = next),
    clear: () => void (held = ''),
    held: () => held,
    put: (next) => void (held = next),
  }
}

describe('Rule 24: the clipboard', () => {
  it('is cleared after its time if it still holds what the app put there', async () => {
    const clipboard = clipboardWith()
    await createCopying(clipboard, 30).copy('HAB-2026-0001')
    expect(clipboard.held()).toBe('HAB-2026-0001')
    await after(120)
    expect(clipboard.held()).toBe('')
    expect(keptFor).toBe(30_000)
  })

  it('is left alone where another program has put something else there since', async () => {
    const clipboard = clipboardWith()
    const copying = createCopying(clipboard, 30)
    await copying.copy('HAB-2026-0001')
    clipboard.put('a shopping list')
    await after(120)
    await copying.clearIfOurs()
    expect(clipboard.held()).toBe('a shopping list')
  })

  it('is cleared likewise of what the page copied by itself, and counts from the last time', async () => {
    const clipboard = clipboardWith()
    const copying = createCopying(clipboard, 150)
    clipboard.put('selected on the page')
    await copying.copied()
    await after(100)
    await copying.copied()
    await after(100)
    expect(clipboard.held()).toBe('selected on the page')
    await after(150)
    expect(clipboard.held()).toBe('')
  })

  it('is cleared at once at lock, and only of ours', async () => {
    const clipboard = clipboardWith('from before')
    const copying = createCopying(clipboard)
    await copying.clearIfOurs()
    expect(clipboard.held()).toBe('from before')
    await copying.copy('ours')
    await copying.clearIfOurs()
    expect(clipboard.held()).toBe('')
  })
})
