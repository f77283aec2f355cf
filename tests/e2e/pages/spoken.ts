import type { CDPSession, Locator, Page } from 'playwright-core'

import type { Desk } from './desk.ts'

/** What the browser hands to a screen reader about one thing on the page. */
type Node = {
  nodeId: string
  parentId?: string
  ignored: boolean
  role?: { value?: unknown }
  name?: { value?: unknown }
  description?: { value?: unknown }
  value?: { value?: unknown }
  properties?: { name: string; value: { value?: unknown } }[]
  childIds?: string[]
}

const text = (part: { value?: unknown } | undefined): string =>
  typeof part?.value === 'string' || typeof part?.value === 'number' ? String(part.value).trim() : ''
const propertyOf = (node: Node, name: string): unknown => node.properties?.find((one) => one.name === name)?.value.value

const sessions = new WeakMap<Page, Promise<CDPSession>>()
function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page)
  if (known !== undefined) return known
  const session = page
    .context()
    .newCDPSession(page)
    .then(async (made) => {
      await made.send('Accessibility.enable')
      return made
    })
  sessions.set(page, session)
  return session
}

/** The parts that are said when one comes into them. */
const parts = new Set([
  'dialog',
  'alertdialog',
  'form',
  'group',
  'radiogroup',
  'toolbar',
  'navigation',
  'region',
  'listbox',
  'tablist',
  'article',
  'complementary',
  'main',
  'banner',
  'search',
])
/** Said otherwise than the platform calls it, as screen readers do. */
const spokenRoles: Record<string, string> = {
  textbox: 'edit',
  searchbox: 'search edit',
  combobox: 'combo box',
  listbox: 'list box',
  radio: 'radio button',
  checkbox: 'check box',
  radiogroup: 'group',
}

function statesOf(node: Node): string[] {
  const states: string[] = []
  const is = (name: string): boolean => ['true', true].includes(propertyOf(node, name) as string | boolean)
  if (node.role?.value === 'heading') states.push(`level ${String(propertyOf(node, 'level'))}`)
  const expanded = propertyOf(node, 'expanded')
  if (expanded !== undefined) states.push(expanded === true ? 'expanded' : 'collapsed')
  const pressed = propertyOf(node, 'pressed')
  if (pressed !== undefined) states.push(pressed === 'true' ? 'pressed' : 'not pressed')
  const checked = propertyOf(node, 'checked')
  if (checked !== undefined) states.push(checked === 'true' ? 'checked' : 'not checked')
  if (is('selected')) states.push('selected')
  if (is('disabled')) states.push('unavailable')
  if (is('required')) states.push('required')
  if (is('readonly')) states.push('read only')
  const invalid = propertyOf(node, 'invalid')
  if (typeof invalid === 'string' && invalid !== 'false') states.push('invalid')
  if (is('busy')) states.push('busy')
  return states
}

function wordsOfNode(node: Node): string {
  const role = text(node.role)
  const name = text(node.name)
  const value = text(node.value)
  return [
    name === '' ? '' : `“${name}”`,
    spokenRoles[role] ?? role,
    ...statesOf(node),
    value === '' || value === name ? '' : `“${value}”`,
    text(node.description) === '' ? '' : `(${text(node.description)})`,
  ]
    .filter((part) => part !== '')
    .join(', ')
}

async function nodesAt(page: Page, expression: string): Promise<Node[]> {
  const session = await sessionOf(page)
  const { result } = await session.send('Runtime.evaluate', { expression })
  if (result.objectId === undefined) return []
  const { nodes } = await session.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: true })
  await session.send('Runtime.releaseObject', { objectId: result.objectId })
  // The thing itself is first; those around it follow, the nearest first.
  const all = nodes as unknown as Node[]
  const [self] = all
  const line: Node[] = []
  for (let at = self; at !== undefined; at = all.find(({ nodeId }) => nodeId === at?.parentId)) line.push(at)
  return line
}

/** What a screen reader says of what has the focus; `around` are the named parts it stands in, the nearest first. */
export async function atFocus(desk: Desk): Promise<{ words: string; role: string; name: string; states: string[]; around: string[] }> {
  const [self, ...above] = await nodesAt(desk.page, 'document.activeElement')
  if (self === undefined) return { words: '', role: '', name: '', states: [], around: [] }
  const around = above
    .filter((node) => !node.ignored && parts.has(text(node.role)) && text(node.name) !== '')
    .map((node) => `${text(node.name)}, ${spokenRoles[text(node.role)] ?? text(node.role)}`)
  // In a list that keeps the focus to itself, it is the row at hand that is said.
  const [active] = await nodesAt(
    desk.page,
    `document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '\\u0000')`,
  )
  const words = active === undefined ? wordsOfNode(self) : `${wordsOfNode(self)}; ${wordsOfNode(active)}`
  return { words, role: text(self.role), name: text(self.name), states: statesOf(self), around }
}

const landmarks = new Set(['banner', 'navigation', 'main', 'complementary', 'search', 'contentinfo', 'form', 'region'])

/** How the page is laid out for who jumps by landmark and by heading, in the order of the page. */
export async function outlineOf(desk: Desk): Promise<{ landmarks: string[]; headings: { level: number; name: string }[] }> {
  const session = await sessionOf(desk.page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const all = new Map((nodes as unknown as Node[]).map((node) => [node.nodeId, node]))
  const found: { landmarks: string[]; headings: { level: number; name: string }[] } = { landmarks: [], headings: [] }
  const walk = (id: string): void => {
    const node = all.get(id)
    if (node === undefined) return
    const role = text(node.role)
    const name = text(node.name)
    if (!node.ignored && landmarks.has(role)) found.landmarks.push(name === '' ? role : `${role} “${name}”`)
    if (!node.ignored && role === 'heading') found.headings.push({ level: Number(propertyOf(node, 'level')), name })
    for (const child of node.childIds ?? []) walk(child)
  }
  const root = (nodes as unknown as Node[]).find(({ parentId }) => parentId === undefined)
  if (root !== undefined) walk(root.nodeId)
  return found
}

/**
 * Begins to note what live regions say: what changes in a region that was there before, and alerts, which are said when they come.
 * What comes with its words in it is not said by most screen readers, and so not noted.
 */
export const listenToLiveRegions = (desk: Desk): Promise<void> =>
  desk.page.evaluate(() => {
    const world = globalThis as unknown as { told?: string[] }
    if (world.told !== undefined) return
    const told: string[] = []
    world.told = told
    const regions = '[role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"]'
    const known = new WeakMap<Element, string>()
    const look = (): void => {
      for (const region of document.querySelectorAll(regions)) {
        const words = (region.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
        const before = known.get(region)
        known.set(region, words)
        if (words === '' || before === words || (before === undefined && region.getAttribute('role') !== 'alert')) continue
        told.push(words)
      }
    }
    look()
    new MutationObserver(look).observe(document.documentElement, { childList: true, characterData: true, subtree: true })
  })

/** What live regions said since one began to listen, oldest first. */
export const toldSoFar = (desk: Desk): Promise<string[]> =>
  desk.page.evaluate(() => [...((globalThis as unknown as { told?: string[] }).told ?? [])])

/** Counts presses of a mouse, a pen or a finger from now on, on this page. */
export const countPointers = (desk: Desk): Promise<void> =>
  desk.page.evaluate(() => {
    const world = globalThis as unknown as { pointers?: number }
    if (world.pointers !== undefined) return
    world.pointers = 0
    for (const type of ['pointerdown', 'mousedown', 'touchstart'])
      addEventListener(type, () => (world.pointers = (world.pointers ?? 0) + 1), { capture: true })
  })
/** How many there were; undefined where nobody counted. */
export const pointersSoFar = (desk: Desk): Promise<number | undefined> =>
  desk.page.evaluate(() => (globalThis as unknown as { pointers?: number }).pointers)

/** Presses a key until the focus is there, as somebody without a mouse does; fails where it never gets there. */
export async function walkTo(desk: Desk, target: Locator, key = 'Tab', most = 120): Promise<void> {
  await target.first().waitFor()
  for (let pressed = 0; pressed <= most; pressed += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return
    await desk.page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${String(target)} within ${most} presses.`)
}
