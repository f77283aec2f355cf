import { useLingui } from '@lingui/react/macro'

import { useNavigation } from '../../app/navigation.tsx'
import { useCall } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { Fingerprint } from '../settings/Fingerprint.tsx'
import { useNewCaseDraft } from '../intake/use-new-case-draft.ts'
import styles from './Welcome.module.css'

/** Beside the list while no case file is open: which vault this is and how it was left. */
export function Welcome() {
  const { t, i18n } = useLingui()
  const { newCase } = useNavigation()
  const { data } = useCall('vault.info', {})
  const draft = useNewCaseDraft()
  if (data === undefined) return null
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>
        <bdi>{data.title}</bdi>
      </h1>
      <p className={styles.who}>{t`Open as ${data.caseworker.name}`}</p>
      <section className={styles.section}>
        <h2 className={styles.heading}>{t`Last change`}</h2>
        <Fingerprint fingerprint={data.fingerprint} />
        <p className={styles.hint}>{t`If this is not where you left off, somebody may have put back an older copy of the vault.`}</p>
      </section>
      {draft !== null && (
        <section className={styles.section}>
          <h2 className={styles.heading}>{t`A new case was begun`}</h2>
          <p>{t`Typed ${i18n.date(new Date(draft.at), { dateStyle: 'medium', timeStyle: 'short' })} and not entered yet.`}</p>
          <Button onPress={newCase}>{t`Go on with it`}</Button>
        </section>
      )}
      <dl className={styles.keys}>
        {(
          [
            ['Ctrl K', t`Search`],
            ['Ctrl N', t`New case`],
            ['F6', t`Next part of the window`],
            ['Ctrl Z', t`Undo the last change`],
            ['Ctrl L', t`Lock`],
          ] as const
        ).map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
