import { useEffect } from 'react'

import { call } from '../api/client.ts'
import { flushPreferences } from '../api/preferences.ts'
import { frameKeys } from './commands/frame-keys.ts'
import { isMac, isPressOf } from './commands/keys.ts'

/**
 * Locks at a press of the lock key, wherever the focus is: in a field, a menu, a dialog, a text that an input method is
 * still putting together, or on a page that has failed (security rule 8). It is heard before anything on the page hears it.
 */
export function useLockKey(unlocked: boolean): void {
  useEffect(() => {
    if (!unlocked) return undefined
    const mac = isMac(navigator.platform)
    const onKeyDown = (event: KeyboardEvent) => {
      if (!frameKeys['window.lock'].some((keys) => isPressOf(event, keys, mac))) return
      event.preventDefault()
      event.stopImmediatePropagation()
      flushPreferences()
      void call('app.lock', {})
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [unlocked])
}

/**
 * Tells main whenever something was copied or cut on the page, by whatever key or menu: it is taken off the clipboard after
 * 30 s and at lock if it is still there (security rule 24).
 */
export function useCopyWatch(): void {
  useEffect(() => {
    // The clipboard is written once every listener has run.
    const onCopy = () => void setTimeout(() => void call('app.copied', {}), 0)
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
    }
  }, [])
}
