import { guides } from '../../renderer/features/guide/guide.ts'
import { lock } from './pages/lock-screen.ts'
import { chooseLanguage } from './pages/desk.ts'
import { hasFocus, press } from './pages/frame.ts'
import { expect, test } from './support.ts'

test('at the lock screen the chapters on safety are read without a passphrase, by keyboard, in the language that is chosen', async ({
  openDesk: desk,
}) => {
  await lock(desk)
  for (const language of ['en', 'ar'] as const) {
    await chooseLanguage(desk, language)
    const { page, say } = desk
    const guide = guides[language]
    const help = page.getByRole('button', { name: say('Help') })
    await help.focus()
    await press(desk, 'Enter')
    const dialog = page.getByRole('dialog', { name: say('Help') })
    await expect(dialog.getByRole('article', { name: guide.safety.title })).toContainText(guide.computer.title)
    // A link in the text leads to the other chapter, and so does the list beside it.
    await dialog.getByRole('article').getByRole('button', { name: guide.keys.title }).press('Enter')
    await expect(dialog.getByRole('article', { name: guide.keys.title })).toContainText(guide.keys.lead)
    await expect.poll(() => hasFocus(desk)).toBe(true)
    await dialog.getByRole('navigation').getByRole('button', { name: guide.pressure.title }).press('Enter')
    await expect(dialog.getByRole('article', { name: guide.pressure.title })).toBeVisible()
    expect(await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
    await press(desk, 'Escape')
    await expect(dialog).toHaveCount(0)
    await expect(help).toBeFocused()
  }
})
