import { useLingui } from '@lingui/react/macro'

import type { FrameCommandId } from './frame-keys.ts'
import type { CommandGroup } from './registry.ts'

/** The frame's commands in words, in the order in which they are listed. */
export function useFrameLabels(): { id: FrameCommandId; group: CommandGroup; label: string }[] {
  const { t } = useLingui()
  const numbered = t`First to eighth tab`
  const words = {
    go: {
      'go.palette': t`Find anything`,
      'go.find': t`Search in the list`,
      'go.home': t`Home`,
      'go.cases': t`Cases`,
      'go.people': t`People`,
      'go.sources': t`Sources`,
      'go.bin': t({ context: 'place', message: 'Bin' }),
      'go.guide': t`Guide`,
      'go.settings': t`Settings`,
      'go.back': t`Back`,
      'go.forward': t`Forward`,
    },
    case: { 'case.new': t`New case` },
    tabs: {
      'tabs.next': t`Next tab`,
      'tabs.previous': t`Previous tab`,
      'tabs.close': t`Close the tab`,
      'tabs.1': numbered,
      'tabs.2': numbered,
      'tabs.3': numbered,
      'tabs.4': numbered,
      'tabs.5': numbered,
      'tabs.6': numbered,
      'tabs.7': numbered,
      'tabs.8': numbered,
      'tabs.9': t`Last tab`,
    },
    edit: { 'edit.undo': t`Undo the last change`, 'edit.redo': t`Redo what was undone` },
    window: {
      'window.larger': t`Everything larger`,
      'window.smaller': t`Everything smaller`,
      'window.usual': t`Everything in its usual size`,
      'window.next_pane': t`Next part of the window`,
      'window.previous_pane': t`Previous part of the window`,
      'window.keys': t`Keyboard shortcuts`,
      'window.lock': t`Lock`,
    },
  } as const satisfies Record<CommandGroup, Partial<Record<FrameCommandId, string>>>
  return groupsOf(words)
}

function groupsOf(words: Record<CommandGroup, Partial<Record<FrameCommandId, string>>>): ReturnType<typeof useFrameLabels> {
  const groups = Object.entries(words) as [CommandGroup, Partial<Record<FrameCommandId, string>>][]
  return groups.flatMap(([group, labels]) =>
    (Object.entries(labels) as [FrameCommandId, string][]).map(([id, label]) => ({ id, group, label })),
  )
}
