import { useLingui } from '@lingui/react/macro'
import { Search } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react'

import { Kbd } from '../../components/Kbd.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { piecesOf } from '../../features/cases/snippets.ts'
import { shownKeys } from '../commands/keys.ts'
import { focusIfLost, focusPaneStart } from '../panes.ts'
import styles from './Palette.module.css'
import { useFound, type Option } from './use-found.ts'

/** The field and what fits it. The focus stays in the field; the arrow keys choose. */
export function PaletteSearch({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  // Enter may be pressed before the answer to the last letter is there: it then takes the first of that answer.
  const [waiting, setWaiting] = useState<{ newTab: boolean } | null>(null)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const { groups, fresh } = useFound(query)
  const options = groups.flatMap((group) => group.options)
  const at = Math.max(
    0,
    options.findIndex((option) => option.id === chosen),
  )
  const current = options[at]

  const take = (option: Option, newTab: boolean) => {
    onClose()
    // The dialog gives the focus back first; what was asked for then says where it goes.
    setTimeout(() => {
      const before = document.activeElement
      option.run(newTab)
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (option.id.startsWith('command-')) focusIfLost()
          else if (document.activeElement === before) focusPaneStart('main')
        }),
      )
    }, 60)
  }
  const takeFirst = useEffectEvent((newTab: boolean) => {
    setWaiting(null)
    if (current !== undefined) take(current, newTab)
  })
  useEffect(() => {
    if (waiting !== null && fresh) takeFirst(waiting.newTab)
  }, [waiting, fresh])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }
    const next = steps[event.key]
    if (next !== undefined && options.length > 0) {
      event.preventDefault()
      const far = event.key.startsWith('Page')
      const index = far ? Math.min(options.length - 1, Math.max(0, next)) : (next + options.length) % options.length
      setChosen(options[index]?.id ?? null)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      const newTab = event.ctrlKey || event.metaKey
      if (!fresh) setWaiting({ newTab })
      else if (current !== undefined) take(current, newTab)
    }
  }
  const nothing = fresh && options.length === 0
  const label = t`Case files, people, sources, commands`
  return (
    <>
      <div className={styles.field}>
        <Search size={18} aria-hidden />
        <input
          className={styles.input}
          // The palette was asked for to type into it.
          autoFocus
          role="combobox"
          aria-label={label}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(current !== undefined && { 'aria-activedescendant': `${id}-${current.id}` })}
          value={query}
          placeholder={label}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          {...(query !== '' && { dir: 'auto' })}
          onChange={(event) => {
            setQuery(event.target.value)
            setChosen(null)
            setWaiting(null)
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd keys="Esc" />
      </div>
      <div className={styles.list} id={`${id}-list`} role="listbox" aria-label={label} ref={list}>
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`} className={styles.group}>
            <div className={styles.heading} id={`${id}-${group.id}`} role="presentation">
              {group.title}
            </div>
            {group.options.map((option) => (
              <div
                key={option.id}
                id={`${id}-${option.id}`}
                className={styles.option}
                role="option"
                aria-selected={option.id === current?.id}
                onMouseMove={() => option.id === current?.id || setChosen(option.id)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={(event) => take(option, event.ctrlKey || event.metaKey)}
              >
                {option.group !== undefined && <StatusMark group={option.group} />}
                <bdi className={styles.label}>
                  {piecesOf(option.label, option.matches).map(({ text, matched }, index) =>
                    matched ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
                  )}
                </bdi>
                {option.about !== '' && (
                  <span className={styles.about}>
                    <bdi>{option.about}</bdi>
                  </span>
                )}
                {option.keys !== undefined && (
                  <span className={styles.keys}>
                    <Kbd keys={shownKeys(option.keys)} />
                  </span>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      <div role="status" className={nothing ? styles.nothing : 'visually-hidden'}>
        {nothing ? t`Nothing found. Try fewer letters or another spelling; accents and alphabets make no difference.` : ''}
      </div>
      <p className={styles.foot}>
        <span>
          <Kbd keys="Enter" /> {t`Open`}
        </span>
        <span>
          <Kbd keys="Mod+Enter" /> {t`Open in a new tab`}
        </span>
      </p>
    </>
  )
}
