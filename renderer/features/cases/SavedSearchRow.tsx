import { useLingui } from '@lingui/react/macro'
import { Check, Pencil, RefreshCw, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'

import { useCommand } from '../../api/hooks.ts'
import { announceDone } from '../../api/undo.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { ListState } from './list-state.ts'
import { readSearch, searchFields, type SavedSearch } from './saved-search.ts'
import styles from './SavedSearches.module.css'

type Props = {
  search: SavedSearch
  /** The list shows it now. */
  isShown: boolean
  state: ListState
  onApply: () => void
}

/** One search that was kept. */
export function SavedSearchRow({ search, isShown, state, onApply }: Props) {
  const { t } = useLingui()
  const [renaming, setRenaming] = useState(false)
  const [text, setText] = useState('')
  const row = useRef<HTMLLIElement>(null)
  const update = useCommand('savedSearches.update')
  const bin = useCommand('savedSearches.bin')
  const name = search.name ?? t`Search without a name`
  const { fits } = readSearch(search)
  const toName = () => requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('button')?.focus())

  const change = (fields: Parameters<typeof update.run>[0]['fields']) =>
    update.run({ id: search.id, baseRevision: search.revision, fields })
  const rename = async () => {
    const answer = text.trim() === '' || text.trim() === search.name ? null : await change({ name: text.trim() })
    if (answer?.ok === false) return
    setRenaming(false)
    toName()
  }
  const remove = async () => {
    const beside = row.current?.nextElementSibling ?? row.current?.previousElementSibling
    const next = beside?.querySelector<HTMLElement>('button') ?? row.current?.closest<HTMLElement>('[role="dialog"]')
    const answer = await bin.run({ id: search.id })
    if (!answer.ok) return
    announceDone(t`The search “${name}” was removed.`)
    next?.focus()
  }

  if (renaming) {
    return (
      <li ref={row} className={styles.row}>
        <form
          className={styles.rename}
          onSubmit={(event) => {
            event.preventDefault()
            void rename()
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setRenaming(false)
            toName()
          }}
        >
          <TextField label={t`New name`} value={text} onChange={setText} maxLength={120} autoFocus />
          <Button type="submit">{t`Rename`}</Button>
        </form>
        {update.error !== null && <ErrorNote error={update.error} />}
      </li>
    )
  }
  return (
    <li ref={row} className={styles.row}>
      <div className={styles.line}>
        <AriaButton className={styles.apply} onPress={onApply}>
          <Check className={isShown ? styles.on : styles.off} size={14} aria-hidden />
          <span className={styles.name}>
            <bdi>{name}</bdi>
            {isShown && <span className="visually-hidden">{t`, shown now`}</span>}
          </span>
        </AriaButton>
        <IconButton
          label={t`Rename “${name}”`}
          onPress={() => {
            setText(search.name ?? '')
            setRenaming(true)
          }}
        >
          <Pencil size={14} aria-hidden />
        </IconButton>
        <IconButton
          label={t`Make “${name}” what is searched for now`}
          isDisabled={isShown || update.busy}
          onPress={() => void change(searchFields(state))}
        >
          <RefreshCw size={14} aria-hidden />
        </IconButton>
        <IconButton label={t`Remove “${name}”`} isDisabled={bin.busy} onPress={() => void remove()}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
      {!fits && <p className={styles.misfit}>{t`A part of its filter is no longer known; the rest is used.`}</p>}
      {(update.error ?? bin.error) !== null && <ErrorNote error={update.error ?? bin.error ?? { code: 'internal', params: {} }} />}
    </li>
  )
}
