import type { I18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { useQueryClient } from '@tanstack/react-query'
import { startTransition, Suspense, useEffect, useLayoutEffect, useState } from 'react'
import { I18nProvider as AriaI18nProvider } from 'react-aria-components'

import type { Settings } from '../../electron/contract/index.ts'
import { followEvents } from '../api/cache.ts'
import { useCall } from '../api/hooks.ts'
import { forgetDamage } from '../api/damage.ts'
import { forgetPreferences } from '../api/preferences.ts'
import { forgetSteps } from '../api/undo.ts'
import { ErrorNote } from '../components/ErrorNote.tsx'
import { LockScreen } from '../features/vault/LockScreen.tsx'
import { browserLanguage, declareLanguage, fetchOtherWords, fetchWords, formats, wordsIn, type Language } from '../i18n/i18n.ts'
import styles from './App.module.css'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { fetchUnlockedWhenIdle, Unlocked } from './unlocked-chunk.ts'
import { useCopyWatch, useLockKey } from './use-lock-key.ts'
import { useZoomKeys } from './use-zoom.ts'

/** The page: locked or unlocked, in the language and the light that the person chose. */
export function App() {
  const cache = useQueryClient()
  const [locking, setLocking] = useState(false)
  const state = useCall('app.state', {})

  useEffect(
    () =>
      followEvents(cache, (event) => {
        if (event.type !== 'vault.locking') return
        // Main replaces every process; until it does, nothing stays to be seen.
        setLocking(true)
        forgetSteps()
        forgetPreferences()
        forgetDamage()
        cache.clear()
      }),
    [cache],
  )

  useLockKey(state.data?.unlocked === true)
  useCopyWatch()
  const active = useActive(state.data?.settings)
  if (active === null) return state.error === null ? null : <FirstTrouble>{state.error.failure}</FirstTrouble>
  return (
    <I18nProvider i18n={active.words}>
      <AriaI18nProvider locale={formats[active.language]}>
        <ErrorBoundary>
          {locking ? null : state.data?.unlocked === true ? (
            <Suspense>
              <Unlocked />
            </Suspense>
          ) : (
            state.data !== undefined && <Locked state={state.data} />
          )}
        </ErrorBoundary>
      </AriaI18nProvider>
    </I18nProvider>
  )
}

/** At the lock screen the size is all that a key changes: a person must be able to read it. */
function Locked({ state }: Parameters<typeof LockScreen>[0]) {
  // What stands behind the lock is fetched while the passphrase is typed.
  useEffect(fetchUnlockedWhenIdle, [])
  useZoomKeys(state.settings.zoom)
  return <LockScreen state={state} />
}

/** The door to the program is shut before a language is known: said in the browser's, where it is one of ours. */
function FirstTrouble({ children }: { children: Parameters<typeof ErrorNote>[0]['error'] }) {
  const active = useActive({ language: browserLanguage(), theme: 'system', contrast: 'system' })
  if (active === null) return null
  return (
    <I18nProvider i18n={active.words}>
      <main className={styles.trouble}>
        <ErrorNote error={children} />
      </main>
    </I18nProvider>
  )
}

type Active = { language: Language; words: I18n }

/** Makes the settings seen; the answer is null until the words of a language are there. */
function useActive(settings: Pick<Settings, 'language' | 'theme' | 'contrast'> | undefined): Active | null {
  const [active, setActive] = useState<Active | null>(null)
  const language = settings?.language
  const theme = settings?.theme
  const contrast = settings?.contrast
  useLayoutEffect(() => {
    if (language === undefined) return undefined
    let wanted = true
    // Every word of the page is another: set in slices, so that it goes on listening meanwhile.
    const show = (words: I18n) => {
      if (wanted) startTransition(() => setActive((before) => (before?.words === words ? before : { language, words })))
    }
    const words = wordsIn(language)
    if (words === undefined) void fetchWords(language).then(show)
    else show(words)
    return () => {
      wanted = false
    }
  }, [language])
  const shown = active?.language
  useLayoutEffect(() => {
    if (shown === undefined) return
    declareLanguage(shown)
    fetchOtherWords()
  }, [shown])
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    if (theme === undefined || theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
  }, [theme])
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    if (contrast === 'more') dataset['contrast'] = contrast
    else delete dataset['contrast']
  }, [contrast])
  return active
}
