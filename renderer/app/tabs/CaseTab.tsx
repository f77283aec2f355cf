import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import type { MouseEvent } from 'react'

import { StatusMark } from '../../components/StatusMark.tsx'
import type { CaseHead } from '../use-case-heads.ts'
import styles from './TabBar.module.css'

type Props = {
  head: CaseHead
  name: string
  /** It is what the document shows. */
  selected: boolean
  /** It is the one that elsewhere leads back to. */
  front: boolean
  /** Tab leads to it. */
  reached: boolean
  onFocus: () => void
  onOpen: () => void
  onClose: () => void
}

/** One open case file. Its cross is for the mouse; the keyboard has Delete here and Ctrl+W anywhere. */
export function CaseTab({ head, name, selected, front, reached, onFocus, onOpen, onClose }: Props) {
  const { t } = useLingui()
  const onAuxClick = (event: MouseEvent) => {
    if (event.button !== 1) return
    event.preventDefault()
    onClose()
  }
  return (
    <div
      className={styles.tab}
      role="tab"
      tabIndex={reached ? 0 : -1}
      aria-selected={selected}
      aria-controls="document"
      aria-label={name}
      aria-keyshortcuts="Delete"
      data-tab={head.id}
      data-front={front || undefined}
      title={head.reference === '' ? name : `${name} · ${head.reference}`}
      onFocus={onFocus}
      onClick={onOpen}
      onAuxClick={onAuxClick}
      onMouseDown={(event) => event.button === 1 && event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onOpen()
      }}
    >
      {head.group !== null && <StatusMark group={head.group} />}
      <bdi className={styles.name} data-cuts>
        {name}
      </bdi>
      <span
        className={styles.close}
        aria-hidden
        title={t`Close the tab`}
        data-close
        onClick={(event) => {
          event.stopPropagation()
          onClose()
        }}
      >
        <X size={14} />
      </span>
    </div>
  )
}
