import { useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'

import { useNavigation } from '../../app/navigation.tsx'
import { Button } from '../../components/Button.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import styles from './FirstSteps.module.css'
import { showKeysNext } from '../keys/show-keys.ts'
import type { Steps } from './use-first-steps.ts'

type Props = { steps: Steps; caseId: string | null }

/** The way from an empty vault to a first report, in a few steps that go away as they are done. */
export function FirstSteps({ steps, caseId }: Props) {
  const { t } = useLingui()
  const { newCase, open, openReport, openGuide, goTo } = useNavigation()
  const toKeys = () => {
    showKeysNext()
    goTo('settings')
  }
  const toCase = caseId === null ? null : () => open(caseId)
  const toReport = caseId === null ? null : () => openReport(caseId)
  return (
    <section className={styles.part} aria-labelledby="home-first">
      <h2 className={styles.heading} id="home-first">{t`From a first call to a first report`}</h2>
      <ol className={styles.steps}>
        <Step
          number={1}
          done={steps.written}
          title={t`Write down a case`}
          action={<Button kind={steps.written ? 'plain' : 'primary'} onPress={newCase}>{t`New case`}</Button>}
          keys="Mod+N"
        >
          {t`A name is enough, or what is known of the person. Every letter is kept in the vault as you type.`}
        </Step>
        <Step
          number={2}
          done={steps.cited}
          title={t`Cite who said so`}
          action={
            toCase === null ? null : <Button kind={steps.cited ? 'plain' : 'primary'} onPress={toCase}>{t`Open the case file`}</Button>
          }
          keys="C"
        >
          {t`Each statement carries the number of its source. What has none is marked with dots beneath.`}
        </Step>
        <Step
          number={3}
          done={steps.reported}
          title={t`Save a report`}
          action={toReport === null ? null : <Button kind={steps.cited ? 'primary' : 'plain'} onPress={toReport}>{t`Report`}</Button>}
          keys={null}
        >
          {t`Choose for whom and in which language. Protected sources stand under their code names. It is the first thing that leaves the vault.`}
        </Step>
        <Step
          number={4}
          done={steps.recoverable}
          title={t`Keep a way back in`}
          action={<Button onPress={toKeys}>{t`Make a code or cards`}</Button>}
          keys={null}
        >
          {t`If the passphrase is forgotten, all of it is lost, unless paper opens the vault. Make a recovery code or cards, and try them.`}
        </Step>
      </ol>
      <p className={styles.foot}>
        <Button kind="quiet" onPress={() => openGuide('first-steps')}>{t`Look at the guide`}</Button>
        <Button kind="quiet" onPress={steps.putAway}>{t`Don’t show this again`}</Button>
      </p>
    </section>
  )
}

type StepProps = { number: number; done: boolean; title: string; action: ReactNode; keys: string | null; children: ReactNode }

function Step({ number, done, title, action, keys, children }: StepProps) {
  const { t, i18n } = useLingui()
  return (
    <li className={styles.step} data-done={done || undefined}>
      <span className={styles.number}>{done ? <Check size={16} role="img" aria-label={t`Done`} /> : i18n.number(number)}</span>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.text}>{children}</p>
      {!done && (
        <p className={styles.action}>
          {action}
          {action !== null && keys !== null && <Kbd keys={keys} />}
        </p>
      )}
    </li>
  )
}
