import { VaultError } from '../errors.ts'

/** How a long piece of work says where it is, and learns that nobody wants it any more. */
export type Pace = {
  /** Tells how far the work is (a share from 0 to 1), lets others be answered, and ends the work where it was cancelled. */
  at(share: number): Promise<void>
}

const sliceMilliseconds = 40

/** Paces one piece of work; `isCancelled` is asked between slices. @throws {VaultError} `cancelled`, out of `at` */
export function paceOf(onProgress: (share: number) => void, isCancelled: () => boolean): Pace {
  let last = 0
  return {
    async at(share) {
      const now = performance.now()
      if (now - last < sliceMilliseconds) return
      onProgress(Math.min(1, share))
      // The message that cancels is read between two slices only.
      await new Promise<void>((resolve) => {
        setImmediate(resolve)
      })
      last = performance.now()
      if (isCancelled()) throw new VaultError('cancelled')
    },
  }
}

/** Work that nobody watches. */
export const unpaced: Pace = { at: () => Promise.resolve() }

/** A part of a larger piece of work: its shares run from `from` to `to`. */
export const partOf = (pace: Pace, from: number, to: number): Pace => ({ at: (share) => pace.at(from + share * (to - from)) })
