/**
 * Chromium gives rights (a secure context, an origin, CSP) to schemes that it knows; a made-up `app://habeas/…` is
 * therefore shown to it as `https://habeas.app.invalid/…`, and main only ever sees the first form.
 */
export const schemes = new Map()

const ending = (scheme) => `.${scheme}.invalid`

export function toBrowser(url) {
  const parsed = new URL(url)
  const scheme = parsed.protocol.slice(0, -1)
  return schemes.has(scheme) ? `https://${parsed.host}${ending(scheme)}${parsed.pathname}${parsed.search}${parsed.hash}` : url
}

export function fromBrowser(url) {
  if (!url.startsWith('https://')) return url
  const parsed = new URL(url)
  for (const scheme of schemes.keys())
    if (parsed.host.endsWith(ending(scheme)))
      return `${scheme}://${parsed.host.slice(0, -ending(scheme).length)}${parsed.pathname}${parsed.search}${parsed.hash}`
  return url
}

/** The origin as Electron shows it: a registered standard scheme has one, any other made-up scheme has none. */
export function originOf(url) {
  const parsed = new URL(url)
  const scheme = parsed.protocol.slice(0, -1)
  return schemes.get(scheme)?.standard === true ? `${scheme}://${parsed.host}` : parsed.origin
}
