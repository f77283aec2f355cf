import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'

import { useProvideCommands, type Command } from '../../app/commands/registry.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useCall } from '../../api/hooks.ts'
import { changeList } from './list-state.ts'
import { readSearch } from './saved-search.ts'

/** Offers the searches that were kept in the palette, wherever one is. Draws nothing. */
export function SavedSearchCommands() {
  const { t } = useLingui()
  const { data } = useCall('savedSearches.list', {})
  const { place, goTo } = useNavigation()
  const commands = useMemo<Command[]>(
    () =>
      (data?.searches ?? []).map((search) => {
        const name = search.name ?? t`Search without a name`
        return {
          id: `search.${search.id}`,
          label: t`Saved search: ${name}`,
          group: 'go',
          run: () => {
            changeList(readSearch(search).change)
            if (place.name !== 'cases') goTo('cases')
          },
        }
      }),
    [data, goTo, place.name, t],
  )
  useProvideCommands(commands)
  return null
}
