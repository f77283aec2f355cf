import { useLingui } from '@lingui/react/macro'
import { useEffect, useMemo } from 'react'

import { pageBlob } from './page-blob.ts'
import styles from './ReportPanel.module.css'

/** The pages as pictures, just as the PDF will have them. */
export function ReportPages({ pages }: { pages: readonly string[] }) {
  const { t } = useLingui()
  const addresses = useMemo(() => pages.map((page) => URL.createObjectURL(pageBlob(page))), [pages])
  // The pictures hold a case's words; they are let go as soon as they are not shown.
  useEffect(
    () => () => {
      for (const address of addresses) URL.revokeObjectURL(address)
    },
    [addresses],
  )
  const total = pages.length
  return (
    <ol className={styles.pages}>
      {addresses.map((address, index) => (
        <li key={address}>
          <img src={address} alt={t`Page ${index + 1} of ${total} of the report`} />
        </li>
      ))}
    </ol>
  )
}
