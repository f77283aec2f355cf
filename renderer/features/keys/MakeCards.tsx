import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import type { CallOutput } from '../../../electron/contract/index.ts'
import { useCommand } from '../../api/hooks.ts'
import { Select } from '../../components/Select.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import { CardDeck } from './CardDeck.tsx'
import { KeyForm } from './KeyForm.tsx'
import styles from './Keys.module.css'
import { TryCards } from './TryKey.tsx'

type Props = { title: string; onDone: (said: string) => void; onCancel: () => void }
type Made = CallOutput<'keys.makeShares'>

const mostCards = 9
const numbersFrom = (least: number, most: number): number[] => Array.from({ length: most - least + 1 }, (_, index) => least + index)

/** Recovery cards: how many and how many of them open the vault, then one by one, then tried. */
export function MakeCards({ title, onDone, onCancel }: Props) {
  const { t, i18n } = useLingui()
  const [current, setCurrent] = useState('')
  const [total, setTotal] = useState(5)
  const [needed, setNeeded] = useState(2)
  const [made, setMade] = useState<{ id: string; cards: Made['cards'] | null } | null>(null)
  const make = useCommand('keys.makeShares')
  const options = (numbers: readonly number[]) => numbers.map((number) => ({ value: String(number), label: i18n.number(number) }))
  const submit = async () => {
    const answer = await make.run({ current, needed, total })
    if (!answer.ok) return
    setCurrent('')
    setMade({ id: answer.value.id, cards: answer.value.cards })
  }

  if (made === null)
    return (
      <KeyForm
        title={title}
        lead={t`Cards for several people or places: some of them together open this vault when the passphrase is forgotten, and one alone opens nothing. If one is lost, the others still do.`}
        submit={{ label: t`Make the cards`, busyLabel: t`Making…`, disabled: current === '' }}
        busy={make.busy}
        error={make.error}
        onSubmit={submit}
        onCancel={onCancel}
      >
        <div className={styles.pair}>
          <Select
            label={t`How many cards`}
            value={String(total)}
            options={options(numbersFrom(2, mostCards))}
            placeholder=""
            onChange={(value) => {
              if (value === null) return
              setTotal(Number(value))
              setNeeded(Math.min(needed, Number(value)))
            }}
          />
          <Select
            label={t`How many open the vault`}
            value={String(needed)}
            options={options(numbersFrom(2, total))}
            placeholder=""
            onChange={(value) => value !== null && setNeeded(Number(value))}
          />
        </div>
        <PassphraseField label={t`Your present passphrase`} value={current} onChange={setCurrent} autoFocus />
      </KeyForm>
    )
  if (made.cards !== null) return <CardDeck title={title} cards={made.cards} onDone={() => setMade({ id: made.id, cards: null })} />
  return (
    <TryCards
      title={t`Try the recovery cards`}
      lead={t`Enter as many of them as are needed, from the paper. Only then is it sure that they open the vault.`}
      id={made.id}
      onDone={onDone}
      onCancel={() => onDone(t`The cards are made, and not tried yet. Try them before you hand them out.`)}
      cancelLabel={t`Later`}
    />
  )
}
