/** A page of the preview as bytes with their kind: SVG text, or PNG in base64 with or without its `data:` head. */
export function pageBlob(page: string): Blob {
  const text = page.trimStart()
  if (text.startsWith('<')) return new Blob([text], { type: 'image/svg+xml' })
  const base64 = text.startsWith('data:') ? text.slice(text.indexOf(',') + 1) : text
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/png' })
}
