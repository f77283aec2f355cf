import { useCallback, useEffect, useRef } from 'react'

import { call, onAppEvent } from '../api/client.ts'
import { frameKeys } from './commands/frame-keys.ts'
import { isMac, isPressOf } from './commands/keys.ts'
import { stepZoom } from './zoom.ts'

export type ZoomStep = 'in' | 'out' | 'reset'

/** Changes how large everything is drawn, from the size that holds. It is a setting: the lock screen has it too. */
export function useZoom(zoom: number): (step: ZoomStep) => void {
  // A key held down goes on from the size that was asked for last, not from the one that is drawn yet.
  const wanted = useRef(zoom)
  useEffect(() => {
    wanted.current = zoom
  }, [zoom])
  return useCallback((step) => {
    wanted.current = step === 'reset' ? 1 : stepZoom(wanted.current, step === 'in' ? 1 : -1)
    void call('app.changeSettings', { zoom: wanted.current })
  }, [])
}

/** The size's keys and menu entries where the frame with its commands is not there. */
export function useZoomKeys(zoom: number): void {
  const zoomBy = useZoom(zoom)
  useEffect(() => {
    const mac = isMac(navigator.platform)
    const onKeyDown = (event: KeyboardEvent) => {
      const isOf = (id: keyof typeof frameKeys) => frameKeys[id].some((keys) => isPressOf(event, keys, mac))
      const step = isOf('window.larger') ? 'in' : isOf('window.smaller') ? 'out' : isOf('window.usual') ? 'reset' : null
      if (step === null || event.defaultPrevented) return
      event.preventDefault()
      zoomBy(step)
    }
    const stop = onAppEvent((event) => {
      if (event.type !== 'menu.command') return
      if (event.command === 'zoom_in') zoomBy('in')
      else if (event.command === 'zoom_out') zoomBy('out')
      else if (event.command === 'zoom_reset') zoomBy('reset')
    })
    window.addEventListener('keydown', onKeyDown)
    return () => {
      stop()
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [zoomBy])
}
