import type { MessageDescriptor } from '@lingui/core'
import { msg, plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

import { useCaseView } from '../case-context.ts'
import { wholeText } from '../growing-text.ts'
import { goToUnsourced } from './next-unsourced.ts'
import styles from './Side.module.css'

const items: Readonly<Record<string, MessageDescriptor>> = {
  full_name: msg`Full name`,
  date_of_disappearance: msg`Date taken, month and year at least`,
  place: msg`Place taken, or last seen`,
  forces_responsible: msg`Forces that took them`,
  steps_taken: msg`Steps taken by the family or others`,
  submitter: msg`Who submits`,
  family_consent: msg`Consent of the family`,
}

const states: Readonly<Record<string, MessageDescriptor>> = {
  missing: msg`missing`,
  not_precise_enough: msg`not precise enough`,
  unsourced: msg`no source`,
  one_source: msg`one source only`,
  forbidden: msg`not allowed`,
}

const whereToGo: Readonly<Record<string, string>> = {
  full_name: 'case-name',
  date_of_disappearance: 'case-arrest',
  place: 'case-arrest',
  forces_responsible: 'case-arrest',
}

/** What the file still lacks: statements without a source, and what the UN form asks for. */
export function ToComplete() {
  const { t, i18n } = useLingui()
  const { document } = useCaseView()
  const { unsourced, wgeid } = document.derived
  const lacking = wgeid.filter((entry) => entry.state !== 'there')

  return (
    <section className={styles.card} aria-labelledby="to-complete">
      <h2 className={styles.heading} id="to-complete">{t`To complete`}</h2>
      {unsourced.length === 0 ? (
        <p className={styles.done}>{t`Every statement has a source`}</p>
      ) : (
        <button type="button" className={styles.next} title={t`Go to the next one (Ctrl J)`} onClick={() => goToUnsourced()}>
          <span
            className={styles.dotted}
          >{t`${plural(unsourced.length, { one: '# statement unsourced', other: '# statements unsourced' })}`}</span>
          <span className={styles.hint}>{t`Next`}</span>
        </button>
      )}
      {lacking.length > 0 && (
        <>
          <h3 className={styles.subheading}>{t`For the UN form on disappearances`}</h3>
          <ul className={styles.lacking}>
            {lacking.map(({ item, state }) => {
              const words = items[item]
              const place = whereToGo[item]
              const stateWords = states[state]
              const label = words === undefined ? item : i18n._(words)
              return (
                <li key={item}>
                  {place === undefined ? (
                    <span>{label}</span>
                  ) : (
                    <a href={`#${place}`} onClick={wholeText}>
                      {label}
                    </a>
                  )}
                  {stateWords !== undefined && <span className={styles.hint}>{i18n._(stateWords)}</span>}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </section>
  )
}
