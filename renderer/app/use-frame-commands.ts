import { useEffect } from 'react'
import { useLocale } from 'react-aria-components'

import { call, onAppEvent } from '../api/client.ts'
import { useCall } from '../api/hooks.ts'
import { redoLast, undoLast } from '../api/undo.ts'
import { useCanWrite } from '../api/use-can-write.ts'
import { keysOfFrame, type frameKeys } from './commands/frame-keys.ts'
import { isMac, isPressOf, isTypingIn, worksWhileTyping } from './commands/keys.ts'
import { currentCommands, useProvideCommands } from './commands/registry.ts'
import { useFrameLabels } from './commands/use-frame-labels.ts'
import { useNavigation } from './navigation.tsx'
import { focusPane, focusSearch, rememberFocus } from './panes.ts'
import { lock } from './Rail.tsx'
import { useZoom } from './use-zoom.ts'

type Shown = { palette: () => void; keys: () => void }

/** Commands, keys, mouse buttons and menu entries that work wherever one is. */
export function useFrameCommands({ palette, keys }: Shown): void {
  useOwnCommands({ palette, keys })
  const { back, forward } = useNavigation()

  useEffect(() => {
    const mac = isMac(navigator.platform)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const typing = isTypingIn(event.target)
      const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"]') !== null
      for (const command of currentCommands()) {
        if (command.available === false || (inDialog && command.group !== 'window')) continue
        if (typing && command.whileTyping === false) continue
        const pressed = command.keys?.some((key) => (!typing || worksWhileTyping(key)) && isPressOf(event, key, mac)) ?? false
        if (!pressed) continue
        event.preventDefault()
        command.run()
        return
      }
    }
    // The side buttons of a mouse mean back and forward everywhere.
    const onMouse = (event: MouseEvent) => {
      if (event.button !== 3 && event.button !== 4) return
      event.preventDefault()
      if (event.type === 'mouseup') (event.button === 3 ? back : forward)()
    }
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('focusin', rememberFocus)
    window.addEventListener('mousedown', onMouse)
    window.addEventListener('mouseup', onMouse)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('focusin', rememberFocus)
      window.removeEventListener('mousedown', onMouse)
      window.removeEventListener('mouseup', onMouse)
    }
  }, [back, forward])

  useEffect(
    () =>
      onAppEvent((event) => {
        if (event.type !== 'menu.command') return
        const typing = isTypingIn(document.activeElement)
        const command = currentCommands().find(({ id }) => id === ofMenu[event.command])
        if (command === undefined || command.available === false || (typing && command.whileTyping === false)) return
        command.run()
      }),
    [],
  )
}

/** Which command an entry of the system's menu starts. */
const ofMenu = {
  new_case: 'case.new',
  find: 'go.find',
  palette: 'go.palette',
  report: 'case.report',
  shortcuts: 'window.keys',
  undo: 'edit.undo',
  redo: 'edit.redo',
  back: 'go.back',
  forward: 'go.forward',
  close_tab: 'tabs.close',
  zoom_in: 'window.larger',
  zoom_out: 'window.smaller',
  zoom_reset: 'window.usual',
} as const

function useOwnCommands({ palette, keys }: Shown): void {
  const labels = useFrameLabels()
  const navigation = useNavigation()
  const canWrite = useCanWrite()
  const { place, tabs, activeTab, goTo } = navigation
  const zoomBy = useZoom(useCall('app.state', {}).data?.settings.zoom ?? 1)
  const find = () => {
    if (focusSearch()) return
    goTo('cases')
    // The field is there once the place has changed.
    requestAnimationFrame(() => requestAnimationFrame(focusSearch))
  }
  const openCaseId = place.name === 'cases' ? place.caseId : null
  const runs: Record<keyof typeof frameKeys, { run: () => void; available?: boolean; whileTyping?: boolean }> = {
    'go.palette': { run: palette },
    'go.find': { run: find },
    'go.home': { run: () => goTo('home') },
    'go.cases': { run: () => goTo('cases') },
    'go.people': { run: () => goTo('people') },
    'go.sources': { run: () => goTo('sources') },
    'go.bin': { run: () => goTo('bin') },
    'go.settings': { run: () => goTo('settings') },
    'go.guide': { run: () => goTo('guide') },
    'go.back': { run: navigation.back, available: navigation.canGoBack },
    'go.forward': { run: navigation.forward, available: navigation.canGoForward },
    'case.new': { run: navigation.newCase, available: canWrite },
    'tabs.next': { run: () => navigation.stepTab(1), available: tabs.length > 0 },
    'tabs.previous': { run: () => navigation.stepTab(-1), available: tabs.length > 0 },
    'tabs.close': {
      run: () => {
        if (openCaseId !== null) navigation.closeTab(openCaseId)
        else if (activeTab !== null && place.name === 'cases') navigation.closeTab(activeTab)
      },
      available: openCaseId !== null,
    },
    'tabs.1': { run: () => navigation.pickTab(1), available: tabs.length > 0 },
    'tabs.2': { run: () => navigation.pickTab(2), available: tabs.length > 1 },
    'tabs.3': { run: () => navigation.pickTab(3), available: tabs.length > 2 },
    'tabs.4': { run: () => navigation.pickTab(4), available: tabs.length > 3 },
    'tabs.5': { run: () => navigation.pickTab(5), available: tabs.length > 4 },
    'tabs.6': { run: () => navigation.pickTab(6), available: tabs.length > 5 },
    'tabs.7': { run: () => navigation.pickTab(7), available: tabs.length > 6 },
    'tabs.8': { run: () => navigation.pickTab(8), available: tabs.length > 7 },
    'tabs.9': { run: () => navigation.pickTab(9), available: tabs.length > 0 },
    // Where one types, undo and redo belong to the words being typed.
    'edit.undo': { run: () => void undoLast(call), whileTyping: false },
    'edit.redo': { run: () => void redoLast(call), whileTyping: false },
    'window.larger': { run: () => zoomBy('in') },
    'window.smaller': { run: () => zoomBy('out') },
    'window.usual': { run: () => zoomBy('reset') },
    'window.next_pane': { run: () => focusPane(1) },
    'window.previous_pane': { run: () => focusPane(-1) },
    'window.keys': { run: keys },
    'window.lock': { run: lock },
  }
  const mirrored = useLocale().direction === 'rtl'
  const own = labels.map(({ id, label, group }) => ({ id, label, group, keys: keysOfFrame(id, mirrored), ...runs[id] }))
  useProvideCommands(own, true)
}
