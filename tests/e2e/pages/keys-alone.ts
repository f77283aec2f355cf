import { expect, test } from '@playwright/test'

import type { Desk } from './desk.ts'
import { hasFocus } from './frame.ts'
import { pointersSoFar } from './spoken.ts'

/** Presses keys one after the other; after each the focus is on something, and not on the page as a whole. */
export async function press(desk: Desk, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await desk.page.keyboard.press(key)
    await expect.poll(() => hasFocus(desk), `the focus after ${key}`).toBe(true)
  }
}
/** Types words where the focus is. */
export const type = (desk: Desk, text: string): Promise<void> => desk.page.keyboard.insertText(text)

/** One thing that a person does; it ends with the focus somewhere, and without a press of a mouse since one began to count. */
export async function does(desk: Desk, what: string, work: () => Promise<void>): Promise<void> {
  await test.step(what, async () => {
    await work()
    await expect.poll(() => hasFocus(desk), `the focus after: ${what}`).toBe(true)
    expect(await pointersSoFar(desk), `presses of a mouse by the end of: ${what}`).toBe(0)
  })
}
