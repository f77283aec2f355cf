import { useLingui } from '@lingui/react'

import { Kbd } from '../../components/Kbd.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { ChapterLink } from './ChapterLink.tsx'
import { guideLabels } from './guide-labels.ts'
import { guides } from './guide.ts'
import { piecesOf } from './rich-text.ts'

/** A text of the guide, with words of the program, keys and other chapters set apart. */
export function RichText({ text }: { text: string }) {
  const { i18n } = useLingui()
  const guide = guides[useLanguage()]
  return piecesOf(text).map((piece, index) => {
    if (piece.kind === 'plain') return piece.text
    if (piece.kind === 'keys') return <Kbd key={index} keys={piece.keys} />
    if (piece.kind === 'chapter') return <ChapterLink key={index} id={piece.id} title={guide[piece.id].title} />
    const label = guideLabels[piece.text]
    return <b key={index}>{label === undefined ? piece.text : i18n._(label).replace(/…$/, '')}</b>
  })
}
