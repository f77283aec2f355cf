import { afterAll } from 'vitest'

import { createHandlers } from '../../../electron/casework/index.ts'
import { calls } from '../../../electron/contract/index.ts'
import type { Answer, CallInput, CallOutput, CallsOf, RecordInput } from '../../../electron/contract/index.ts'
import { createDispatcher } from '../../../electron/vault/dispatch.ts'
import type { OwnCall } from '../../../electron/vault/vault-handlers.ts'
import type { Vault } from '../../../electron/vault/index.ts'
import { newVault } from '../../vault/support.ts'

export const today = '2026-11-23'

type Call = Exclude<CallsOf<'vault'>, OwnCall>

/** An office with a real encrypted vault, spoken to as the page does: through the dispatcher. */
export type Office = {
  vault: Vault
  answer: <C extends Call>(call: C, input: CallInput<C>) => Promise<Answer<CallOutput<C>>>
  /** The call's value; an error of the contract fails the test. */
  call: <C extends Call>(call: C, input: CallInput<C>) => Promise<CallOutput<C>>
  /** The error of a call, as its code and the params that matter; '' where it was answered. */
  refusal: <C extends Call>(call: C, input: CallInput<C>) => Promise<string>
  person: (name: string, fields?: RecordInput<'case_files'>) => Promise<{ id: string; personId: string; revision: number }>
  source: (title?: string, fields?: RecordInput<'sources'>) => Promise<string>
  /** Number of the last change. */
  changeNo: () => number
  /** Everything that people wrote, to compare before and after. */
  contents: () => string
}

const written = [
  'persons',
  'person_names',
  'identity_documents',
  'case_files',
  'charges',
  'whereabouts_notes',
  'custody_statuses',
  'sources',
  'citations',
  'competing_values',
  'revisions',
  'change_sets',
  'case_index',
  'case_texts',
  'name_index',
]

export async function office(): Promise<Office> {
  const vault = await newVault()
  const dispatcher = createDispatcher({ createHandlers: (opened) => createHandlers(opened, { today: () => today }) })
  dispatcher.adopt(vault)
  afterAll(() => dispatcher.close())
  const answer = async <C extends Call>(call: C, input: CallInput<C>): Promise<Answer<CallOutput<C>>> =>
    (await dispatcher.dispatch(call, input)) as Answer<CallOutput<C>>
  const call = async <C extends Call>(name: C, input: CallInput<C>): Promise<CallOutput<C>> => {
    const given = await answer(name, input)
    if (!given.ok) throw new Error(`${name}: ${JSON.stringify(given.error)}`)
    calls[name].output.parse(given.value)
    return given.value
  }
  return {
    vault,
    answer,
    call,
    refusal: async (name, input) => {
      const given = await answer(name, input)
      return given.ok ? '' : [given.error.code, ...Object.values(given.error.params).map(String)].join(' ')
    },
    person: async (name, fields = {}) => call('cases.create', { person: { name }, fields }),
    source: async (title = 'An invented bulletin', fields = {}) => (await call('sources.create', { fields: { title, ...fields } })).id,
    changeNo: () => vault.fingerprint().changeNo,
    contents: () => JSON.stringify(written.map((table) => vault.db.prepare(`SELECT * FROM ${table}`).all())),
  }
}
