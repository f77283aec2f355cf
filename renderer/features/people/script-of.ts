const scripts = ['Latin', 'Arabic', 'Cyrillic', 'Greek', 'Hebrew', 'Han'] as const
/** A script that a name is written in; `other` for any that is not named here. */
export type Script = (typeof scripts)[number] | 'other'

const letters = new Map(scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')]))

/** The script in which most letters of a name are written. */
export function scriptOf(name: string): Script {
  let best: { script: Script; count: number } = { script: 'other', count: 0 }
  for (const [script, pattern] of letters) {
    const count = name.match(pattern)?.length ?? 0
    if (count > best.count) best = { script, count }
  }
  return best.script
}
