import { useEffect, useState } from 'react'

import { SearchInput } from '../components/SearchInput.tsx'
import { TextField } from '../components/TextField.tsx'
import { LineEditor } from '../components/fields/LineEditor.tsx'
import { Exhibit } from './Exhibit.tsx'
import styles from './Gallery.module.css'
import type { Samples } from './samples.ts'

function leave(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** What one types into. */
export function Fields({ words }: { words: Samples }) {
  const [typed, setTyped] = useState(words.person)
  const [found, setFound] = useState('')
  // A line that is edited takes the focus; here it is one of many and gives it back.
  useEffect(() => leave(), [])
  const day = { label: words.date, value: words.typedDate, onChange: () => {} }
  return (
    <>
      <Exhibit name="TextField" wide>
        <div className={styles.pair}>
          <TextField label={words.name} value={typed} onChange={setTyped} said={words.nameHint} />
          <TextField {...day} tone="understood" said={words.understood} />
          <TextField {...day} tone="doubt" said={words.doubt} />
          <TextField {...day} tone="wrong" said={words.wrong} />
          <TextField {...day} disabled />
          <TextField label={words.name} value="" onChange={() => {}} placeholder={words.person} />
          <TextField label={words.notes} value={words.text} onChange={() => {}} rows={3} />
          <TextField large label={words.name} value={typed} onChange={setTyped} />
        </div>
      </Exhibit>
      <Exhibit name="SearchInput">
        <SearchInput label={words.find} value={found} onChange={setFound} keys="Mod+K" />
        <SearchInput label={words.name} value={words.person} onChange={() => {}} />
        <SearchInput label={words.place} value="" onChange={() => {}} disabled />
      </Exhibit>
      <Exhibit name="LineEditor">
        <Typed label={words.date} text={words.typedDate} said={words.understood} />
        <Typed label={words.date} text={words.typedDate} said={words.wrong} wrong />
      </Exhibit>
    </>
  )
}

function Typed({ label, text, said, wrong = false }: { label: string; text: string; said: string; wrong?: boolean }) {
  const [now, setNow] = useState(text)
  return <LineEditor label={label} text={now} said={said} wrong={wrong} onChange={setNow} onLeave={leave} />
}
