import { rebuildIndex } from '../../electron/casework/search/index.ts'
import { createVault, smallMachineKdf, uuidv7 } from '../../electron/vault/index.ts'
import type { Vault } from '../../electron/vault/index.ts'
import { seeded } from './random.ts'
import { date, syntheticCase } from './synthetic-case.ts'
import type { Draft, SyntheticCase } from './synthetic-case.ts'
import { prose, rareWord } from './synthetic-prose.ts'

export const benchPassphrase = 'synthetic marble ocelot twelve lantern copper'
const seed = 20240212
/** As many case files as one import would write in one change. */
const casesAChange = 500
const casesASource = 3

/**
 * Builds a vault of made-up case files through the vault's own writer: rows, change sets, audit entries that bind every
 * row, and the search index by its own rebuild. Left out: the field-level revisions (an import of this size would write
 * ten million), so that the history of a case file is empty until something is edited.
 */
export async function buildVault(folder: string, size: number, say: (line: string) => void): Promise<void> {
  const vault = await createVault(folder, {
    passphrase: benchPassphrase,
    title: `Synthetic ${size}`,
    caseworkerName: 'Synthetic caseworker',
    kdf: smallMachineKdf,
  })
  const random = seeded(seed + size)
  const sources = writeSources(vault, Math.max(3, Math.floor(size / casesASource)))
  for (let first = 1; first <= size; first += casesAChange) {
    vault.write({ kind: 'import' }, (change) => {
      const insert = inserter(vault, change.changeNo, change.touch)
      for (let number = first; number < Math.min(first + casesAChange, size + 1); number += 1)
        writeCase(
          insert,
          syntheticCase(random, number),
          sources[random.below(sources.length)] ?? '',
          sources[random.below(sources.length)] ?? '',
        )
    })
    if (first % 10_000 === 1) say(`rows ${first - 1} of ${size}`)
  }
  vault.checkpoint()
  rebuildIndex(vault.db, (share) => {
    if (Math.round(share * size) % 10_000 === 0) say(`index ${Math.round(share * 100)} %`)
  })
  vault.close()
}

type Insert = (table: string, row: Draft) => string

function inserter({ db }: Vault, changeNo: number, touch: (table: string, uuid: string) => void): Insert {
  const statements = new Map<string, ReturnType<typeof db.prepare>>()
  return (table, row) => {
    const columns = Object.keys(row)
    const key = `${table} ${columns.join(' ')}`
    const statement =
      statements.get(key) ??
      db.prepare(
        `INSERT INTO ${table} (uuid, revision, created_change, ${columns.map((column) => `"${column}"`).join(', ')}) VALUES (?, ?, ?, ${columns.map(() => '?').join(', ')})`,
      )
    statements.set(key, statement)
    const uuid = uuidv7()
    statement.run(uuid, changeNo, changeNo, ...Object.values(row))
    touch(table, uuid)
    return uuid
  }
}

function writeSources(vault: Vault, count: number): string[] {
  const random = seeded(seed + 1)
  return vault.write({ kind: 'import' }, (change) => {
    const insert = inserter(vault, change.changeNo, change.touch)
    return Array.from({ length: count }, (_, number) =>
      insert('sources', {
        title: `Synthetic source ${number}: ${rareWord(random)} ${rareWord(random)}`,
        kind: 'news_article',
        author: rareWord(random),
        publisher: rareWord(random),
        ...date('published', 19_000 + random.below(1000)),
        reliability: 'B',
        protection: random.chance(0.1) ? 'protected' : 'open',
        code_name: `Code ${number}`,
        note: prose(random, 1),
      }),
    )
  }).value
}

function writeCase(insert: Insert, made: SyntheticCase, ...sources: [string, string]): void {
  const personId = insert('persons', made.person)
  for (const name of made.personNames) insert('person_names', { person_id: personId, ...name })
  const caseId = insert('case_files', { person_id: personId, ...made.caseFile })
  const [note] = made.whereabouts.map((row) => insert('whereabouts_notes', { case_id: caseId, ...row }))
  const [charge] = made.charges.map((row) => insert('charges', { case_id: caseId, ...row }))
  for (const row of made.statuses) insert('custody_statuses', { case_id: caseId, ...row })
  const targets = { case_files: caseId, whereabouts_notes: note ?? caseId, charges: charge ?? caseId }
  for (const [index, { target, field, quotation, credibility }] of made.citations.entries()) {
    insert('citations', {
      source_id: sources[index % 2] ?? sources[0],
      target_table: target,
      target_id: targets[target],
      field,
      quotation,
      credibility,
      locator: `p. ${index + 1}`,
    })
  }
}
