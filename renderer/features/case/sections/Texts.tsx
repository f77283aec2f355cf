import { useLingui } from '@lingui/react/macro'

import { useCaseView } from '../case-context.ts'
import { CaseField } from '../fields/CaseField.tsx'
import { FieldList } from '../fields/FieldList.tsx'
import { Section } from './Section.tsx'

/** What the case is about, in a few sentences; it needs no heading to be found. */
export function Summary() {
  const { t } = useLingui()
  const { document } = useCaseView()
  return (
    <section id="case-summary" aria-label={t`Summary`} tabIndex={-1} style={{ paddingBlockStart: '12px', outline: 'none' }}>
      <CaseField
        plan={{ table: 'case_files', row: document.caseFile, field: 'summary', layout: 'bare' }}
        emptyWords={t`Write a summary: who was taken, when, by whom, and what is known since.`}
      />
    </section>
  )
}

/** What is noted for the office's own use, and how the file is kept. */
export function Notes() {
  const { t } = useLingui()
  const { document } = useCaseView()
  return (
    <Section id="notes" title={t`Notes`}>
      <CaseField plan={{ table: 'case_files', row: document.caseFile, field: 'notes', layout: 'bare' }} emptyWords={t`Write notes`} />
      <FieldList
        table="case_files"
        row={document.caseFile}
        plain={['title', 'confidentiality', 'opened', 'closed', 'tags']}
        always={['tags', 'confidentiality']}
        whenFilled={['title', 'opened', 'closed']}
      />
    </Section>
  )
}
