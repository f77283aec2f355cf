import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import type { CallError, CallOutput } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/hooks.ts'
import { announce } from '../../api/undo.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { TextField } from '../../components/TextField.tsx'
import styles from './EraseDialog.module.css'

type Entry = CallOutput<'bin.list'>['entries'][number]
type Props = { entry: Entry; onClose: () => void; onErased: () => void }

/** Asks before something is erased for good: what goes, what stays behind, and the reference typed once more (security rule 21). */
export function EraseDialog({ entry, onClose, onErased }: Props) {
  const { t } = useLingui()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<CallError | null>(null)
  const place = { table: entry.table, id: entry.id }
  const reach = useCall('bin.reach', place, { fleeting: true })
  const expected = reach.data?.reference ?? t({ context: 'typed to confirm', message: 'erase' })
  const fits = typed.trim().toLocaleLowerCase() === expected.toLocaleLowerCase()
  const erase = async () => {
    if (!fits || busy) return
    setBusy(true)
    const answer = await call('bin.purge', place)
    setBusy(false)
    if (!answer.ok) return setTrouble(answer.error)
    announce(
      answer.value.whole
        ? t`“${entry.label}” was erased for good.`
        : t`“${entry.label}” was erased. The vault’s file is too large, or the disk too full, to be written anew at once: the last pieces go when the vault is next opened.`,
    )
    onErased()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t`Erase “${entry.label}” for good?`}
      actions={
        <>
          <Button onPress={onClose}>{t`Keep it in the bin`}</Button>
          <Button kind="danger" busy={busy} isDisabled={!fits || reach.data === undefined} onPress={() => void erase()}>
            {t`Erase for good`}
          </Button>
        </>
      }
    >
      <form
        className={styles.body}
        onSubmit={(event) => {
          event.preventDefault()
          void erase()
        }}
      >
        {reach.error !== null && <ErrorNote error={reach.error.failure} />}
        {reach.data !== undefined && <Reach reach={reach.data} />}
        <TextField
          label={t`Type “${expected}” to confirm`}
          value={typed}
          onChange={setTyped}
          autoFocus
          disabled={reach.data === undefined && reach.error !== null}
        />
        {trouble !== null && <ErrorNote error={trouble} />}
      </form>
    </Dialog>
  )
}

/** What goes, and what stays behind all the same. */
function Reach({ reach }: { reach: CallOutput<'bin.reach'> }) {
  const { t, i18n } = useLingui()
  const records = i18n.number(Object.values(reach.rows).reduce((sum, count) => sum + (count ?? 0), 0))
  const count = Object.values(reach.rows).reduce((sum, one) => sum + (one ?? 0), 0)
  const backups = reach.copies.length
  const dates = reach.copies.map(({ at }) => i18n.date(new Date(at), { dateStyle: 'medium' }))
  const list = new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format([...new Set(dates)].slice(0, 6))
  return (
    <>
      <p>
        {t`${plural(count, { one: `${records} record goes`, other: `${records} records go` })}, with every earlier version, everything typed and not saved, and every entry in the search. There is no way back, not even by Undo.`}
      </p>
      {reach.person && <p>{t`The person goes too: no other case file is theirs.`}</p>}
      <p>{t`What stays:`}</p>
      <ul className={styles.stays}>
        <li>{t`that something was erased, by whom and when, and keyed fingerprints by which the vault can be checked. No words can be read from them.`}</li>
        {reach.rows.case_files !== undefined && <li>{t`sources, even those cited nowhere else, and reports that left the vault.`}</li>}
        <li>
          {backups === 0
            ? t`no backup in the vault’s own folder. Copies that were made elsewhere are not reached.`
            : t`${plural(backups, { one: '# file', other: '# files' })} in the vault’s own folder, backups most of all, of ${list}, and copies that were made elsewhere. Delete them by hand if they must go too.`}
        </li>
      </ul>
    </>
  )
}
