import { useLingui } from '@lingui/react/macro'

import { useLanguage } from './use-language.ts'

/**
 * The check words and those of recovery cards come from one English list whatever the page's language, so that colleagues
 * with pages in two languages compare the same words. Whoever reads another language is told; in English there is nothing to say.
 */
export function useEnglishNote(): { brief: string; copying: string; typing: string } {
  const { t } = useLingui()
  const english = useLanguage() === 'en'
  if (english) return { brief: '', copying: '', typing: '' }
  return {
    brief: t`words in English`,
    copying: t`The words are English in every language. Copy them letter by letter.`,
    typing: t`The words are English in every language. Type them as they stand there.`,
  }
}
