import { makeLink } from '../link.mjs'

if (process.send === undefined)
  throw new Error('The stand-in is started by build/stand-in/launch.mjs or by the test harness, never by itself.')

/** Main's end of the channel to the launcher, which owns the browser. */
export const owner = makeLink((message) => process.send?.(message))

process.on('message', (message) => void owner.receive(message))
// Without its launcher main has neither windows nor a browser.
process.on('disconnect', () => process.exit(1))
