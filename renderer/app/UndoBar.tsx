import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'

import { call } from '../api/client.ts'
import { errorLine } from '../api/error-words.ts'
import { dismissUndoNotice, redoLast, undoLast, undoStore, type Step, type UndoNotice } from '../api/undo.ts'
import { Button } from '../components/Button.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { Kbd } from '../components/Kbd.tsx'
import { recordLabel } from '../features/case/field-labels.ts'
import { tableOfKind } from '../features/case/row-commands.ts'
import styles from './UndoBar.module.css'

const verbs = {
  create: msg`added`,
  update: msg`changed`,
  bin: msg`moved to the bin`,
  restore: msg`restored from the bin`,
} as const
const isVerb = (verb: string): verb is keyof typeof verbs => Object.hasOwn(verbs, verb)

/** Milliseconds after which what only confirms a key goes away by itself, if nobody is on it. */
const passing = 8000

/** Says what was taken away, back or done again, and offers the way back; over the document's foot, never over a form's. */
export function UndoBar() {
  const { t } = useLingui()
  const notice = useSyncExternalStore(undoStore.subscribe, undoStore.notice)
  const words = useNoticeWords(notice)
  const bar = useRef<HTMLElement>(null)
  const lift = useFootHeight(notice)
  useGoing(notice, bar)
  return (
    <div className={styles.place} style={{ insetBlockEnd: lift + 16 }}>
      <div role="status" className="visually-hidden">
        {words}
      </div>
      {notice !== null && (
        <section className={styles.bar} ref={bar} data-notice={notice.kind} aria-label={t`Last change`}>
          <span dir="auto">{words}</span>
          {notice.kind === 'done' && (
            <Button kind="quiet" onPress={() => void undoLast(call)}>
              {t`Undo`}
              <Kbd keys="Mod+Z" />
            </Button>
          )}
          {notice.kind === 'undone' && (
            <Button kind="quiet" onPress={() => void redoLast(call)}>
              {t`Redo`}
              <Kbd keys="Mod+Shift+Z" />
            </Button>
          )}
          <IconButton label={t`Close`} onPress={dismissUndoNotice}>
            <X size={16} aria-hidden />
          </IconButton>
        </section>
      )}
    </div>
  )
}

function useNoticeWords(notice: UndoNotice | null): string {
  const { t, i18n } = useLingui()
  const wordsOf = ({ what, call: name }: Step): string | null => {
    if (what !== null) return what
    const table = name === null ? null : tableOfKind(name)
    const verb = name?.split('.').at(-1) ?? ''
    return table === null || !isVerb(verb) ? null : `${i18n._(recordLabel(table))}: ${i18n._(verbs[verb])}`
  }
  if (notice === null) return ''
  switch (notice.kind) {
    case 'done':
    case 'told':
      return notice.what
    case 'undone': {
      const words = wordsOf(notice.step)
      return words === null ? t`The last change was undone.` : t`Undone: ${words}`
    }
    case 'redone': {
      const words = wordsOf(notice.step)
      return words === null ? t`The change was made again.` : t`Done again: ${words}`
    }
    case 'nothing':
      return notice.way === 'undo' ? t`Nothing was changed since unlocking.` : t`There is nothing to redo.`
    case 'refused':
      return errorLine(i18n, notice.error)
  }
}

/** Height of the bar of buttons at the foot of a form, in CSS pixels: they must stay in reach. */
function useFootHeight(notice: UndoNotice | null): number {
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    if (notice === null) return
    const measure = () => {
      const main = document.querySelector('main')
      const bottom = main?.getBoundingClientRect().bottom ?? window.innerHeight
      const feet = [...document.querySelectorAll('main [data-foot], main footer')]
        .filter((foot) => getComputedStyle(foot).position === 'sticky')
        .map((foot) => foot.getBoundingClientRect())
        .filter((foot) => foot.height > 0 && foot.bottom >= bottom - 4)
      setHeight(Math.max(window.innerHeight - bottom, ...feet.map((foot) => window.innerHeight - foot.top), 0))
    }
    measure()
    window.addEventListener('resize', measure)
    // Places change under a notice that stays.
    const timer = setInterval(measure, 500)
    return () => {
      window.removeEventListener('resize', measure)
      clearInterval(timer)
    }
  }, [notice])
  return height
}

/** Escape puts the notice away; one that only confirms goes by itself, but never from under the focus or the mouse. */
function useGoing(notice: UndoNotice | null, bar: { current: HTMLElement | null }): void {
  useEffect(() => {
    if (notice === null) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      const target = event.target instanceof Element ? event.target : null
      if (
        target?.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], form, input, textarea, [contenteditable]')
      )
        return
      event.preventDefault()
      dismissUndoNotice()
    }
    const isUsed = () => bar.current?.matches(':hover, :focus-within') ?? false
    const confirms = notice.kind === 'undone' || notice.kind === 'redone' || notice.kind === 'nothing' || notice.kind === 'told'
    let timer: ReturnType<typeof setTimeout> | undefined
    const go = () => {
      if (isUsed()) timer = setTimeout(go, 1000)
      else dismissUndoNotice()
    }
    if (confirms) timer = setTimeout(go, passing)
    window.addEventListener('keydown', onKeyDown)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [notice, bar])
}
