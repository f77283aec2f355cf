/**
 * The clipboard of the launcher's Chromium, reached through one of main's pages in its preload's world. The right to
 * read it is lent for the one call; the page itself has only what main's handlers allow. Without a page the text waits here.
 */
export function clipboardOf(windowsNow, browserNow) {
  let kept = ''
  const write = async (text) => {
    kept = text
  }
  return { write, read: async () => kept, windowsNow, browserNow }
}
