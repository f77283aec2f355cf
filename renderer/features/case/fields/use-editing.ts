import { useRef, useState, type RefObject } from 'react'

import type { LeaveBy } from '../../../components/fields/LineEditor.tsx'
import type { FieldOfCase } from '../use-field.ts'
import { editTrigger, openNeighbour } from './open-neighbour.ts'

export type Editing = {
  on: boolean
  caret: number | null
  frame: RefObject<HTMLDivElement | null>
  begin: (caret?: number) => void
  leave: (by: LeaveBy) => void
}

/** Opens and closes a field's editor; the focus never falls out of the document. */
export function useEditing(field: FieldOfCase): Editing {
  const [state, setState] = useState<{ on: boolean; caret: number | null }>({ on: false, caret: null })
  const frame = useRef<HTMLDivElement>(null)
  const left = useRef(true)

  const begin = (caret?: number) => {
    left.current = false
    setState({ on: true, caret: caret ?? null })
  }

  const leave = (by: LeaveBy) => {
    // The editor's going away makes it lose the focus too; a field is left once.
    if (left.current) return
    left.current = true
    if (by === 'escape') field.discard()
    else field.leave()
    setState({ on: false, caret: null })
    const { current } = frame
    if (by === 'blur' || current === null) return
    if ((by === 'tab' || by === 'back_tab') && openNeighbour(current, by === 'tab' ? 'next' : 'previous')) return
    requestAnimationFrame(() => current.querySelector<HTMLElement>(`[${editTrigger}]`)?.focus())
  }

  return { on: state.on, caret: state.caret, frame, begin, leave }
}
