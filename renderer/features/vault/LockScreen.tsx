import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import { languages } from '../../../electron/contract/index.ts'
import type { CallOutput } from '../../../electron/contract/index.ts'
import { useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { languageNames } from '../../i18n/i18n.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { CreateVault } from './CreateVault.tsx'
import styles from './LockScreen.module.css'
import { UnlockForm } from './UnlockForm.tsx'

export type ChosenPlace = { place: string; name: string }

/** What stands between a person and a vault: unlock one, choose another, or make a new one. */
export function LockScreen({ state }: { state: CallOutput<'app.state'> }) {
  const { t } = useLingui()
  const [vault, setVault] = useState<ChosenPlace | null>(state.lastVault)
  const [creating, setCreating] = useState(false)
  const choose = useCommand('app.chooseVault')

  const chooseVault = async () => {
    const answer = await choose.run({})
    if (answer.ok && answer.value !== null) {
      setVault(answer.value)
      setCreating(false)
    }
  }

  return (
    <main className={styles.screen}>
      <div className={creating ? `${styles.column} ${styles.tall}` : styles.column}>
        <h1 className={styles.name}>Habeas</h1>
        {creating ? (
          <CreateVault onBack={() => setCreating(false)} />
        ) : vault === null ? (
          <>
            <p className={styles.lead}>{t`Case files on detained people, kept encrypted on this computer and nowhere else.`}</p>
            <div className={styles.choices}>
              <Button kind="primary" wide onPress={() => setCreating(true)} autoFocus>{t`Make a new vault`}</Button>
              <Button wide onPress={() => void chooseVault()}>{t`Open a vault`}</Button>
            </div>
          </>
        ) : (
          <>
            <p className={styles.lead}>{t`Locked. Without the passphrase nothing in this vault can be read.`}</p>
            <UnlockForm key={vault.place} vault={vault} />
          </>
        )}
        {choose.error !== null && choose.error.code !== 'cancelled' && <ErrorNote error={choose.error} />}
        <footer className={styles.foot}>
          <span className={styles.elsewhere}>
            {vault !== null && !creating && (
              <>
                <Button kind="quiet" onPress={() => void chooseVault()}>{t`Another vault`}</Button>
                <Button kind="quiet" onPress={() => setCreating(true)}>{t`New vault`}</Button>
              </>
            )}
          </span>
          <LanguageSwitch />
        </footer>
      </div>
    </main>
  )
}

function LanguageSwitch() {
  const now = useLanguage()
  const change = useCommand('app.changeSettings')
  return (
    <span className={styles.languages}>
      {languages
        .filter((language) => language !== now)
        .map((language) => (
          <Button key={language} kind="quiet" onPress={() => void change.run({ language })}>
            <span lang={language}>{languageNames[language]}</span>
          </Button>
        ))}
    </span>
  )
}
