import { join } from 'node:path'

import {
  addRow,
  citeNewSource,
  historyPanel,
  moveToBin,
  openHistory,
  openReport,
  openText,
  reading,
  saved,
  saveReport,
  section,
  toolbar,
  write,
} from '../../e2e/pages/case-file.ts'
import { caseFile, goTo, newCase, openCase, rowOf, search } from '../../e2e/pages/case-list.ts'
import { makeFolders, sitDown } from '../../e2e/pages/desk.ts'
import { button, lock, makeVault, unlock } from '../../e2e/pages/lock-screen.ts'
import { scanFolders, hitsInWords } from '../support/scan-folders.ts'
import { planted, plantedCrowd, plantedTexts } from './planted.ts'

/*
 * The scripted day, run by `node day.ts FOLDER` so that it can be put under strace and into a network namespace. Says
 * in one line of JSON what it saw while the vault was open; everything else is looked at afterwards.
 */
const folders = makeFolders(process.argv[2])
const desk = await sitDown({ language: 'es', folders })
const { say } = desk
const scanned = [folders.profile, folders.home, folders.vaults, folders.temporary]

const vault = await makeVault(desk, { title: planted.vaultTitle, caseworker: planted.caseworker, passphrase: planted.passphrase })

await newCase(desk, {
  name: planted.latinName,
  born: 'unos 30',
  when: '9/2/2026',
  where: planted.arrestPlace,
  source: 'hermana, por teléfono',
  notes: planted.callNote,
})
await addRow(desk, 'Add charge', { Offence: planted.offence, Article: '132' })
await addRow(desk, 'Add whereabouts note', { Place: planted.whereabouts, From: '12/2/2026' })
await citeNewSource(desk, section(desk, 'Charges'), 'Offence', {
  title: planted.sourceTitle,
  reliability: 'C',
  quotation: planted.quotation,
  credibility: '3',
})
const summary = await openText(desk, section(desk, 'Summary'), 'Summary')
await summary.pressSequentially(planted.summary)
await summary.press('Control+Enter')
await saved(desk)

const half = Math.ceil(plantedCrowd.length / 2)
for (const [name, note] of [
  [planted.cyrillicName, [planted.cyrillicNote, ...plantedCrowd.slice(0, half)].join('. ')],
  [planted.arabicName, [planted.arabicNote, ...plantedCrowd.slice(half)].join('. ')],
] as const) {
  await newCase(desk, { name })
  const notes = await openText(desk, section(desk, 'Notes'), 'Notes')
  await notes.fill(note)
  await notes.press('Control+Enter')
  await saved(desk)
}

// Locked in the midst of a sentence.
await openCase(desk, planted.cyrillicName)
const unfinished = await openText(desk, section(desk, 'Summary'), 'Summary')
await unfinished.pressSequentially(planted.draft)
await toolbar(desk).getByText(say('Kept as a draft in the vault')).waitFor()
await lock(desk)
await unlock(desk, vault, planted.passphrase)

for (const query of ['quintanon', 'Черноусов', 'الزبيراوي', planted.searched]) {
  await search(desk, query)
  await rowOf(desk, query === 'Черноусов' ? planted.cyrillicName : query === 'الزبيراوي' ? planted.arabicName : planted.latinName).waitFor()
}
await openCase(desk, planted.latinName)
await write(desk, section(desk, 'Arrest'), 'Place of arrest', planted.edited)
await openHistory(desk)
await historyPanel(desk).getByRole('listitem').filter({ hasText: planted.edited }).getByRole('button').click()
await reading(section(desk, 'Arrest'), say('Place of arrest')).filter({ hasText: planted.arrestPlace }).waitFor()
await button(desk, 'Close').first().click()

await openReport(desk)
await saveReport(desk, join(folders.outside, 'report.pdf'))
await button(desk, 'Back to the case file').click()
await caseFile(desk, planted.latinName).waitFor()

// While all of it is open: what lies on the disk at this moment.
const whileOpen = scanFolders(scanned, plantedTexts)

await moveToBin(desk)
await goTo(desk, 'Bin')
await desk.page.getByRole('button', { name: say('Restore {0}', { 0: planted.latinName }) }).click()
await goTo(desk, 'Cases')
await lock(desk)
await desk.app.close()

// Electron's Chromium also talks of graphics and buses on standard error; Habeas says nothing but its own faults.
const written = desk.app
  .output()
  .split('\n')
  .filter((line) => line !== '' && (desk.app.engine === 'stand-in' || line.includes('habeas:')))
const faults = [...desk.complaints, ...desk.app.faults.map(String), ...written]
process.stdout.write(
  `${JSON.stringify({ engine: desk.app.engine, vault, files: whileOpen.files.length, bytes: whileOpen.bytes, hits: hitsInWords(whileOpen.hits), faults })}\n`,
)
