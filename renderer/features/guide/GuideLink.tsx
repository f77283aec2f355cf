import { useLingui } from '@lingui/react/macro'
import { CircleHelp } from 'lucide-react'

import { useNavigation } from '../../app/navigation.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import type { ChapterId } from './blocks.ts'
import { guides } from './guide.ts'

/** A small question mark that opens the chapter that helps here. Going back leads to where one was. */
export function GuideLink({ chapter }: { chapter: ChapterId }) {
  const { t } = useLingui()
  const { openGuide } = useNavigation()
  const { title } = guides[useLanguage()][chapter]
  return (
    <IconButton label={t`Guide: ${title}`} onPress={() => openGuide(chapter)}>
      <CircleHelp size={16} aria-hidden />
    </IconButton>
  )
}
