import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import { useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { ListState } from './list-state.ts'
import { searchFields } from './saved-search.ts'
import styles from './SavedSearches.module.css'

/** Keeps what is looked for now under a name, which is suggested from what it asks for. */
export function SaveSearch({ state, suggested, onSaved }: { state: ListState; suggested: string; onSaved: () => void }) {
  const { t } = useLingui()
  const [name, setName] = useState(suggested)
  const create = useCommand('savedSearches.create')
  const save = async () => {
    if (name.trim() === '' || create.busy) return
    const answer = await create.run({ fields: { name: name.trim(), ...searchFields(state) } })
    if (answer.ok) onSaved()
  }
  return (
    <form
      className={styles.save}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField label={t`Keep this search as`} value={name} onChange={setName} maxLength={120} />
      <Button kind="primary" type="submit" isDisabled={name.trim() === '' || create.busy}>{t`Keep`}</Button>
      {create.error !== null && <ErrorNote error={create.error} />}
    </form>
  )
}
