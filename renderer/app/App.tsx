import { I18nProvider } from '@lingui/react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useState } from 'react'
import { I18nProvider as AriaI18nProvider } from 'react-aria-components'

import type { Settings } from '../../electron/contract/index.ts'
import { followEvents } from '../api/cache.ts'
import { useCall } from '../api/hooks.ts'
import { forgetPreferences } from '../api/preferences.ts'
import { forgetSteps } from '../api/undo.ts'
import { ErrorNote } from '../components/ErrorNote.tsx'
import { LockScreen } from '../features/vault/LockScreen.tsx'
import { activateLanguage, browserLanguage, formats, i18n, type Language } from '../i18n/i18n.ts'
import styles from './App.module.css'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { NavigationProvider } from './navigation.tsx'
import { Shell } from './Shell.tsx'
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
        cache.clear()
      }),
    [cache],
  )

  const language = useActive(state.data?.settings)
  if (language === null) return state.error === null ? null : <FirstTrouble>{state.error.failure}</FirstTrouble>
  return (
    <I18nProvider i18n={i18n}>
      <AriaI18nProvider locale={formats[language]}>
        <ErrorBoundary>
          {locking ? null : state.data?.unlocked === true ? <Unlocked /> : state.data !== undefined && <Locked state={state.data} />}
        </ErrorBoundary>
      </AriaI18nProvider>
    </I18nProvider>
  )
}

/** At the lock screen the size is all that a key changes: a person must be able to read it. */
function Locked({ state }: Parameters<typeof LockScreen>[0]) {
  useZoomKeys(state.settings.zoom)
  return <LockScreen state={state} />
}

function Unlocked() {
  return (
    <NavigationProvider>
      <Shell />
    </NavigationProvider>
  )
}

/** The door to the program is shut before a language is known: said in the browser's, where it is one of ours. */
function FirstTrouble({ children }: { children: Parameters<typeof ErrorNote>[0]['error'] }) {
  const language = useActive({ language: browserLanguage(), theme: 'system', contrast: 'system' })
  if (language === null) return null
  return (
    <I18nProvider i18n={i18n}>
      <main className={styles.trouble}>
        <ErrorNote error={children} />
      </main>
    </I18nProvider>
  )
}

/** Makes the settings seen; the language is null until its words are there. */
function useActive(settings: Pick<Settings, 'language' | 'theme' | 'contrast'> | undefined): Language | null {
  const [active, setActive] = useState<Language | null>(null)
  const language = settings?.language
  const theme = settings?.theme
  const contrast = settings?.contrast
  useLayoutEffect(() => {
    if (language === undefined) return
    activateLanguage(language)
    setActive(language)
  }, [language])
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
