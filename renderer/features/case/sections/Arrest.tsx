import { useLingui } from '@lingui/react/macro'

import { useCaseView } from '../case-context.ts'
import { FieldList } from '../fields/FieldList.tsx'
import { Section } from './Section.tsx'

/** When, where and how the person was taken, by whom, and on what grounds. */
export function Arrest() {
  const { t } = useLingui()
  const { document } = useCaseView()
  return (
    <Section id="arrest" title={t`Arrest`}>
      <FieldList
        table="case_files"
        row={document.caseFile}
        always={['arrestDate', 'arrestPlace', 'arrestForces', 'arrestWarrantShown', 'arrestReasons', 'arrestLegalBasis']}
        whenFilled={['arrestWarrantBy', 'arrestForceUsed', 'arrestWitnesses', 'arrestSeized', 'arrestAccount']}
      />
    </Section>
  )
}
