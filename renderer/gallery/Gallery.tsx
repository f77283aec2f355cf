import { useState } from 'react'

import { SegmentedChoice } from '../components/SegmentedChoice.tsx'
import { Actions } from './Actions.tsx'
import { Choices } from './Choices.tsx'
import { Fields } from './Fields.tsx'
import styles from './Gallery.module.css'
import { chooseLook, languages, lookOf, type Look } from './look.ts'
import { Parts } from './Parts.tsx'
import { samples } from './samples.ts'
import { Told } from './Told.tsx'
import { Type } from './Type.tsx'

/** Every component in every state, in the look that the controls choose. Only the development build has this page. */
export function Gallery() {
  const [look, setLook] = useState(() => lookOf(location.search))
  const words = samples[look.language]
  const change = (part: Partial<Look>) => {
    const next = { ...look, ...part }
    // The words' own direction follows them, until it is chosen anew.
    if (part.language !== undefined) next.direction = part.language === 'ar' ? 'rtl' : 'ltr'
    chooseLook(next)
    setLook(next)
  }
  const choice = <Key extends keyof Look>(key: Key, values: readonly Look[Key][]) => (
    <SegmentedChoice
      label={key}
      value={look[key]}
      segments={values.map((value) => ({ value, label: value }))}
      onChange={(value) => change({ [key]: value })}
    />
  )
  return (
    <main className={styles.gallery} data-gallery>
      <header className={styles.controls} dir="ltr" lang="en">
        <h1 className={styles.title}>Habeas</h1>
        {choice('theme', ['light', 'dark'])}
        {choice('contrast', ['system', 'more'])}
        {choice('density', ['plain', 'dense'])}
        {choice('direction', ['ltr', 'rtl'])}
        {choice('language', languages)}
      </header>
      <div className={styles.parts}>
        <Actions words={words} />
        <Fields words={words} />
        <Choices words={words} />
        <Told words={words} />
        <Parts words={words} />
        <Type words={words} />
      </div>
    </main>
  )
}
