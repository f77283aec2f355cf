import type { CallOutput, CallRequest } from '../contract/index.ts'
import { collectCaseReport } from '../reports/collect.ts'
import type { TermLabels } from '../reports/collect.ts'
import { VaultError } from '../vault/errors.ts'
import { listKeys } from '../vault/key-changes.ts'
import { readCaseDocument } from './case-document.ts'
import type { Casework } from './casework.ts'
import { officeHandlers } from './office.ts'
import { refuse } from './refusals.ts'
import { readRow } from './rows.ts'

/** Calls on reports: what a report says, and that one left the vault. */
export function reportHandlers(work: Casework) {
  return {
    'reports.collect': (request: CallRequest<'reports.collect'>): CallOutput<'reports.collect'> => collect(work, request),
    'reports.record': ({ caseId, template, audience, sha256 }: CallRequest<'reports.record'>): CallOutput<'reports.record'> => {
      readRow(work.vault.db, 'case_files', caseId)
      work.vault.audit('report.made', { case: caseId, template, audience, sha256 })
      return {}
    },
    'cards.record': ({ setId, sha256 }: CallRequest<'cards.record'>): CallOutput<'cards.record'> => {
      if (!listKeys(work.vault).slots.some(({ shares }) => shares?.setId === setId)) throw new VaultError('not_found', { what: 'cards' })
      work.vault.audit('cards.saved', { set: setId, sha256 })
      return {}
    },
  }
}

function collect(
  work: Casework,
  { caseId, reference, language, audience, today = work.today() }: CallRequest<'reports.collect'>,
): CallOutput<'reports.collect'> {
  if ((caseId === undefined) === (reference === undefined)) return refuse('caseId', 'id_or_reference')
  const document = readCaseDocument(work, caseId === undefined ? { reference: reference ?? '', today } : { id: caseId, today })
  // What lies in the bin has been set aside; a report that goes out must not rest on it.
  if (document.caseFile.binned) throw new VaultError('in_bin', { table: 'case_files', id: document.caseFile.id })
  const { changeNo, words } = work.vault.fingerprint()
  return { document: collectCaseReport(document, { language, audience, today, fingerprint: { changeNo, words }, terms: termLabels(work) }) }
}

function termLabels(work: Casework): TermLabels {
  const { terms } = officeHandlers(work)['terms.list']({})
  const byVocabulary = Map.groupBy(terms, ({ vocabulary }) => vocabulary)
  return Object.fromEntries(
    [...byVocabulary].map(([vocabulary, found]) => [vocabulary, Object.fromEntries(found.map(({ code, labels }) => [code, labels]))]),
  )
}
