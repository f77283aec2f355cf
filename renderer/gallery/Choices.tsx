import { useState } from 'react'

import { Checkbox } from '../components/Checkbox.tsx'
import { Chip } from '../components/Chip.tsx'
import { SegmentedChoice } from '../components/SegmentedChoice.tsx'
import { Select } from '../components/Select.tsx'
import { Switch } from '../components/Switch.tsx'
import { ChoiceField } from '../components/fields/ChoiceField.tsx'
import { Exhibit } from './Exhibit.tsx'
import styles from './Gallery.module.css'
import type { Samples } from './samples.ts'

const tones = ['held', 'unknown', 'free', 'ended'] as const

/** What one chooses from. */
export function Choices({ words }: { words: Samples }) {
  const [place, setPlace] = useState<string | null>('1')
  const [sure, setSure] = useState('0')
  const [letter, setLetter] = useState('B')
  const [yes, setYes] = useState(true)
  const [on, setOn] = useState(true)
  const [chip, setChip] = useState(true)
  const places = words.places.map((label, at) => ({ value: String(at), label }))
  const sureties = words.certainties.map((label, at) => ({ value: String(at), label }))
  const letters = ['A', 'B', 'C', 'D', 'E', 'F'].map((value) => ({ value, label: value }))
  const select = { label: words.place, options: places, placeholder: words.notKnown, none: words.notKnown }
  return (
    <>
      <Exhibit name="Select, ChoiceField">
        <Select {...select} value={place} onChange={setPlace} />
        <Select {...select} value={null} onChange={() => {}} />
        <Select {...select} value="3" onChange={() => {}} disabled />
        <div className={styles.row}>
          {tones.map((tone, at) => (
            <ChoiceField
              key={tone}
              label={words.statuses[at] ?? ''}
              value={String(at)}
              options={words.statuses.map((label, id) => ({ id: String(id), label }))}
              emptyWords={words.notKnown}
              tone={tone}
              onChoose={() => {}}
            />
          ))}
        </div>
      </Exhibit>
      <Exhibit name="SegmentedChoice">
        <SegmentedChoice label={words.certainty} value={sure} segments={sureties} onChange={setSure} />
        <SegmentedChoice
          label={words.reliability}
          value={letter}
          segments={letters}
          onChange={setLetter}
          said={words.certainties[1] ?? ''}
        />
        <SegmentedChoice label={words.reliability} value="C" segments={letters} onChange={() => {}} disabled />
      </Exhibit>
      <Exhibit name="Checkbox, Switch">
        <Checkbox selected={yes} onChange={setYes}>
          {words.consent}
        </Checkbox>
        <Checkbox selected={false} onChange={() => {}}>
          {words.unsourced}
        </Checkbox>
        <Checkbox selected={false} partly onChange={() => {}}>
          {words.held}
        </Checkbox>
        <Checkbox selected={false} invalid onChange={() => {}}>
          {words.wrong}
        </Checkbox>
        <Checkbox selected disabled onChange={() => {}}>
          {words.nameHint}
        </Checkbox>
        <Switch selected={on} onChange={setOn}>
          {words.lockLater}
        </Switch>
        <Switch selected={false} onChange={() => {}}>
          {words.unsourced}
        </Switch>
        <Switch selected={false} disabled onChange={() => {}}>
          {words.nameHint}
        </Switch>
      </Exhibit>
      <Exhibit name="Chip">
        <div className={styles.row}>
          <Chip selected={chip} onChange={setChip} count="214">
            {words.held}
          </Chip>
          <Chip selected={false} onChange={() => {}} count="31">
            {words.unknown}
          </Chip>
          <Chip selected={false} disabled onChange={() => {}} count="0">
            {words.unsourced}
          </Chip>
        </div>
      </Exhibit>
    </>
  )
}
