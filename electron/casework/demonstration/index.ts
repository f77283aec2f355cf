import type { Vault } from '../../vault/index.ts'
import { createHandlers } from '../index.ts'
import { chooseReferencePrefix } from '../reference-number.ts'
import { writeDemonstration } from './write-demonstration.ts'
import { demonstrationWriter } from './writer.ts'

/**
 * Fills a new vault with the demonstration case files: one real case, from public facts, and a dozen invented people,
 * each tagged `invented`. The records are in the languages of their sources whatever the page's language is.
 */
export async function fillDemonstration(vault: Vault): Promise<void> {
  chooseReferencePrefix(vault, 'VEN')
  await writeDemonstration(demonstrationWriter(createHandlers(vault)))
}
