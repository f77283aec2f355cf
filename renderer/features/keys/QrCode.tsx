import { useMemo } from 'react'
import { encode } from 'uqr'

import styles from './QrCode.module.css'

/** White modules that a reader of QR codes needs around the code (ISO/IEC 18004, 9.1). */
const quietZone = 4

/** A text as a QR code: always dark on white, in the dark too, since readers ask for it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { size: side, data } = encode(text, { ecc: 'M', border: quietZone })
    return { size: side, path: data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') }
  }, [text])
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <path d={path} />
    </svg>
  )
}
