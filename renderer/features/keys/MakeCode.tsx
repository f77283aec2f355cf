import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'

import { useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import { KeyForm } from './KeyForm.tsx'
import styles from './Keys.module.css'
import { TryCode } from './TryKey.tsx'
import { useInSight } from './use-in-sight.ts'

type Props = { title: string; onDone: (said: string) => void; onCancel: () => void }

/** A recovery code: made, shown once, and typed in from the paper before anybody relies on it. */
export function MakeCode({ title, onDone, onCancel }: Props) {
  const { t } = useLingui()
  const [current, setCurrent] = useState('')
  const [made, setMade] = useState<{ id: string; code: string | null } | null>(null)
  const make = useCommand('keys.makeRecoveryCode')
  const submit = async () => {
    const answer = await make.run({ current })
    if (!answer.ok) return
    setCurrent('')
    setMade(answer.value)
  }
  const later = () => onDone(t`The code is made, and not tried yet. Try it while the paper is at hand.`)

  if (made === null)
    return (
      <KeyForm
        title={title}
        lead={t`A code that opens this vault when the passphrase is forgotten. It is shown once, to be written on paper; whoever has the paper and the vault reads all of it.`}
        submit={{ label: t`Make the code`, busyLabel: t`Making…`, disabled: current === '' }}
        busy={make.busy}
        error={make.error}
        onSubmit={submit}
        onCancel={onCancel}
      >
        <PassphraseField label={t`Your present passphrase`} value={current} onChange={setCurrent} autoFocus />
      </KeyForm>
    )
  if (made.code !== null) return <ShowCode title={title} code={made.code} onWritten={() => setMade({ id: made.id, code: null })} />
  return (
    <TryCode
      title={t`Try the recovery code`}
      lead={t`Type it in from the paper. Only then is it sure that what you wrote opens the vault.`}
      id={made.id}
      onDone={onDone}
      onCancel={later}
      cancelLabel={t`Later`}
    />
  )
}

function ShowCode({ title, code, onWritten }: { title: string; code: string; onWritten: () => void }) {
  const { t } = useLingui()
  const step = useInSight<HTMLElement>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={styles.form} aria-label={title} ref={step}>
      <h3 className={styles.formTitle} ref={heading} tabIndex={-1}>{t`Write this code on paper now`}</h3>
      <p className={styles.lead}>{t`It is shown this once and stands nowhere else. Keep the paper away from this computer.`}</p>
      <p className={styles.code} dir="ltr" translate="no" aria-label={code.split('').join(' ')} role="img">
        {code.split('-').map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </p>
      <div className={styles.row}>
        <Button kind="primary" onPress={onWritten}>{t`I have written it down`}</Button>
      </div>
    </section>
  )
}
