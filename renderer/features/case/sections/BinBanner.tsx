import { useLingui } from '@lingui/react/macro'
import { Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'

import { call } from '../../../api/client.ts'
import { useCaseView } from '../case-context.ts'
import { restoreRow } from '../row-commands.ts'
import styles from './BinBanner.module.css'

/** Says that the case file lies in the bin, and gets it out again. */
export function BinBanner() {
  const { t } = useLingui()
  const { document, readOnly, refresh, setTrouble } = useCaseView()
  const button = useRef<HTMLButtonElement>(null)
  // The button that was pressed to get here is gone; the way back takes the focus.
  useEffect(() => {
    if (readOnly) button.current?.focus()
  }, [readOnly])
  if (!readOnly) return null
  const restore = async () => {
    const answer = await restoreRow(call, 'case_files', document.caseFile.id)
    if (answer.ok) refresh()
    else setTrouble(answer.error)
  }
  return (
    <div className={styles.banner} role="status">
      <Trash2 size={16} aria-hidden />
      <span>{t`This case file lies in the bin. It can be read; to change it, restore it.`}</span>
      <button type="button" ref={button} onClick={() => void restore()}>{t`Restore`}</button>
    </div>
  )
}
