import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import type { Examination } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { Note } from '../../components/Note.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useEnglishNote } from '../../i18n/use-english-note.ts'
import { Fingerprint } from '../settings/Fingerprint.tsx'
import type { Rescue } from './RecoveryScreen.tsx'
import styles from './RecoveryScreen.module.css'

type Props = { rescue: Rescue; examined: Examination; onBack: () => void; onOpened: () => void }

/** A vault that is older than its own record: what stands there, what should, and how to go on with it all the same. */
export function OlderVault({ rescue, examined: { lastChange, expectedChange }, onBack, onOpened }: Props) {
  const { t, i18n } = useLingui()
  const { typing } = useEnglishNote()
  const [typed, setTyped] = useState('')
  const { vault, passphrase, busy, run } = rescue
  const expected = expectedChange === null ? '' : i18n.number(expectedChange)
  if (lastChange === null) return null
  const same = typed.trim().toLowerCase().split(/\s+/).join(' ') === lastChange.words.join(' ')
  return (
    <>
      <Note tone="warning" title={t`Somebody may have put an older copy in its place.`}>
        <p>{t`Or a copy was put back on purpose, or a disk lost what it had promised to keep. Compare the four words with your notes or with a colleague before you go on.`}</p>
      </Note>
      <dl className={styles.compare}>
        <dt>{t`What stands there`}</dt>
        <dd>
          <Fingerprint fingerprint={lastChange} />
        </dd>
        <dt>{t`What the vault’s own record expects`}</dt>
        <dd>{t`No. ${expected}`}</dd>
      </dl>
      <Button kind="primary" onPress={onBack} isDisabled={busy !== null}>{t`Keep it closed`}</Button>
      <Disclosure title={t`Go on with the older state`}>
        <div className={styles.accept}>
          <p className={styles.said}>
            {t`Whoever looks at the vault’s activity later will see that you did. To show that you have read them, type the four words of what stands there.`}
          </p>
          <TextField label={t`The four words`} value={typed} onChange={setTyped} maxLength={120} large verbatim said={typing} />
          <Button
            kind="danger"
            isDisabled={!same || busy !== null}
            busy={busy === 'accept'}
            onPress={() => run('accept', () => call('rescue.acceptOlder', { place: vault.place, passphrase, words: typed }), onOpened)}
          >{t`Open the older state`}</Button>
        </div>
      </Disclosure>
    </>
  )
}
