import { useLingui } from '@lingui/react/macro'

import { useCaseView } from '../case-context.ts'
import { CustodyTimeline } from '../timeline/CustodyTimeline.tsx'
import { Section } from './Section.tsx'

/** How it went, at one glance: custody over time, drawn or as a table. */
export function Timeline() {
  const { t } = useLingui()
  const { document } = useCaseView()
  if (document.derived.chronology.length === 0) return null
  return (
    <Section id="timeline" title={t`Custody over time`}>
      <CustodyTimeline />
    </Section>
  )
}
