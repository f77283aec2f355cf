import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'

import type { CallError, CallOutput, Erasure, Settings, SharedFolder } from '../../../electron/contract/index.ts'
import { languages } from '../../../electron/contract/language-list.ts'
import { useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { languageNames } from '../../i18n/i18n.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { HelpLink } from '../guide/HelpLink.tsx'
import { CreateVault } from './CreateVault.tsx'
import { NoVaultYet } from './NoVaultYet.tsx'
import styles from './LockScreen.module.css'
import { UnlockForm } from './UnlockForm.tsx'

// The lock screen comes first of all and seldom needs these.
const EraseDialog = lazy(async () => ({ default: (await import('../coercion/EraseDialog.tsx')).EraseDialog }))
const ErasedNote = lazy(async () => ({ default: (await import('../coercion/ErasedNote.tsx')).ErasedNote }))
const RecoveryScreen = lazy(async () => ({ default: (await import('../rescue/RecoveryScreen.tsx')).RecoveryScreen }))
const Recover = lazy(async () => ({ default: (await import('../keys/Recover.tsx')).Recover }))

export type ChosenPlace = { place: string; name: string; shared: SharedFolder | null }

/** What stands between a person and a vault: unlock one, choose another, or make a new one. */
export function LockScreen({ state }: { state: CallOutput<'app.state'> }) {
  const { t } = useLingui()
  const [vault, setVault] = useState<ChosenPlace | null>(state.lastVault)
  const [creating, setCreating] = useState<'vault' | 'examples' | null>(null)
  const [recovering, setRecovering] = useState(false)
  const [erasing, setErasing] = useState(false)
  const [erased, setErased] = useState<Erasure | null>(state.erased)
  const [rescue, setRescue] = useState<{ trouble: CallError | null; passphrase: string } | null>(null)
  const choose = useCommand('app.chooseVault')

  const chooseVault = async () => {
    const answer = await choose.run({})
    if (answer.ok && answer.value !== null) {
      setVault(answer.value)
      setCreating(null)
      setRecovering(false)
      setErased(null)
      setRescue(null)
    }
  }

  return (
    <main className={styles.screen} aria-busy={choose.busy}>
      <div className={creating === null && rescue === null && !recovering ? styles.column : `${styles.column} ${styles.tall}`}>
        <h1 className={styles.name}>Habeas</h1>
        {erased !== null && creating === null && (
          <Suspense>
            <ErasedNote left={erased} />
          </Suspense>
        )}
        {creating !== null ? (
          <CreateVault key={creating} examples={creating === 'examples'} onBack={() => setCreating(null)} />
        ) : vault === null ? (
          <NoVaultYet
            locked={state.locked}
            onMake={() => setCreating('vault')}
            onOpen={() => void chooseVault()}
            onLookAround={() => setCreating('examples')}
          />
        ) : rescue !== null ? (
          <Suspense>
            <RecoveryScreen
              key={vault.place}
              vault={vault}
              {...rescue}
              onBack={() => setRescue(null)}
              onPlace={(place) => {
                setVault(place)
                setRescue(null)
              }}
            />
          </Suspense>
        ) : recovering ? (
          <Suspense>
            <Recover key={vault.place} vault={vault} onBack={() => setRecovering(false)} />
          </Suspense>
        ) : (
          <>
            <p className={styles.lead}>
              {/* Of another folder than the one that is remembered it isn't known whether it was open. */}
              {state.locked && vault.place === state.lastVault?.place
                ? t`Locked, and nothing was lost. Without the passphrase nothing in this vault can be read.`
                : t`Locked. Without the passphrase nothing in this vault can be read.`}
            </p>
            <UnlockForm
              key={vault.place}
              vault={vault}
              onAnother={() => void chooseVault()}
              onForgotten={() => setRecovering(true)}
              onTrouble={(trouble, passphrase) => setRescue({ trouble, passphrase })}
            />
          </>
        )}
        {choose.error !== null && choose.error.code !== 'cancelled' && <ErrorNote error={choose.error} />}
        <footer className={styles.foot}>
          <span className={styles.elsewhere}>
            {vault !== null && creating === null && rescue === null && (
              <>
                <Button kind="quiet" onPress={() => void chooseVault()}>{t`Another vault`}</Button>
                <Button kind="quiet" onPress={() => setCreating('vault')}>{t`New vault`}</Button>
                <Button kind="quiet" onPress={() => setErasing(true)}>{t`Quick erase…`}</Button>
              </>
            )}
            <HelpLink chapter={rescue !== null ? 'damage' : recovering ? 'keys' : 'safety'} />
          </span>
          <LanguageSwitch />
        </footer>
      </div>
      {erasing && vault !== null && (
        <Suspense>
          <EraseDialog
            which={vault.place}
            onClose={() => setErasing(false)}
            onErased={(left) => {
              setErasing(false)
              setErased(left)
              setVault(null)
            }}
          />
        </Suspense>
      )}
    </main>
  )
}

/** Every language by its own name, for whoever can't read the one that is shown. */
function LanguageSwitch() {
  const { t } = useLingui()
  const now = useLanguage()
  const change = useCommand('app.changeSettings')
  const chosen = useRef<HTMLSpanElement>(null)
  const pressed = useRef(false)
  // The button that was pressed is a button no more: its word keeps the focus.
  useEffect(() => {
    if (pressed.current) chosen.current?.focus()
    pressed.current = false
  }, [now])
  const choose = (language: Settings['language']) => {
    pressed.current = true
    void change.run({ language })
  }
  return (
    <span className={styles.languages} role="group" aria-label={t`Language`}>
      {languages.map((language) =>
        language === now ? (
          <span key={language} className={styles.now} lang={language} aria-current="true" tabIndex={-1} ref={chosen}>
            {languageNames[language]}
          </span>
        ) : (
          <Button key={language} kind="quiet" onPress={() => choose(language)}>
            <span lang={language}>{languageNames[language]}</span>
          </Button>
        ),
      )}
    </span>
  )
}
