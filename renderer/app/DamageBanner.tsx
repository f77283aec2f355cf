import { useLingui } from '@lingui/react/macro'

import { useDamage } from '../api/damage.ts'
import { knownWhyReadOnly } from '../api/why-read-only.ts'
import { useCall, useCommand } from '../api/hooks.ts'
import { Button } from '../components/Button.tsx'
import { Note } from '../components/Note.tsx'
import styles from './DamageBanner.module.css'

/** Stays for as long as the vault is open: it is damaged, and was opened all the same, or damage was met while working. */
export function DamageBanner() {
  const { t, i18n } = useLingui()
  const { data } = useCall('vault.info', {})
  const met = useDamage()
  const lock = useCommand('app.lock')
  const why = knownWhyReadOnly()
  const titles = {
    older: t`Opened for reading only: this vault is older than its own record.`,
    no_record: t`Opened for reading only: the record of this vault’s last change is missing or damaged.`,
    damaged: t`Opened for reading only: this vault is damaged.`,
    unknown: t`Opened for reading only: this vault is damaged, or older than its own record.`,
  } as const
  if (data?.damaged === true)
    return (
      <div className={styles.banner}>
        <Note tone="warning" title={titles[why ?? 'unknown']} actions={<Button onPress={() => void lock.run({})}>{t`Lock now`}</Button>}>
          <p>
            {why === 'older'
              ? t`Changes that were made later are missing here.`
              : why === 'no_record'
                ? t`All of it may be here, but whether this is the newest state can’t be told.`
                : t`What can’t be read is missing here, and counts may be too small.`}{' '}
            {t`Nothing can be changed. To go on working, lock it and unlock it again: backups and the other ways out are offered there.`}
          </p>
        </Note>
      </div>
    )
  if (met === null) return null
  const { page } = met.params
  const number = typeof page === 'number' ? i18n.number(page) : ''
  return (
    <div className={styles.banner}>
      <Note
        tone="danger"
        alert
        title={
          number === ''
            ? t`A part of the vault can’t be read.`
            : t`A part of the vault can’t be read: page ${number} of the database is damaged.`
        }
        actions={<Button onPress={() => void lock.run({})}>{t`Lock now`}</Button>}
      >
        <p>{t`Nothing wrong is shown in its place. Lock the vault and choose “Something is wrong with this vault” at the lock screen; backups and all that can be read are offered there.`}</p>
      </Note>
    </div>
  )
}
