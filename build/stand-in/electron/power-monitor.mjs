import { extend, guard, makeEmitter } from './guard.mjs'
import { owner } from './owner.mjs'

const events = [
  'suspend',
  'resume',
  'on-ac',
  'on-battery',
  'shutdown',
  'lock-screen',
  'unlock-screen',
  'user-did-become-active',
  'user-did-resign-active',
  'speed-limit-change',
  'thermal-state-change',
]
const emitter = makeEmitter('powerMonitor', events)
let idleSeconds = 0

/** The system's power events, fired by the test; idle time is what the test says it is. */
export const powerMonitor = guard(
  'powerMonitor',
  extend(emitter, {
    getSystemIdleTime: () => idleSeconds,
    getSystemIdleState: (threshold) => {
      if (!(threshold > 0)) throw new TypeError('Must pass threshold as a number')
      return idleSeconds >= threshold ? 'idle' : 'active'
    },
    isOnBatteryPower: () => false,
  }),
)

owner.handle('power', ({ event }) => {
  if (!events.includes(event)) throw new Error(`Electron has no power event '${event}'.`)
  let prevented = false
  emitter.emit(event, { preventDefault: () => (prevented = true) })
  return { prevented }
})
owner.handle('idle', ({ seconds }) => {
  idleSeconds = seconds
})
