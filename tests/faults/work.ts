import { basename } from 'node:path'

import { applyBackupRecord, makeBackup } from '../../electron/vault/backups.ts'
import type { Random } from './seeded.ts'
import type { Service } from './service.ts'

/** One thing that a caseworker does; what it needs, it takes from what is there. */
export type Step = { name: string; run: (service: Service, random: Random) => Promise<unknown> }

const words = ['El Rodeo', 'Caracas', 'a long telephone call', 'brother', 'the second hearing', 'without a lawyer', 'moved at night']
const text = (random: Random, length: number): string => {
  let written = ''
  while (written.length < length) written += `${random.pick(words)} ${random.below(1000)}. `
  return written
}

const idsOf = (service: Service, table: string): { uuid: string; revision: number }[] =>
  service.vault.db.prepare<[], { uuid: string; revision: number }>(`SELECT uuid, revision FROM ${table} WHERE binned_change IS NULL`).all()

const newCase = (service: Service, random: Random) =>
  service.call('cases.create', {
    person: { name: `Person ${random.below(100_000)}` },
    fields: { summary: text(random, 60 + random.below(1500)), arrestDate: '2025-03' },
    status: { fields: { status: 'on_remand', since: '2025' } },
  })

async function someCase(service: Service, random: Random): Promise<{ uuid: string; revision: number }> {
  const found = idsOf(service, 'case_files')
  if (found.length > 0) return random.pick(found)
  const made = await newCase(service, random)
  return { uuid: made.id, revision: made.revision }
}

async function some(service: Service, random: Random, table: string, make: () => Promise<unknown>) {
  if (idsOf(service, table).length === 0) await make()
  return random.pick(idsOf(service, table))
}
const aSource = (service: Service, random: Random) => service.call('sources.create', { fields: { title: text(random, 30) } })
const aCharge = async (service: Service, random: Random) =>
  service.call('charges.create', { fields: { caseId: (await someCase(service, random)).uuid, offence: text(random, 20) } })

/** Every kind of write that people make through commands. */
export const changes: readonly Step[] = [
  { name: 'a new case file', run: newCase },
  {
    name: 'a field of a case file',
    run: async (service, random) => {
      const { uuid, revision } = await someCase(service, random)
      return service.call('cases.update', { id: uuid, baseRevision: revision, fields: { summary: text(random, 40 + random.below(3000)) } })
    },
  },
  {
    name: 'a person',
    run: async (service, random) => {
      await someCase(service, random)
      const { uuid, revision } = random.pick(idsOf(service, 'persons'))
      return service.call('persons.update', { id: uuid, baseRevision: revision, fields: { name: `Renamed ${random.below(1e6)}` } })
    },
  },
  { name: 'a charge', run: aCharge },
  {
    name: 'whereabouts',
    run: async (service, random) =>
      service.call('whereabouts.create', { fields: { caseId: (await someCase(service, random)).uuid, place: random.pick(words) } }),
  },
  {
    name: 'a custody status',
    run: async (service, random) =>
      service.call('custody.create', { fields: { caseId: (await someCase(service, random)).uuid, status: 'on_trial', since: '2026' } }),
  },
  { name: 'a source', run: aSource },
  {
    name: 'a citation',
    run: async (service, random) => {
      const source = await some(service, random, 'sources', () => aSource(service, random))
      const target = await someCase(service, random)
      return service.call('citations.create', {
        fields: { sourceId: source.uuid, targetTable: 'case_files', targetId: target.uuid, field: 'summary', credibility: 2 },
      })
    },
  },
  {
    name: 'into the bin and out of it',
    run: async (service, random) => {
      const charge = await some(service, random, 'charges', () => aCharge(service, random))
      await service.call('charges.bin', { id: charge.uuid })
      return service.call('charges.restore', { id: charge.uuid })
    },
  },
  {
    name: 'undo',
    run: async (service, random) => {
      const made = await aCharge(service, random)
      return service.call('history.undo', { changeNo: made.changeNo })
    },
  },
  {
    name: 'a saved search',
    run: (service, random) => service.call('savedSearches.create', { fields: { name: text(random, 10), query: random.pick(words) } }),
  },
  { name: 'preferences', run: (service, random) => service.call('preferences.put', { listWidth: 300 + random.below(200) }) },
]

/** What takes longer: a backup, and erasing for good. */
export const largeSteps: readonly Step[] = [
  {
    name: 'a backup',
    run: (service) => {
      const { made, record } = makeBackup(service.vault, 'manual')
      applyBackupRecord(service.vault, record)
      return Promise.resolve(basename(made.file))
    },
  },
  {
    name: 'erasing for good',
    run: async (service, random) => {
      const { id } = await aSource(service, random)
      await service.call('sources.bin', { id })
      return service.call('bin.purge', { table: 'sources', id })
    },
  },
]

/** What is being typed. */
export const draftSteps: readonly Step[] = [
  {
    name: 'a draft',
    run: (service, random) =>
      Promise.resolve(
        service.drafts.put({ key: `case/${random.below(8)}/summary`, value: text(random, 20 + random.below(4000)), baseRevision: null }),
      ),
  },
  {
    name: 'a draft that became a change',
    run: (service, random) => Promise.resolve(service.drafts.clear(`case/${random.below(8)}/summary`)),
  },
]
