import { basename } from 'node:path'

import type { BrowserWindow } from 'electron'

import type { CallOutput, CallRequest, Settings } from '../contract/index.ts'
import { writeAtomically } from './atomic-write.ts'
import { askForListFile } from './dialogs.ts'

/** The list as plain lines: kind, table, id or page. It names records and no value of them, in no language. */
export function linesOf({ lost, unlike, pages }: CallRequest<'rescue.saveList'>): string {
  const lines = [
    ...lost.map(({ table, id }) => `lost\t${table}\t${id}`),
    ...unlike.map(({ table, id }) => `unlike\t${table}\t${id}`),
    ...pages.map(({ page, table }) => `page\t${table ?? '-'}\t${page}`),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** Saves the list of what a salvage could not read where the person chooses. */
export async function saveRescueList(
  list: CallRequest<'rescue.saveList'>,
  window: BrowserWindow,
  language: Settings['language'],
): Promise<CallOutput<'rescue.saveList'>> {
  const path = await askForListFile(window, language)
  if (path === null) return null
  await writeAtomically(path, linesOf(list))
  return { name: basename(path) }
}
