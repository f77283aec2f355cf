import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

import type { CallError, CallOutput, RecordTable } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { fieldLabel } from '../case/field-labels.ts'
import { ChangeEntry } from './ChangeEntry.tsx'
import styles from './HistoryPanel.module.css'

type Props = { caseId: string; field?: { table: RecordTable; id: string; field: string } | null; onClose: () => void }
export type ChangeSet = CallOutput<'history.ofCase'>['changes'][number]

const step = 50
const most = 200

/** Every change of a case file, or of one of its fields, newest first: who, when, what was and what is. */
export function HistoryPanel({ caseId, field = null, onClose }: Props) {
  const { t, i18n } = useLingui()
  const [limit, setLimit] = useState(step)
  const ofCase = useCall('history.ofCase', { caseId, limit }, { enabled: field === null, keepPrevious: true })
  const ofField = useCall('history.ofField', field ?? { table: 'case_files', id: caseId, field: 'reference' }, { enabled: field !== null })
  const history = field === null ? ofCase : ofField
  const changes = history.data?.changes ?? []
  const [refused, setRefused] = useState<{ changeNo: number; error: CallError } | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])

  const undo = async (changeNo: number) => {
    setRefused(null)
    const answer = await call('history.undo', { changeNo })
    if (!answer.ok) return setRefused({ changeNo, error: answer.error })
    // The button that was pressed goes; the panel keeps the focus, and with it the keys.
    title.current?.focus()
    void history.refetch()
  }

  return (
    <section
      className={styles.panel}
      aria-labelledby="history-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header className={styles.head}>
        <h2 id="history-title" ref={title} tabIndex={-1}>
          {field === null ? t`History` : t`History of “${i18n._(fieldLabel(field.table, field.field))}”`}
        </h2>
        <IconButton label={t`Close`} onPress={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div className={styles.body}>
        {history.error !== null && <ErrorNote error={history.error.failure} />}
        {history.data !== undefined && changes.length === 0 && <p className={styles.quiet}>{t`Nothing has been changed here yet.`}</p>}
        <ol>
          {changes.map((change) => (
            <ChangeEntry
              key={change.changeNo}
              change={change}
              field={field?.field ?? null}
              refused={refused?.changeNo === change.changeNo ? refused.error : null}
              onUndo={() => void undo(change.changeNo)}
            />
          ))}
        </ol>
        {field === null && changes.length === limit && limit < most && (
          <Button kind="quiet" onPress={() => setLimit(limit + step)}>{t`Show older changes`}</Button>
        )}
      </div>
    </section>
  )
}
