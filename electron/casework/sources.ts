import type { CallOutput, CallRequest } from '../contract/index.ts'
import { foldText } from '../domain/fold.ts'
import type { Connection } from '../vault/pragmas.ts'
import type { Casework } from './casework.ts'
import { rowCommands } from './commands.ts'
import type { Rules } from './commands.ts'
import { casesCiting } from './family.ts'
import { maskedSource } from './masking.ts'
import { all, first, single } from './prepare.ts'
import { refuseField } from './refusals.ts'
import { readRow, rowOf } from './rows.ts'
import type { SqlRow } from './rows.ts'

const sourceRules: Rules = {
  check: ({ vault }, values, row) => {
    const relayed = values['relaysSourceId']
    if (row !== null && typeof relayed === 'string' && relaysBack(vault.db, relayed, row.id)) refuseField('relaysSourceId', 'relays_itself')
  },
}

/** Whether a source's word comes, over any number of relays, from `origin`. */
function relaysBack(db: Connection, start: string, origin: string): boolean {
  const seen = new Set<string>()
  for (
    let id: string | null = start;
    id !== null && !seen.has(id);
    id = single<string>(db, 'SELECT relays_source_id FROM sources WHERE uuid = ?', id) ?? null
  ) {
    if (id === origin) return true
    seen.add(id)
  }
  return false
}

/** Calls on sources. A protected one shows its code name only; `reveal` shows it whole and is kept in the audit chain. */
export function sourceHandlers(work: Casework) {
  return {
    ...rowCommands(work, 'sources', 'sources', sourceRules),
    'sources.list': (request: CallRequest<'sources.list'>): CallOutput<'sources.list'> => listSources(work.vault.db, request),
    'sources.get': (request: CallRequest<'sources.get'>): CallOutput<'sources.get'> => getSource(work, request),
  }
}

function listSources(db: Connection, { query, limit, offset }: CallRequest<'sources.list'>): CallOutput<'sources.list'> {
  const wanted = foldText(query).trim()
  const total =
    wanted === ''
      ? single<number>(db, 'SELECT count(*) FROM sources WHERE binned_change IS NULL')
      : single<number>(db, 'SELECT count(*) FROM source_texts WHERE instr(words, ?) > 0', wanted)
  const ids =
    wanted === ''
      ? all<{ id: number }>(db, 'SELECT id FROM sources WHERE binned_change IS NULL ORDER BY id DESC LIMIT ? OFFSET ?', limit, offset)
      : all<{ id: number }>(
          db,
          'SELECT source_id AS id FROM source_texts WHERE instr(words, ?) > 0 ORDER BY source_id DESC LIMIT ? OFFSET ?',
          wanted,
          limit,
          offset,
        )
  const rows = ids.map(({ id }) => first<SqlRow>(db, 'SELECT * FROM sources WHERE id = ?', id)).filter((row) => row !== undefined)
  return {
    total: total ?? 0,
    sources: rows.map((sql) => {
      const { masked, source } = maskedSource(rowOf('sources', sql))
      const cited = casesCiting(db, source.id)
      return { masked, source, citations: cited.reduce((sum, { citations }) => sum + citations, 0), cases: cited.length }
    }),
  }
}

function getSource({ vault }: Casework, { id, reveal }: CallRequest<'sources.get'>): CallOutput<'sources.get'> {
  const row = readRow(vault.db, 'sources', id)
  const shown = maskedSource(row, reveal)
  if (reveal && maskedSource(row).masked) vault.audit('sources.revealed', { source: id })
  const citedIn = casesCiting(vault.db, id).flatMap(({ id: caseId, citations }) => {
    const found = first<{ reference: string; name: string | null; title: string | null }>(
      vault.db,
      'SELECT c.reference, p.name, c.title FROM case_files c JOIN persons p ON p.uuid = c.person_id WHERE c.uuid = ?',
      caseId,
    )
    return found === undefined ? [] : [{ caseId, reference: found.reference, name: found.name ?? found.title ?? '', citations }]
  })
  return { ...shown, citedIn }
}
