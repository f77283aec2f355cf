import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

// Loaded before the programs of these tests (`node --import`): each of thousands of openings would spend half a second on
// Argon2id, of which nothing is written. What is put in its place is a hash of the same inputs, so that another passphrase or
// another salt still opens nothing; all else is the program as it is.
const replacement = pathToFileURL(join(import.meta.dirname, 'quick-argon2.ts')).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@node-rs/argon2' ? { url: replacement, shortCircuit: true } : next(specifier, context),
})
