import { runCli } from './run.ts'

// Entry of the command line: `npm run cli -- …`, and the packaged program's `habeas cli …`, whose first word is dropped.
const words = process.argv.slice(2)
process.exitCode = await runCli(words[0] === 'cli' ? words.slice(1) : words)
