import { useLingui } from '@lingui/react/macro'
import { memo, useCallback, useDeferredValue, useMemo } from 'react'

import type { CaseDocument as Document } from '../../../electron/contract/index.ts'
import { isoOfDay } from '../../../electron/domain/days.ts'
import { useCall } from '../../api/hooks.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { BesideContext, CaseViewContext } from './case-context.ts'
import styles from './CaseDocument.module.css'
import { CasePage } from './CasePage.tsx'
import { todayNumber } from './today.ts'
import { useCaseState } from './use-case-state.ts'
import { useErrorWords } from './use-error-words.ts'

/** One case file as a document that is read and edited in one place. */
export const CaseDocument = memo(function CaseDocument({ caseId }: { caseId: string }) {
  const { t } = useLingui()
  const today = useMemo(todayNumber, [])
  const answer = useCall('cases.get', { id: caseId, today: isoOfDay(today) }, { keepPrevious: true })
  const { refetch, error } = answer
  const refresh = useCallback(() => void refetch(), [refetch])
  // What came is set in slices, between which the page goes on listening.
  const document = useDeferredValue(answer.data)
  const errorWords = useErrorWords()
  if (error !== null && answer.data === undefined)
    return <p className={styles.state} role="alert">{t`The case file can’t be shown: ${errorWords(error.failure)}.`}</p>
  // Another case file's answer may stand in until this one's is there; it must not be edited in its place.
  if (document === undefined || document.caseFile.id !== caseId)
    return <p className={styles.state} role="status">{t`Opening the case file…`}</p>
  return <LoadedCase key={caseId} document={document} today={today} refresh={refresh} />
})

type Loaded = { document: Document; today: number; refresh: () => void }

const LoadedCase = memo(function LoadedCase({ document, today, refresh }: Loaded) {
  const language = useLanguage()
  const { view, beside } = useCaseState({ document, today, language, refresh })
  return (
    <CaseViewContext value={view}>
      <BesideContext value={beside}>
        <CasePage />
      </BesideContext>
    </CaseViewContext>
  )
})
