import { useLingui } from '@lingui/react/macro'
import { Eye, EyeOff } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'

import { IconButton } from '../../components/IconButton.tsx'
import { TextField } from '../../components/TextField.tsx'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  said?: ReactNode
  tone?: 'quiet' | 'wrong' | 'understood' | 'doubt'
  autoFocus?: boolean
  disabled?: boolean
  wrongBy?: string
  inputRef?: Ref<HTMLInputElement>
  /** Shown until hidden: for words that were generated and must be read once. */
  shown?: boolean
}

/** A passphrase: hidden, and shown on request to whoever looks at the screen. */
export function PassphraseField({ shown: shownAtFirst = false, ...props }: Props) {
  const { t } = useLingui()
  const [shown, setShown] = useState(shownAtFirst)
  const [capitals, setCapitals] = useState(false)
  const look = (event: KeyboardEvent) => setCapitals(event.getModifierState('CapsLock'))
  return (
    // What is typed unseen goes wrong unseen: Caps Lock is told of, whatever else is to be said.
    <div onKeyDownCapture={look} onKeyUpCapture={look} onBlur={() => setCapitals(false)} role="presentation">
      <TextField
        {...props}
        {...(capitals && { said: t`Caps Lock is on.`, tone: 'doubt' as const })}
        large
        secret={!shown}
        maxLength={1024}
        end={
          <IconButton label={shown ? t`Hide the passphrase` : t`Show the passphrase`} onPress={() => setShown(!shown)}>
            {shown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
          </IconButton>
        }
      />
    </div>
  )
}
