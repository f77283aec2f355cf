import { useLingui } from '@lingui/react/macro'
import { useDeferredValue, useState } from 'react'

import { useCall } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { Select } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import { readFilter } from '../cases/saved-search.ts'
import styles from './TravelForm.module.css'

/** As many as a person can look through; a narrower search shows the others. */
const shownAtMost = 200

type Props = { chosen: ReadonlySet<string>; onChange: (chosen: ReadonlySet<string>) => void }

/** Case files, found by words or by a saved search, and ticked one by one or all at once. */
export function ChooseCases({ chosen, onChange }: Props) {
  const { t, i18n } = useLingui()
  const [query, setQuery] = useState('')
  const [searchId, setSearchId] = useState<string | null>(null)
  const searches = useCall('savedSearches.list', {}).data?.searches ?? []
  const saved = searches.find(({ id }) => id === searchId)
  const asked = useDeferredValue([saved?.query ?? '', query].filter((words) => words.trim() !== '').join(' '))
  const tags = useCall('search.facets', {}, { fleeting: true }).data?.tags ?? []
  const [tag, setTag] = useState<string | null>(null)
  const found = useCall(
    'search.cases',
    {
      query: asked,
      filter: { ...readFilter(saved?.filter ?? null).filter, ...(tag !== null && { tag }) },
      sort: 'name',
      limit: shownAtMost,
      offset: 0,
      snippets: 0,
      count: true,
    },
    { keepPrevious: true, fleeting: true },
  )
  const hits = found.data?.hits ?? []
  const total = i18n.number(found.data?.total ?? hits.length)
  const set = (ids: readonly string[], taken: boolean) => {
    const next = new Set(chosen)
    for (const id of ids)
      if (taken) next.add(id)
      else next.delete(id)
    onChange(next)
  }
  return (
    <>
      <TextField label={t`Find case files to take along`} value={query} onChange={setQuery} maxLength={300} autoFocus />
      {searches.length > 0 && (
        <Select
          label={t`Saved search`}
          value={searchId}
          options={searches.map(({ id, name }) => ({ value: id, label: name ?? '' }))}
          placeholder={t`none`}
          none={t`none`}
          onChange={setSearchId}
        />
      )}
      {tags.length > 0 && (
        <Select
          label={t`Tag`}
          value={tag}
          options={tags.map((one) => ({ value: one.tag, label: one.tag }))}
          placeholder={t`any tag`}
          none={t`any tag`}
          onChange={setTag}
        />
      )}
      <div className={styles.found} role="group" aria-label={t`Case files found: ${total}`}>
        {hits.map(({ id, name, reference }) => (
          <Checkbox key={id} selected={chosen.has(id)} onChange={(taken) => set([id], taken)}>
            <bdi>{name}</bdi> <span className={styles.reference}>{reference}</span>
          </Checkbox>
        ))}
      </div>
      <div className={styles.row}>
        <Button
          kind="quiet"
          onPress={() =>
            set(
              hits.map(({ id }) => id),
              true,
            )
          }
          isDisabled={hits.length === 0}
        >{t`Choose all that are shown`}</Button>
        <Button kind="quiet" onPress={() => onChange(new Set())} isDisabled={chosen.size === 0}>{t`Choose none`}</Button>
      </div>
    </>
  )
}
