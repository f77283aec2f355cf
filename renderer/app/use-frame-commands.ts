import { useEffect } from 'react'

import { call, onAppEvent } from '../api/client.ts'
import { undoLast } from '../api/undo.ts'
import { useNavigation } from './navigation.tsx'
import { focusPane, focusSearch, rememberFocus } from './panes.ts'
import { frameCommandOf, isTypingIn, type FrameCommand } from './shortcuts.ts'

/** Keys and menu entries that work wherever one is. */
export function useFrameCommands(): void {
  const { place, goTo, newCase, openReport } = useNavigation()
  useEffect(() => {
    const find = () => {
      if (place.name !== 'cases' && place.name !== 'people' && place.name !== 'sources') goTo('cases')
      // The field may only be there once the place has changed.
      requestAnimationFrame(focusSearch)
    }
    const run = (command: FrameCommand) => {
      if (command === 'find') find()
      else if (command === 'new_case') newCase()
      else if (command === 'lock') void call('app.lock', {})
      else if (command === 'undo') void undoLast(call)
      else focusPane(command === 'next_pane' ? 1 : -1)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const command = frameCommandOf(event, isTypingIn(event.target))
      if (command === null) return
      event.preventDefault()
      run(command)
    }
    const stop = onAppEvent((event) => {
      if (event.type !== 'menu.command') return
      if (event.command === 'find' || event.command === 'new_case') run(event.command)
      else if (event.command === 'undo' && !isTypingIn(document.activeElement)) run('undo')
      else if (event.command === 'report' && place.name === 'cases' && place.caseId !== null) openReport(place.caseId)
    })
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('focusin', rememberFocus)
    return () => {
      stop()
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('focusin', rememberFocus)
    }
  }, [goTo, newCase, openReport, place])
}
