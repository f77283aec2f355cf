import type { Locator } from 'playwright-core'

import { keysOf } from '../../../renderer/features/intake/key-choices.ts'
import type { Desk } from './desk.ts'
import { textbox } from './lock-screen.ts'

/** Hands on a keyboard: what is text, and how many keys were pressed beside it. */
export type Hands = {
  /** Text of the case itself; its letters are not counted. */
  type: (text: string) => Promise<void>
  /** One key, or one chord, that counts. */
  press: (key: string) => Promise<void>
  /** Letters that pick an option: each counts. */
  pick: (letters: string) => Promise<void>
  pressed: () => number
}

export function handsAt(desk: Desk): Hands {
  let count = 0
  const { keyboard } = desk.page
  const press = async (key: string): Promise<void> => {
    count += 1
    await keyboard.press(key)
  }
  return {
    type: (text) => keyboard.type(text),
    press,
    async pick(letters) {
      for (const letter of letters) await press(letter)
    },
    pressed: () => count,
  }
}

/** The letter that picks one of several choices, as the page gives them out. */
export function letterOf(labels: readonly string[], chosen: string): string {
  const at = labels.indexOf(chosen)
  const key = keysOf(labels)[at]
  if (key === undefined || key === '') throw new Error(`Nothing picks "${chosen}".`)
  return key
}

export const nameField = (desk: Desk): Locator => textbox(desk, 'Name, or what is known')
export const choice = (desk: Desk, english: string): Locator =>
  desk.page.getByRole('radiogroup', { name: desk.say(english), exact: true }).getByRole('radio', { checked: true })

/** The focus is somewhere that a person can see, never on the page as a whole. */
export const focusIsSomewhere = (desk: Desk): Promise<boolean> =>
  desk.page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body)

/** Pastes text where the focus is, as the clipboard would. The answer is whether the page left it to the browser. */
export const paste = (desk: Desk, text: string): Promise<boolean> =>
  desk.page.evaluate((words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    const pasting = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    return document.activeElement?.dispatchEvent(pasting) ?? false
  }, text)

/** A new case begun by its shortcut, with the focus where the name goes. */
export async function beginCase(desk: Desk): Promise<void> {
  await desk.page.keyboard.press('Control+n')
  await nameField(desk).and(desk.page.locator(':focus')).waitFor()
}
