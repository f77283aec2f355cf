import type { Desk } from '../pages/desk.ts'
import {
  cardField,
  cardIsRead,
  forgotPassphrase,
  keyRow,
  keysPart,
  makeCards,
  makeCode,
  openKeys,
  presentPassphrase,
  whileDerived,
} from '../pages/keys.ts'
import { button, chooseVault, lock } from '../pages/lock-screen.ts'
import type { Look } from './tour.ts'

/** Whether something of the page is still on its way: a card is read shortly after it was typed, and a key takes its time. */
const seen = (desk: Desk, words: string): Promise<void> => desk.page.getByText(words, { exact: true }).waitFor(whileDerived)

/** The keys of an empty vault in every state, and the way back in; begins with it open and ends at the lock screen. */
export async function tourKeys(desk: Desk, vault: string, passphrase: string, look: Look): Promise<void> {
  const { say } = desk
  await openKeys(desk)
  // As a person gets there: by the contents at the side.
  await desk.page
    .getByRole('navigation', { name: say('Contents') })
    .getByRole('button', { name: say.in('vault', 'Keys') })
    .click()
  await look('keys')
  await button(desk, 'Add a colleague’s passphrase…').click()
  await button(desk, 'Add the passphrase').waitFor()
  await look('keys-add')
  await button(desk, 'Cancel').click()

  const code = await makeCode(desk, passphrase)
  await look('keys-code')
  await button(desk, 'I have written it down').click()
  await keysPart(desk)
    .getByRole('textbox', { name: say('Recovery code'), exact: true })
    .fill(code.split('-').toReversed().join('-'))
  await button(desk, 'Try it').click()
  await keysPart(desk).getByRole('alert').waitFor(whileDerived)
  await look('keys-code-wrong')
  await button(desk, 'Later').click()

  const cards = await makeCards(desk, passphrase)
  for (let back = 1; back < 5; back += 1) await button(desk, 'Previous card').click()
  await look('keys-card')
  await button(desk, 'I have all of them on paper').click()
  await cardField(desk).fill(cards[0] ?? '')
  await cardIsRead(desk, 1)
  await cardField(desk).fill(cards[0] ?? '')
  await seen(desk, say('This is card {number} again. Take another one of the set.', { number: 1 }))
  await look('keys-cards-again')
  await button(desk, 'Later').click()

  await keyRow(desk, say('Recovery cards, any {0} of {1}', { 0: 2, 1: 5 }))
    .getByRole('button', { name: new RegExp(say('Revoke…')) })
    .click()
  await look('keys-revoke')
  await presentPassphrase(desk).fill(passphrase)
  await button(desk, 'Revoke them').click()
  await seen(desk, say('A key that was revoked or replaced still opens older copies of the vault'))
  await look('keys-revoked')
  await button(desk, 'Make a new key for the vault…').click()
  await button(desk, 'Make the new key').waitFor()
  await look('keys-rekey')

  await lock(desk)
  await chooseVault(desk, vault)
  await forgotPassphrase(desk)
  await cardField(desk).fill(`${(cards[1] ?? '').split(' ').slice(0, 17).join(' ')} sombrero `)
  await seen(desk, say('Word {0} is mistyped: no card has such a word.', { 0: 18 }))
  await look('recover')
  await desk.page.getByText(say('Recovery code'), { exact: true }).click()
  await desk.page.getByRole('textbox', { name: say('Recovery code'), exact: true }).fill(code)
  await look('recover-code')
  await button(desk, 'Go on').click()
  await desk.page.getByRole('heading', { name: say('It opens the vault') }).waitFor(whileDerived)
  await look('recover-new')
}
