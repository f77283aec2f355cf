import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'

import { useCall } from '../../../api/hooks.ts'
import { Button } from '../../../components/Button.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useCaseView } from '../case-context.ts'
import type { CiteForm } from './cite-form.ts'
import styles from './CitePanel.module.css'
import { useSourceWords } from './use-source-words.ts'

type Props = { form: CiteForm; put: (change: Partial<CiteForm>) => void }

/** Finds a source that is on file; those of this case file come first. */
export function SourcePicker({ form, put }: Props) {
  const { t } = useLingui()
  const { document } = useCaseView()
  const words = useSourceWords()
  const [search, setSearch] = useState('')
  const found = useCall('sources.list', { query: search, limit: 30 }, { keepPrevious: true })
  const here = new Set(document.sources.map(({ source }) => source.id))
  const listed = found.data?.sources ?? []
  const sources = [...listed.filter(({ source }) => here.has(source.id)), ...listed.filter(({ source }) => !here.has(source.id))]
  return (
    <div className={styles.part} data-first>
      <TextField label={t`Source`} value={search} onChange={setSearch} placeholder={t`Search the sources on file`} />
      <ListBox
        className={styles.sources}
        aria-label={t`Sources on file`}
        selectionMode="single"
        selectedKeys={form.sourceId === '' ? [] : [form.sourceId]}
        onSelectionChange={(keys) => {
          const [chosen] = keys === 'all' ? [] : [...keys]
          put({ sourceId: chosen === undefined ? '' : String(chosen) })
        }}
        items={sources.map((entry) => ({ id: entry.source.id, entry }))}
        dependencies={[form.sourceId]}
        renderEmptyState={() => <p className={styles.none}>{found.data === undefined ? t`Searching…` : t`No source on file matches`}</p>}
      >
        {({ entry }) => (
          <ListBoxItem textValue={words.title(entry)} className={styles.source}>
            <span className={styles.sourceTitle}>
              <bdi>{words.title(entry)}</bdi>
              <span className={styles.letter}>{entry.source.reliability ?? ''}</span>
            </span>
            <span className={styles.sourceAbout}>{words.about(entry)}</span>
          </ListBoxItem>
        )}
      </ListBox>
      <Button
        kind="quiet"
        icon={<Plus size={16} aria-hidden />}
        onPress={() => put({ making: 'yes', title: form.title === '' ? search : form.title })}
      >
        {t`New source`}
      </Button>
    </div>
  )
}
