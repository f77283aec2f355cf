import { randomBytes } from 'node:crypto'

/** What a place was chosen for: an existing vault, or where a new one is to stand. */
export type PlacePurpose = 'open' | 'create'

export type TokenStore = {
  /** A token for a place that the person chose in a dialog. */
  issue(path: string, purpose: PlacePurpose): string
  /** The place behind a token, or undefined: unknown, or chosen for something else. */
  pathOf(token: string, purpose: PlacePurpose): string | undefined
}

const limit = 100

/**
 * Tokens stand for places on disk: the page never learns or sends a path (security rule 11). They live in this process
 * only, and locking replaces it, so none outlives a lock. A wrong passphrase leaves the token good for the next try.
 */
export function createTokenStore(): TokenStore {
  const places = new Map<string, { path: string; purpose: PlacePurpose }>()
  return {
    issue(path, purpose) {
      for (const [token, place] of places) if (place.path === path && place.purpose === purpose) return token
      const token = `place-${randomBytes(24).toString('base64url')}`
      places.set(token, { path, purpose })
      // The oldest choice goes first, so that no page can fill the memory by opening dialogs.
      const [oldest] = places.keys()
      if (places.size > limit && oldest !== undefined) places.delete(oldest)
      return token
    },
    pathOf(token, purpose) {
      const place = places.get(token)
      return place?.purpose === purpose ? place.path : undefined
    },
  }
}
