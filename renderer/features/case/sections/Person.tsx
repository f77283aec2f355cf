import { useLingui } from '@lingui/react/macro'

import { useCaseView } from '../case-context.ts'
import { CaseField } from '../fields/CaseField.tsx'
import { FieldList } from '../fields/FieldList.tsx'
import { AddRow } from '../rows/AddRow.tsx'
import { RowTools } from '../rows/RowTools.tsx'
import { Section } from './Section.tsx'
import styles from './Section.module.css'

/** Who the person is: what tells them apart from others, their other names, their documents. */
export function Person() {
  const { t } = useLingui()
  const { document } = useCaseView()
  const { person } = document
  const parent = { field: 'personId', id: person.id } as const
  const group = person.kind === 'group' ? ['groupCount'] : []
  return (
    <Section id="person" title={t`Person`}>
      <FieldList
        table="persons"
        row={person}
        plain={['distinguishing', 'kind']}
        always={[...group, 'sex', 'birth', 'birthPlace', 'citizenships', 'occupation', 'distinguishing']}
        whenFilled={[
          'familyName',
          'givenName',
          'kind',
          'gender',
          'affiliation',
          'civilStatus',
          'dependants',
          'address',
          'languages',
          'health',
          'description',
          'death',
        ]}
      />
      <div className={styles.sub}>
        <h3>{t`Other names`}</h3>
        <ul className={styles.rows}>
          {document.personNames.map((name) => (
            <li key={name.id} className={styles.row} data-row={name.id}>
              <div className={styles.rowHead}>
                <div className={styles.rowMain}>
                  <CaseField plan={{ table: 'person_names', row: name, field: 'name', layout: 'bare', namesRow: true }} />
                </div>
                <CaseField
                  plan={{ table: 'person_names', row: name, field: 'kind', layout: 'bare', plain: true }}
                  emptyWords={t`kind not recorded`}
                />
                <RowTools table="person_names" id={name.id} what={name.name ?? t`other name`} />
              </div>
            </li>
          ))}
        </ul>
        <AddRow table="person_names" parent={parent} fields={['name', 'kind']} words={t`Add other name`} />
      </div>
      <div className={styles.sub}>
        <h3>{t`Identity documents`}</h3>
        <ul className={styles.rows}>
          {document.identityDocuments.map((paper) => (
            <li key={paper.id} className={styles.row} data-row={paper.id}>
              <div className={styles.rowHead}>
                <div className={styles.rowMain}>
                  <CaseField
                    plan={{ table: 'identity_documents', row: paper, field: 'kind', layout: 'bare', namesRow: true }}
                    emptyWords={t`document not named`}
                  />
                </div>
                <CaseField
                  plan={{ table: 'identity_documents', row: paper, field: 'number', layout: 'bare' }}
                  emptyWords={t`number not recorded`}
                />
                <RowTools table="identity_documents" id={paper.id} what={paper.kind ?? t`identity document`} />
              </div>
              <FieldList table="identity_documents" row={paper} whenFilled={['issuedBy', 'issued']} />
            </li>
          ))}
        </ul>
        <AddRow table="identity_documents" parent={parent} fields={['kind', 'number', 'issuedBy']} words={t`Add identity document`} />
      </div>
      {document.otherCases.length > 0 && <OtherCases />}
    </Section>
  )
}

function OtherCases() {
  const { t } = useLingui()
  const { document, termLabel } = useCaseView()
  return (
    <div className={styles.sub}>
      <h3>{t`Other case files of this person`}</h3>
      <ul className={styles.rows}>
        {document.otherCases.map((other) => (
          <li key={other.id} className={styles.row}>
            <code>{other.reference}</code> {termLabel('custody_status', other.status) ?? ''}
          </li>
        ))}
      </ul>
    </div>
  )
}
