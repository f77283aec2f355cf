/** `npm start` without Electron's binary: the built app in a Chromium window without tabs. */
import { launchStandIn } from './stand-in.mjs'
import { askPerson } from './owner/ask-person.mjs'

const args = process.argv.slice(2)
const habeas = await launchStandIn({
  headless: false,
  appWindow: true,
  args,
  onDialog: askPerson,
  onOutput: (text) => process.stderr.write(text),
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void habeas.kill('SIGKILL').then(() => process.exit(130)))
for (;;) {
  const { code, relaunched } = await habeas.waitForEnd()
  if (!relaunched) process.exit(code ?? 1)
}
