import { useLingui } from '@lingui/react/macro'
import { Quote } from 'lucide-react'
import { useMemo, useRef, type KeyboardEvent } from 'react'

import type { Language } from '../../../electron/contract/index.ts'
import styles from './LongTextEditor.module.css'
import { anchorOf, endOfSentenceAt, marksIn, newMarkId } from './text/marks.ts'
import { useTextEditor } from './use-text-editor.ts'

type Props = {
  label: string
  text: string
  caret: number | null
  language: Language
  describedBy?: string
  /** The numbers of a mark's sources, or null where nothing is cited yet. */
  numbersOf: (mark: string) => string | null
  onChange: (text: string) => void
  /** The field is left; `by` says how, so that the focus can follow. */
  onLeave: (by: 'blur' | 'escape' | 'done' | 'tab' | 'back_tab') => void
  /** A mark was put at the end of a sentence and waits for its source. */
  onCite: ((mark: string) => void) | null
}

/** Several paragraphs, edited where they are read, with citation marks that move with the words. */
export function LongTextEditor({ label, text, caret, language, describedBy, numbersOf, onChange, onLeave, onCite }: Props) {
  const { t } = useLingui()
  const root = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const look = useMemo(
    () => ({
      className: styles.chip,
      words: (id: string) => {
        const numbers = numbersOf(id)
        return numbers === null
          ? { shown: '…', spoken: t`Citation without a source yet` }
          : { shown: numbers, spoken: t`Citation ${numbers}` }
      },
    }),
    [numbersOf, t],
  )
  const editor = useTextEditor(root, { text, caret, look, onChange })

  const cite = () => {
    if (onCite === null) return
    const now = editor.text()
    const mark = newMarkId(new Set(marksIn(now)))
    editor.insert(endOfSentenceAt(now, editor.selection().end, language), anchorOf(mark))
    onCite(mark)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const commanding = event.ctrlKey || event.metaKey
    if (event.key === 'Escape') onLeave('escape')
    else if (event.key === 'Enter' && commanding) onLeave('done')
    else if (event.key === 'Tab') onLeave(event.shiftKey ? 'back_tab' : 'tab')
    else if (event.key.toLowerCase() === 'c' && commanding && event.shiftKey) cite()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      className={styles.frame}
      ref={frame}
      onBlur={(event) => {
        if (!(event.relatedTarget instanceof Node) || !frame.current?.contains(event.relatedTarget)) onLeave('blur')
      }}
    >
      <div
        ref={root}
        className={styles.text}
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        aria-multiline="true"
        aria-label={label}
        aria-describedby={describedBy}
        dir="auto"
        spellCheck={false}
        tabIndex={0}
        onKeyDown={onKeyDown}
      />
      <div className={styles.tools}>
        {onCite !== null && (
          // The caret must stay where it is, so the press must not take the focus.
          <button type="button" className={styles.tool} tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={cite}>
            <Quote size={14} aria-hidden />
            {t`Cite this sentence`}
            <kbd className={styles.key}>Ctrl ⇧ C</kbd>
          </button>
        )}
        <span className={styles.hint}>{t`Esc gives back what was there`}</span>
      </div>
    </div>
  )
}
