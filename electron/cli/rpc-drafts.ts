import { calls, readShape } from '../contract/index.ts'
import type { Answer, CallName } from '../contract/index.ts'
import { asCallError, VaultError } from '../vault/index.ts'
import { describeIssue } from '../vault/issues.ts'
import { openDrafts } from '../vault/drafts-store.ts'
import type { DraftsStore } from '../vault/drafts-store.ts'
import { newRecipient } from '../vault/key-handover.ts'
import { wipe } from '../vault/secrets.ts'
import type { Session } from './session.ts'

const stores = new WeakMap<Session, DraftsStore>()

/** The drafts of the session's vault, opened when first asked for, with the key handed over as between processes. */
function storeOf(session: Session): DraftsStore {
  const known = stores.get(session)
  if (known) return known
  const vault = session.dispatcher.vault()
  if (!vault) throw new VaultError('locked')
  const recipient = newRecipient()
  const key = recipient.open(vault.sealDraftsKey(recipient.publicKey))
  try {
    const store = openDrafts(session.folder, key)
    stores.set(session, store)
    return store
  } finally {
    wipe(key)
  }
}

export function closeDrafts(session: Session): void {
  stores.get(session)?.close()
  stores.delete(session)
}

export async function answerDraftsCall(call: CallName, input: unknown, session: Session | undefined): Promise<Answer<unknown>> {
  try {
    const read = readShape(calls[call].input, input)
    if (!read.success) return { ok: false, error: { code: 'invalid_input', params: describeIssue(read.error) } }
    if (!session) throw new VaultError('locked')
    const store = storeOf(session)
    if (call === 'drafts.put') return { ok: true, value: store.put(calls['drafts.put'].input.parse(input)) }
    if (call === 'drafts.list') return { ok: true, value: { drafts: store.list() } }
    store.clear(calls['drafts.clear'].input.parse(input).key)
    return { ok: true, value: {} }
  } catch (error) {
    return { ok: false, error: asCallError(error, 'drafts') }
  }
}
