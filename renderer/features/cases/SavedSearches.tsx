import { useLingui } from '@lingui/react/macro'
import { Bookmark } from 'lucide-react'
import type { RefObject } from 'react'
import { Button, Dialog, DialogTrigger, Heading } from 'react-aria-components'

import { useCall } from '../../api/hooks.ts'
import { BesideList } from './BesideList.tsx'
import panel from './FilterPanel.module.css'
import { activeOf, isFiltered } from './list-query.ts'
import { changeList, useListState } from './list-state.ts'
import { isShowing, readSearch, type SavedSearch } from './saved-search.ts'
import { SavedSearchRow } from './SavedSearchRow.tsx'
import styles from './SavedSearches.module.css'
import { SaveSearch } from './SaveSearch.tsx'
import type { Facets } from './use-facets.ts'
import { useFilterWords } from './use-filter-words.ts'

/** The searches that were kept, at the search field: to use, to keep the present one, to rename, renew and remove. */
export function SavedSearches({ facets, anchor }: { facets: Facets | undefined; anchor: RefObject<HTMLElement | null> }) {
  const { t } = useLingui()
  const { data } = useCall('savedSearches.list', {})
  const state = useListState()
  const words = useFilterWords(facets)
  const searches = data?.searches ?? []
  const apply = (search: SavedSearch) => {
    changeList(readSearch(search).change)
  }
  const suggested = [state.query.trim(), ...activeOf(state.filter).map((one) => words.active(one).value)]
    .filter((part) => part !== '')
    .join(' · ')
    .slice(0, 120)
  const isAsking = state.query.trim() !== '' || isFiltered(state.filter)
  return (
    <DialogTrigger>
      <Button className={styles.trigger} aria-label={t`Saved searches`}>
        <Bookmark size={16} aria-hidden />
      </Button>
      <BesideList anchor={anchor}>
        <Dialog className={panel.dialog}>
          {({ close }) => (
            <>
              <Heading slot="title" className={panel.title}>{t`Saved searches`}</Heading>
              {searches.length === 0 ? (
                <p className={styles.none}>
                  {isAsking
                    ? t`None yet. Keep this one under a name:`
                    : t`None yet. Search or filter the case files, then keep the search here.`}
                </p>
              ) : (
                <ul className={styles.list}>
                  {searches.map((search) => (
                    <SavedSearchRow
                      key={search.id}
                      search={search}
                      isShown={isShowing(search, state)}
                      state={state}
                      onApply={() => {
                        apply(search)
                        close()
                      }}
                    />
                  ))}
                </ul>
              )}
              {isAsking && !searches.some((search) => isShowing(search, state)) && (
                <SaveSearch state={state} suggested={suggested} onSaved={close} />
              )}
            </>
          )}
        </Dialog>
      </BesideList>
    </DialogTrigger>
  )
}
