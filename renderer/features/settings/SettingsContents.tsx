import { useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useState, type RefObject } from 'react'

import { useCurrentSection } from '../../components/use-current-section.ts'
import styles from './SettingsContents.module.css'

type Part = { title: string; section: HTMLElement }

/** The parts that are shown, in their order: each is a section with a heading. */
const partsIn = (panels: HTMLElement): Part[] =>
  [...panels.querySelectorAll<HTMLElement>(':scope > section')].flatMap((section) => {
    const title = section.querySelector('h2')?.textContent ?? ''
    return title === '' ? [] : [{ title, section }]
  })

const same = (a: readonly Part[], b: readonly Part[]): boolean =>
  a.length === b.length && a.every(({ title, section }, at) => b[at]?.title === title && b[at].section === section)

/** Leads to the parts of the settings. They are read off the page: a part that has nothing to say in this vault is not listed. */
export function SettingsContents({ panels }: { panels: RefObject<HTMLElement | null> }) {
  const { t } = useLingui()
  const [parts, setParts] = useState<readonly Part[]>([])
  useEffect(() => {
    const page = panels.current
    if (page === null) return
    const read = () => setParts((before) => (same(before, partsIn(page)) ? before : partsIn(page)))
    read()
    const observer = new MutationObserver(read)
    observer.observe(page, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [panels])
  const sections = useCallback(() => parts.map(({ section }) => section), [parts])
  const current = useCurrentSection(sections, '[data-pane]')
  return (
    <nav className={styles.contents} aria-label={t`Contents`}>
      <ol>
        {parts.map(({ title, section }) => (
          <li key={title}>
            <button
              type="button"
              aria-current={section === current ? 'true' : undefined}
              onClick={() => {
                section.tabIndex = -1
                section.scrollIntoView({ block: 'start' })
                section.focus({ preventScroll: true })
              }}
            >
              {title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
