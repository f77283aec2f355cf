import { useLingui } from '@lingui/react'

import styles from './Guide.module.css'
import { guideLabels } from './guide-labels.ts'
import { piecesOf } from './rich-text.ts'

/** A text of the guide, with words of the program and keys set apart. */
export function RichText({ text }: { text: string }) {
  const { i18n } = useLingui()
  return piecesOf(text).map((piece, index) => {
    if (piece.kind === 'plain') return piece.text
    if (piece.kind === 'keys') return <Keys key={index} keys={piece.keys} />
    const label = guideLabels[piece.text]
    return <b key={index}>{label === undefined ? piece.text : i18n._(label).replace(/…$/, '')}</b>
  })
}

/** Keys pressed together. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className={styles.keys} dir="ltr">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
