import { useEffect, useState, useSyncExternalStore } from 'react'

/** Parts of the shortcut sheet, in its order. */
export const commandGroups = ['go', 'case', 'tabs', 'edit', 'window'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** Something that can be done now: by its key, in the palette, and read in the shortcut sheet. */
export type Command = {
  /** Dotted, like `case.report`; the same in every language. */
  id: string
  /** In the language of the page. */
  label: string
  /** `case` unless something else is said: most of what a feature offers is about the case file that is open. */
  group?: CommandGroup
  /**
   * Like `Mod+Shift+E`, `Alt+ArrowLeft`, `F6` or `?`; `Mod` is Ctrl, on macOS ⌘. The first is the one that is shown.
   * A key without Mod, Ctrl, Alt or F works only where nobody is typing.
   */
  keys?: readonly string[]
  run: () => void
  /** False where it can't be done now: it is not offered then, and its keys do nothing. */
  available?: boolean
  /** False: its keys belong to the words being typed while somebody types. */
  whileTyping?: boolean
}

// Features come and go with their places; each is known by an object of its own.
type Owner = { latest: readonly Command[]; first: boolean }
const offers = new Map<Owner, readonly Command[]>()
let all: readonly Command[] = []
const listeners = new Set<() => void>()

/** Commands in the order in which they were offered; the first that has an id or a key keeps it. */
export function withoutClashes(commands: readonly Command[]): Command[] {
  const ids = new Set<string>()
  const keys = new Set<string>()
  const kept: Command[] = []
  for (const command of commands) {
    if (ids.has(command.id)) continue
    ids.add(command.id)
    const own = (command.keys ?? []).filter((key) => !keys.has(key.toLowerCase()))
    for (const key of own) keys.add(key.toLowerCase())
    kept.push({ ...command, keys: own })
  }
  return kept
}

const isSame = (one: Command, other: Command): boolean =>
  one.id === other.id &&
  one.label === other.label &&
  one.group === other.group &&
  one.available === other.available &&
  one.whileTyping === other.whileTyping &&
  (one.keys ?? []).join(' ') === (other.keys ?? []).join(' ')

function tell(): void {
  const owners = [...offers.keys()].toSorted((one, other) => Number(other.first) - Number(one.first))
  all = withoutClashes(owners.flatMap((owner) => offers.get(owner) ?? []))
  for (const listener of listeners) listener()
}

/**
 * Offers a feature's commands for as long as it is mounted. They may be made anew on every render: what they run is always the
 * latest, and only what can be seen of them makes others draw again. `first`: the frame's own, whose keys nobody takes.
 */
export function useProvideCommands(commands: readonly Command[], first = false): void {
  const [owner] = useState<Owner>(() => ({ latest: commands, first }))
  useEffect(() => {
    owner.latest = commands
    const before = offers.get(owner) ?? []
    if (before.length === commands.length && before.every((one, index) => isSame(one, commands[index] ?? one))) return
    offers.set(
      owner,
      commands.map((command) => ({ ...command, run: () => owner.latest.find(({ id }) => id === command.id)?.run() })),
    )
    tell()
  })
  useEffect(
    () => () => {
      offers.delete(owner)
      tell()
    },
    [owner],
  )
}

/** All commands on offer; those that can't be done now too. */
export const useCommands = (): readonly Command[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => all,
  )

/** The commands of the moment, for a key press. */
export const currentCommands = (): readonly Command[] => all
