import { useLingui } from '@lingui/react/macro'
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'

import styles from './TimeDrawing.module.css'

type Props = { zoom: number; most: number; onZoom: (zoom: number) => void }

/** Closer, further, and the whole time again. The same as the keys +, − and 0 on the drawing. */
export function ZoomButtons({ zoom, most, onZoom }: Props) {
  const { t } = useLingui()
  return (
    <span className={styles.zoom}>
      <button
        type="button"
        aria-label={t`Show the whole time`}
        title={t`Show the whole time`}
        disabled={zoom === 1}
        onClick={() => onZoom(1)}
      >
        <Maximize2 size={14} aria-hidden />
      </button>
      <button
        type="button"
        aria-label={t`Show a longer time`}
        title={t`Show a longer time`}
        disabled={zoom === 1}
        onClick={() => onZoom(zoom / 2)}
      >
        <ZoomOut size={14} aria-hidden />
      </button>
      <button
        type="button"
        aria-label={t`Show a shorter time`}
        title={t`Show a shorter time`}
        disabled={zoom >= most}
        onClick={() => onZoom(zoom * 2)}
      >
        <ZoomIn size={14} aria-hidden />
      </button>
    </span>
  )
}
