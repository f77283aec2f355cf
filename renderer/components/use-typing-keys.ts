import { useLingui } from '@lingui/react/macro'

/** Keys that belong to what one types in or walks through, and so are no commands; as `Kbd` draws them. */
export function useTypingKeys(): { label: string; keys: readonly string[] }[] {
  const { t } = useLingui()
  return [
    { label: t`Case file: cite a source while writing`, keys: ['Mod+Shift+C'] },
    { label: t`Case file: cite a source while reading`, keys: ['C'] },
    { label: t`List: open in a new tab`, keys: ['Mod+Enter'] },
    { label: t`New case: open the case file`, keys: ['Mod+Enter'] },
    { label: t`New case: the next one of the same arrest`, keys: ['Mod+Shift+Enter'] },
    { label: t`New case: go to people of that name`, keys: ['Alt+Down'] },
    { label: t`New case: first or second reading of a date`, keys: ['Alt+1', 'Alt+2'] },
  ]
}
