import { createHmac } from 'node:crypto'

/** Stands for Argon2id in the tests of faults; see `quick-kdf.ts`. */
export const hashRaw = (passphrase: Buffer, { salt, timeCost, memoryCost }: { salt: Buffer; timeCost: number; memoryCost: number }) =>
  Promise.resolve(createHmac('sha256', salt).update(`${timeCost}/${memoryCost}/`).update(passphrase).digest())
