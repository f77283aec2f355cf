import { absent } from './guard.mjs'

// Electron gives `net` and `systemPreferences` to a utility process; the app uses neither.
export const net = absent('net (in a utility process)')
export const systemPreferences = absent('systemPreferences (in a utility process)')
export default absent('(in a utility process)')
