import { openVault, smallMachineKdf } from '../../../electron/vault/index.ts'
import { rekeyVault } from '../../../electron/vault/rekey.ts'

// Re-keys a vault and ends itself, as a power cut would, when it comes to the step that it was told; without one it says
// each step on standard output, for the test to kill it from outside.
const [folder = '', passphrase = '', step = ''] = process.argv.slice(2)
const vault = await openVault(folder, { passphrase })
const { vault: after } = await rekeyVault(vault, {
  current: passphrase,
  kdf: smallMachineKdf,
  onStep: (name) => {
    if (name === step) process.kill(process.pid, 'SIGKILL')
    if (step === '') process.stdout.write(`${name}\n`)
  },
})
after.close()
