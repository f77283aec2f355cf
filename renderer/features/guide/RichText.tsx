import { useLingui } from '@lingui/react'

import { Kbd } from '../../components/Kbd.tsx'
import { guideLabels } from './guide-labels.ts'
import { piecesOf } from './rich-text.ts'

/** A text of the guide, with words of the program and keys set apart. */
export function RichText({ text }: { text: string }) {
  const { i18n } = useLingui()
  return piecesOf(text).map((piece, index) => {
    if (piece.kind === 'plain') return piece.text
    if (piece.kind === 'keys') return <Kbd key={index} keys={piece.keys} />
    const label = guideLabels[piece.text]
    return <b key={index}>{label === undefined ? piece.text : i18n._(label).replace(/…$/, '')}</b>
  })
}
