import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'

import type { CaseDocument as Document } from '../../../electron/contract/index.ts'
import { isoOfDay } from '../../../electron/domain/days.ts'
import { useCall } from '../../api/hooks.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { CaseViewContext } from './case-context.ts'
import styles from './CaseDocument.module.css'
import { CasePage } from './CasePage.tsx'
import { todayNumber } from './today.ts'
import { useCaseState } from './use-case-state.ts'
import { useErrorWords } from './use-error-words.ts'

/** One case file as a document that is read and edited in one place. */
export function CaseDocument({ caseId }: { caseId: string }) {
  const { t } = useLingui()
  const today = useMemo(todayNumber, [])
  const document = useCall('cases.get', { id: caseId, today: isoOfDay(today) }, { keepPrevious: true })
  const errorWords = useErrorWords()
  if (document.error !== null && document.data === undefined)
    return <p className={styles.state} role="alert">{t`The case file can’t be shown: ${errorWords(document.error.failure)}.`}</p>
  // Another case file's answer may stand in until this one's is there; it must not be edited in its place.
  if (document.data === undefined || document.data.caseFile.id !== caseId)
    return <p className={styles.state} role="status">{t`Opening the case file…`}</p>
  return <LoadedCase key={caseId} document={document.data} today={today} refresh={() => void document.refetch()} />
}

function LoadedCase({ document, today, refresh }: { document: Document; today: number; refresh: () => void }) {
  const language = useLanguage()
  const view = useCaseState({ document, today, language, refresh })
  return (
    <CaseViewContext value={view}>
      <CasePage />
    </CaseViewContext>
  )
}
