import type { CallInput, CallName } from '../../../electron/contract/index.ts'
import { otherPassphrase, passphrase } from '../../vault/support.ts'
import { keySamples } from './key-samples.ts'
import { freePlace, placeWithVault } from './world.ts'
import type { World } from './world.ts'

type Made<C extends CallName> = CallInput<C> | Promise<CallInput<C>>

const aCase = (world: World) =>
  world.call('cases.create', { person: { name: 'Sample Person' }, fields: { summary: 'One.[^mark1] Two.', arrestDate: '2025' } })
const aSource = async (world: World): Promise<string> => (await world.call('sources.create', { fields: { title: 'Sample source' } })).id
const aCharge = async (world: World) => world.call('charges.create', { fields: { caseId: (await aCase(world)).id, offence: 'Treason' } })
const aNote = async (world: World) => world.call('whereabouts.create', { fields: { caseId: (await aCase(world)).id, place: 'El Rodeo' } })
const aStatus = async (world: World) => world.call('custody.create', { fields: { caseId: (await aCase(world)).id, status: 'on_remand' } })
const aName = async (world: World) =>
  world.call('personNames.create', { fields: { personId: (await aCase(world)).personId, kind: 'alias', name: 'Sample' } })
const aPaper = async (world: World) =>
  world.call('identityDocuments.create', { fields: { personId: (await aCase(world)).personId, number: 'V-1' } })
const aCitation = async (world: World) => {
  const [{ id }, source] = [await aCase(world), await aSource(world)]
  return world.call('citations.create', {
    fields: { sourceId: source, targetTable: 'case_files', targetId: id, field: 'summary', mark: 'mark1', credibility: 2 },
  })
}
const aClaim = async (world: World) =>
  world.call('competingValues.create', {
    fields: {
      targetTable: 'case_files',
      targetId: (await aCase(world)).id,
      field: 'arrestDate',
      date: 'March 2025',
      reason: 'Another bulletin says so',
    },
  })

type Row = { id: string; revision: number }
const update = async <F>(row: Promise<Row>, fields: F): Promise<{ id: string; baseRevision: number; fields: F }> => {
  const { id, revision } = await row
  return { id, baseRevision: revision, fields }
}
const only = async (row: Promise<Row>): Promise<{ id: string }> => ({ id: (await row).id })
const binned = async (world: World, call: Extract<CallName, `${string}.bin`>, row: Promise<Row>): Promise<{ id: string }> => {
  const { id } = await row
  await world.call(call, { id })
  return { id }
}

const aSearch = async (world: World) =>
  world.call('savedSearches.create', { fields: { name: 'Held long', filter: '{"statusGroups":["held"]}' } })

const cardSet = {
  vaultNumber: '4f7a92d0-0000-7000-8000-000000000000',
  setId: '0badcafe',
  needed: 2,
  total: 2,
  cards: [1, 2].map((number) => ({ number, words: ['abandon', 'zoo'], text: `HABEAS:${number}` })),
}
const sha256 = 'a'.repeat(64)
const id = '00000000-0000-7000-8000-000000000000'
const aBackup = async (world: World) => {
  await world.call('backups.make', {})
  const [backup] = (await world.call('backups.list', {})).backups
  return { name: backup?.name ?? '', place: 'vault' as const }
}
const report = { template: 'case', language: 'en', audience: 'press', today: '2026-11-23' } as const

/** One acceptable request for each call of the contract. A call without one does not compile. */
export const samples: { [C in CallName]: (world: World) => Made<C> } = {
  ...keySamples,
  'app.state': () => ({}),
  'app.changeSettings': () => ({ language: 'es', lockAfterMinutes: 5 }),
  'app.chooseVault': () => ({}),
  'app.chooseNewVault': () => ({ suggestedName: 'Office' }),
  'app.lock': () => ({}),
  'app.quit': () => ({}),
  'app.copy': () => ({ text: 'HAB-2026-0001' }),
  'app.copied': () => ({}),
  'app.checkComputer': () => ({ which: null }),
  'travel.preview': async (world) => ({ caseIds: [(await aCase(world)).id] }),
  'travel.make': async (world) => ({
    caseIds: [(await aCase(world)).id],
    place: freePlace,
    title: 'Geneva',
    caseworkerName: 'Ana',
    passphrase: otherPassphrase,
    leaveProtected: false,
  }),
  'travel.cancel': () => ({}),
  'app.eraseFacts': () => ({ which: placeWithVault }),
  'app.quickErase': () => ({ which: placeWithVault, word: 'Test', files: 'keep' }),
  'reports.cancel': () => ({}),
  'backups.state': () => ({}),
  'backups.list': () => ({}),
  'backups.make': () => ({}),
  'backups.verify': (world) => aBackup(world),
  'backups.forgetPlace': () => ({}),
  'backups.choosePlace': () => ({}),
  'backups.saveAs': () => ({}),
  'work.cancel': () => ({}),
  'reports.preview': () => ({ caseId: id, ...report }),
  'reports.save': () => ({ caseId: id, ...report }),
  'cards.save': () => ({ language: 'en', set: cardSet }),

  'rescue.examine': () => ({ place: placeWithVault, passphrase }),
  'rescue.openReadOnly': () => ({ place: placeWithVault, passphrase }),
  'rescue.restore': ({ elsewhere }) => ({ place: placeWithVault, passphrase, backup: elsewhere.backup }),
  'rescue.salvage': () => ({ place: placeWithVault, passphrase, target: freePlace }),
  'rescue.acceptOlder': ({ elsewhere }) => ({ place: placeWithVault, passphrase, words: elsewhere.words }),
  'rescue.copy': () => ({ place: placeWithVault, target: freePlace }),
  'rescue.cancel': () => ({}),
  'rescue.saveList': () => ({ lost: [{ table: 'charges', id }], unlike: [], pages: [{ page: 7, table: null }] }),

  'vault.create': () => ({ place: freePlace, title: 'Office', caseworkerName: 'Ana', passphrase }),
  'vault.unlock': () => ({ place: placeWithVault, passphrase }),
  'vault.info': () => ({}),
  'vault.changePassphrase': () => ({ current: passphrase, next: otherPassphrase }),
  'vault.checkPassphrase': () => ({ passphrase: 'summer2026', related: ['Office'] }),
  'vault.suggestPassphrase': () => ({ language: 'es' }),
  'vault.verify': () => ({}),
  'caseworkers.list': () => ({}),
  'home.draftPlaces': async (world) => ({ rows: [{ table: 'case_files', id: (await aCase(world)).id }] }),
  'terms.list': () => ({ vocabulary: 'custody_status' }),

  'history.ofCase': async (world) => ({ caseId: (await aCase(world)).id, limit: 10 }),
  'history.ofField': async (world) => ({ table: 'charges', id: (await aCharge(world)).id, field: 'offence' }),
  'history.undo': async (world) => ({ changeNo: (await aCharge(world)).changeNo }),
  'bin.list': () => ({ limit: 10, offset: 0 }),
  'bin.reach': async (world) => ({ table: 'case_files', ...(await binned(world, 'cases.bin', aCase(world))) }),
  'bin.purge': async (world) => ({ table: 'case_files', ...(await binned(world, 'cases.bin', aCase(world))) }),
  'audit.list': () => ({ before: 3, limit: 10 }),
  'audit.checkHead': () => ({ changeNo: 1, words: ['abandon', 'ability', 'able', 'about'] }),

  'drafts.put': () => ({ key: 'new-case', value: 'What was being typed', baseRevision: null }),
  'drafts.clear': () => ({ key: 'new-case' }),
  'drafts.list': () => ({}),

  'reports.collect': async (world) => ({ caseId: (await aCase(world)).id, ...report }),
  'reports.record': async (world) => ({ caseId: (await aCase(world)).id, template: 'case', audience: 'press', sha256 }),
  'cards.record': async (world) => ({ setId: (await world.call('keys.makeShares', { current: passphrase })).setId, sha256 }),

  'cases.list': () => ({ filter: { statusGroups: ['held'], unsourced: true }, sort: 'name', limit: 10, offset: 0, today: '2026-11-23' }),
  'cases.heads': async (world) => ({ ids: [(await aCase(world)).id] }),
  'cases.get': async (world) => ({ id: (await aCase(world)).id, today: '2026-11-23' }),
  'cases.create': () => ({
    person: { name: 'New Person', citizenships: ['Spanish'] },
    fields: { arrestDate: { typed: 'febrero de 2024', language: 'es' } },
    status: { fields: { status: 'on_remand', since: '2024' } },
  }),
  'cases.update': async (world) => update(aCase(world), { summary: 'Two.', arrestWarrantShown: 'no', tags: ['a'] }),
  'cases.bin': async (world) => only(aCase(world)),
  'cases.restore': async (world) => binned(world, 'cases.bin', aCase(world)),
  'persons.list': () => ({ query: 'sample', limit: 10, offset: 0 }),
  'persons.get': async (world) => ({ id: (await aCase(world)).personId, today: '2026-11-23' }),
  'persons.possibleDuplicates': () => ({ name: 'Sample Person', birth: '1990', limit: 3 }),
  'persons.update': async (world) => {
    const made = await aCase(world)
    return { id: made.personId, baseRevision: made.personRevision, fields: { birth: 'about 1990', groupCount: 3 } }
  },
  'personNames.create': async (world) => ({ fields: { personId: (await aCase(world)).personId, kind: 'alias', name: 'Other' } }),
  'personNames.update': async (world) => update(aName(world), { name: 'Another' }),
  'personNames.bin': async (world) => only(aName(world)),
  'personNames.restore': async (world) => binned(world, 'personNames.bin', aName(world)),
  'identityDocuments.create': async (world) => ({ fields: { personId: (await aCase(world)).personId, kind: 'passport', issued: '2020' } }),
  'identityDocuments.update': async (world) => update(aPaper(world), { issuedBy: 'An office' }),
  'identityDocuments.bin': async (world) => only(aPaper(world)),
  'identityDocuments.restore': async (world) => binned(world, 'identityDocuments.bin', aPaper(world)),
  'charges.create': async (world) => ({ fields: { caseId: (await aCase(world)).id, offence: 'Conspiracy', status: 'charged' } }),
  'charges.update': async (world) => update(aCharge(world), { status: 'dropped', date: '2024-03' }),
  'charges.bin': async (world) => only(aCharge(world)),
  'charges.restore': async (world) => binned(world, 'charges.bin', aCharge(world)),
  'whereabouts.create': async (world) => ({ fields: { caseId: (await aCase(world)).id, place: 'Yare II', contactFamily: 'yes' } }),
  'whereabouts.update': async (world) => update(aNote(world), { from: 'after 3 March 2025', conditions: 'Crowded.' }),
  'whereabouts.bin': async (world) => only(aNote(world)),
  'whereabouts.restore': async (world) => binned(world, 'whereabouts.bin', aNote(world)),
  'custody.create': async (world) => ({ fields: { caseId: (await aCase(world)).id, status: 'on_trial', since: '2025' } }),
  'custody.update': async (world) => update(aStatus(world), { words: 'held for trial' }),
  'custody.bin': async (world) => only(aStatus(world)),
  'custody.restore': async (world) => binned(world, 'custody.bin', aStatus(world)),
  'sources.list': () => ({ query: 'sample', limit: 10, offset: 0 }),
  'sources.get': async (world) => ({ id: await aSource(world), reveal: false }),
  'sources.create': () => ({ fields: { title: 'New source', kind: 'news_article', reliability: 'B', published: '28 January' } }),
  'sources.update': async (world) =>
    update(world.call('sources.create', { fields: { title: 'Old' } }), { title: 'New', protection: 'restricted' }),
  'sources.bin': async (world) => ({ id: await aSource(world) }),
  'sources.restore': async (world) => binned(world, 'sources.bin', world.call('sources.create', { fields: { title: 'Withdrawn' } })),
  'citations.create': async (world) => ({
    fields: {
      sourceId: await aSource(world),
      targetTable: 'case_files',
      targetId: (await aCase(world)).id,
      field: 'summary',
      mark: 'mark1',
      credibility: 3,
    },
  }),
  'citations.update': async (world) => update(aCitation(world), { locator: 'paragraph 3', credibility: 4 }),
  'citations.bin': async (world) => only(aCitation(world)),
  'citations.restore': async (world) => binned(world, 'citations.bin', aCitation(world)),
  'competingValues.create': async (world) => ({
    fields: {
      targetTable: 'case_files',
      targetId: (await aCase(world)).id,
      field: 'arrestPlace',
      value: 'Caracas',
      reason: 'The family says so',
    },
  }),
  'competingValues.update': async (world) => update(aClaim(world), { date: 'April 2025', reason: 'Corrected' }),
  'competingValues.bin': async (world) => only(aClaim(world)),
  'competingValues.restore': async (world) => binned(world, 'competingValues.bin', aClaim(world)),
  'competingValues.adopt': async (world) => {
    const { id: claim, revision } = await aClaim(world)
    return { id: claim, baseRevision: revision, reason: 'Confirmed since' }
  },
  'savedSearches.list': () => ({}),
  'savedSearches.create': () => ({ fields: { name: 'Held', query: 'garcia', filter: '{"staleDays":30}', sort: 'changed_first' } }),
  'savedSearches.update': async (world) => update(aSearch(world), { filter: '{"force":"SEBIN"}' }),
  'savedSearches.bin': async (world) => only(aSearch(world)),
  'savedSearches.restore': async (world) => binned(world, 'savedSearches.bin', aSearch(world)),
  'home.overview': async (world) => {
    await aNote(world)
    return { today: '2026-11-23', staleDays: 30, limit: 6 }
  },
  'statistics.heldOverTime': async (world) => {
    await aStatus(world)
    return { days: ['2025-01-01', '2026-01-01'], today: '2026-11-23' }
  },
  'preferences.get': () => ({}),
  'preferences.put': () => ({ listWidth: 400, density: 'dense', tabs: [id], activeTab: id }),
  'search.cases': () => ({
    query: 'sample',
    filter: { statuses: ['on_remand'] },
    sort: 'unsourced',
    today: '2026-11-23',
    snippets: 2,
    count: true,
    limit: 10,
    offset: 0,
  }),
  'search.snippets': async (world) => ({ query: 'sample', ids: [(await aCase(world)).id] }),
  'search.facets': () => ({ query: 'sample', filter: { tag: 'a', force: 'SEBIN', staleDays: 30 }, today: '2026-11-23', staleDays: 30 }),
}
