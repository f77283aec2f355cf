import { useLingui } from '@lingui/react/macro'
import { ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'

import { IconButton } from '../../components/IconButton.tsx'
import { pageBlob } from './page-blob.ts'
import styles from './ReportPanel.module.css'
import type { PageZoom } from './use-page-zoom.ts'

/** The pages as pictures, just as the PDF will have them. */
export function ReportPages({ pages, zoom: { zoom, larger, smaller } }: { pages: readonly string[]; zoom: PageZoom }) {
  const { t, i18n } = useLingui()
  const list = useRef<HTMLOListElement>(null)
  const addresses = useMemo(() => pages.map((page) => URL.createObjectURL(pageBlob(page))), [pages])
  // The pictures hold a case's words; they are let go as soon as they are not shown.
  useEffect(
    () => () => {
      for (const address of addresses) URL.revokeObjectURL(address)
    },
    [addresses],
  )
  // The style sheet lays the pages out; only how large they are comes from here.
  useEffect(() => list.current?.style.setProperty('--zoom', String(zoom)), [zoom])
  const total = pages.length
  return (
    <>
      <div className={styles.zoom}>
        <IconButton label={t`Smaller pages`} isDisabled={smaller === null} onPress={() => smaller?.()}>
          <ZoomOut size={16} aria-hidden />
        </IconButton>
        <span role="status">{i18n.number(zoom, { style: 'percent' })}</span>
        <IconButton label={t`Larger pages`} isDisabled={larger === null} onPress={() => larger?.()}>
          <ZoomIn size={16} aria-hidden />
        </IconButton>
      </div>
      <ol className={styles.pages} ref={list}>
        {addresses.map((address, index) => (
          <li key={address}>
            <img src={address} alt={t`Page ${index + 1} of ${total} of the report`} />
          </li>
        ))}
      </ol>
    </>
  )
}
