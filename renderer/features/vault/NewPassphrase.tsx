import { useLingui } from '@lingui/react/macro'
import { useDeferredValue, useState } from 'react'

import { adviceWords, weaknessWords } from '../../api/strength-words.ts'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import styles from './NewPassphrase.module.css'
import { PassphraseField } from './PassphraseField.tsx'
import { metersFilled } from './strength.ts'

type Props = {
  value: string
  repeated: string
  /** Words that an attacker would try first: the vault's title, the person's name. */
  related: readonly string[]
  onChange: (value: string) => void
  onRepeat: (value: string) => void
  disabled?: boolean
}

/** Choosing a passphrase: its strength while it is typed, why it is weak, and generated words for those who want them. */
export function NewPassphrase({ value, repeated, related, onChange, onRepeat, disabled = false }: Props) {
  const { t, i18n } = useLingui()
  const language = useLanguage()
  const [generated, setGenerated] = useState<string | null>(null)
  const typed = useDeferredValue(value)
  const check = useCall(
    'vault.checkPassphrase',
    { passphrase: typed, related: related.filter((word) => word.trim() !== '').map((word) => word.slice(0, 200)) },
    { enabled: typed !== '', keepPrevious: true, fleeting: true },
  )
  const strength = value === '' ? undefined : check.data
  const advice = (strength?.suggestions ?? []).map((code) => adviceWords[code]).find((words) => words !== undefined)
  const weakness = weaknessWords[strength?.warning ?? 'too_easy']
  const why = [weakness, advice].map((words) => (words === undefined ? '' : i18n._(words))).join(' ')
  const said =
    value === ''
      ? t`A sentence of your own, or several words that don’t belong together.`
      : strength === undefined
        ? t`Looking how strong it is…`
        : strength.acceptable
          ? t`Strong enough.`
          : t`Too weak. ${why}`
  const tone = strength === undefined ? 'quiet' : strength.acceptable ? 'understood' : 'doubt'

  const suggest = async () => {
    const answer = await call('vault.suggestPassphrase', { language })
    if (!answer.ok) return
    setGenerated(answer.value.passphrase)
    onChange(answer.value.passphrase)
    onRepeat('')
  }

  return (
    <div className={styles.passphrase}>
      <PassphraseField
        key={generated ?? ''}
        label={t`Passphrase`}
        value={value}
        onChange={onChange}
        said={said}
        tone={tone}
        disabled={disabled}
        shown={generated !== null}
      />
      <Meter filled={strength === undefined ? 0 : metersFilled(strength)} acceptable={strength?.acceptable ?? false} />
      <p className={styles.offer}>
        <Button kind="quiet" onPress={() => void suggest()} isDisabled={disabled}>
          {generated === null ? t`Generate seven random words` : t`Generate other words`}
        </Button>
        {generated !== null && <span>{t`Write them down now and keep the paper safe.`}</span>}
      </p>
      <PassphraseField
        label={t`The same once more`}
        value={repeated}
        onChange={onRepeat}
        disabled={disabled}
        {...(repeated !== '' &&
          (repeated === value ? { said: t`The same.`, tone: 'understood' as const } : { said: t`Not the same yet.` }))}
      />
    </div>
  )
}

function Meter({ filled, acceptable }: { filled: number; acceptable: boolean }) {
  return (
    <div className={styles.meter} aria-hidden>
      {[1, 2, 3, 4, 5].map((fifth) => (
        <span key={fifth} className={fifth <= filled ? (acceptable ? styles.strong : styles.weak) : styles.none} />
      ))}
    </div>
  )
}
