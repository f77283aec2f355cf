import { findElectron } from '../electron-binary.mjs'
import { launchStandIn } from './stand-in.mjs'

/** Which engine the tests run over on this machine. */
export const engineHere = () => (findElectron() === null ? 'stand-in' : 'electron')

/**
 * Starts the built app for a test: over Electron where its binary is, else over the stand-in, with the same methods.
 * @param options `profile` and `home` (folders of this test alone), `args`, `env`, `headless` (stand-in only),
 *   `onDialog(request)` → the dialog's answer, `onOutput(text)`, `main`, `cwd`, `engine` to insist on one.
 */
export async function launchHabeas(options = {}) {
  const engine = options.engine ?? engineHere()
  if (engine === 'stand-in') return launchStandIn(options)
  const { launchElectron } = await import('../electron-harness.mjs')
  return launchElectron(options)
}
