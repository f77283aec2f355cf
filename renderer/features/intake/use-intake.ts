import { useCallback, useEffect, useRef, useState } from 'react'

import type { CallError } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { allOrNothing, asOneStep } from '../../api/undo.ts'
import { enterCase, enterTogether, nothingEntered, type Entered } from './enter-case.ts'
import { draftKey, draftToForm, emptyForm, formToDraft, isUntouched, sameArrest, type IntakeForm } from './intake-form.ts'
import type { IntakePlan } from './intake-plan.ts'

/** A key press is a draft on disk well within the 300 ms that locking allows for. */
const draftAfter = 150

const sourceFields = ['source', 'sourceKind', 'reliability', 'protection', 'codeName'] as const

export type IntakeState = {
  form: IntakeForm
  /** False until the draft of an earlier call has been looked for. */
  ready: boolean
  kept: 'nothing' | 'on_its_way' | 'kept' | 'failed'
  entering: boolean
  error: CallError | null
  change: (part: Partial<IntakeForm>) => void
  /** Enters the case; the answer is its id, null where it was refused. */
  enter: (plan: IntakePlan) => Promise<string | null>
  /** Enters several people as one step; the answer is the first one's case, null where it was refused and nothing was made. */
  enterAll: (plans: readonly IntakePlan[]) => Promise<string | null>
  /** Whether a person was entered from this form already, by a try that stopped half-way. */
  isOwn: (personId: string) => boolean
  /** Begins another person of the same arrest, told by the same source. */
  another: () => void
  discard: () => void
}

/** The form of a new case, of which every letter is kept as a draft in the vault. */
export function useIntake(): IntakeState {
  const [form, setForm] = useState(emptyForm)
  const [ready, setReady] = useState(false)
  const [kept, setKept] = useState<IntakeState['kept']>('nothing')
  const [entering, setEntering] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const entered = useRef<Entered>(nothingEntered)
  // Where several people were begun and could not even be taken back: a second try goes on from there.
  const begun = useRef<readonly Entered[]>([])
  const latest = useRef(form)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const put = useCallback(async () => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    const answer = isUntouched(latest.current)
      ? await call('drafts.clear', { key: draftKey })
      : await call('drafts.put', { key: draftKey, value: formToDraft(latest.current), baseRevision: null })
    if (timer.current === null) setKept(answer.ok ? (isUntouched(latest.current) ? 'nothing' : 'kept') : 'failed')
  }, [])

  const replace = useCallback(
    (next: IntakeForm) => {
      latest.current = next
      setForm(next)
      setKept('on_its_way')
      timer.current ??= setTimeout(() => void put(), draftAfter)
    },
    [put],
  )

  useEffect(() => {
    let gone = false
    void call('drafts.list', {}).then((answer) => {
      if (gone) return
      const draft = answer.ok ? answer.value.drafts.find(({ key }) => key === draftKey) : undefined
      // Whoever typed before the answer was there has begun anew.
      if (draft !== undefined && isUntouched(latest.current)) {
        latest.current = draftToForm(draft.value)
        setForm(latest.current)
        setKept('kept')
      }
      setReady(true)
    })
    return () => {
      gone = true
      if (timer.current !== null) void put()
    }
  }, [put])

  const clear = () => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    latest.current = emptyForm
    entered.current = nothingEntered
    begun.current = []
    setForm(emptyForm)
    setKept('nothing')
    void call('drafts.clear', { key: draftKey })
  }

  return {
    form,
    ready,
    kept,
    entering,
    error,
    change: (part) => {
      // Another person of the same arrest shares the source that was entered, unless it is told differently now.
      if (sourceFields.some((field) => field in part)) entered.current = { ...entered.current, sourceId: null, cited: 0 }
      replace({ ...latest.current, ...part })
    },
    async enter(plan) {
      setEntering(true)
      setError(null)
      const result = await asOneStep(() => enterCase(call, plan, entered.current))
      entered.current = result.entered
      setEntering(false)
      setError(result.error)
      if (result.error !== null) return null
      return result.entered.caseId
    },
    async enterAll(plans) {
      setEntering(true)
      setError(null)
      // All of them or none: what was made before a refusal is taken back.
      const { result, left } = await allOrNothing(
        call,
        () => enterTogether(call, plans, begun.current),
        ({ error: refused }) => refused === null,
      )
      begun.current = result.error === null || left ? result.entered : []
      setEntering(false)
      setError(result.error)
      return result.error === null ? (result.entered[0]?.caseId ?? null) : null
    },
    isOwn: (personId) => [entered.current, ...begun.current].some((one) => one.personId === personId),
    another() {
      entered.current = { ...nothingEntered, sourceId: entered.current.sourceId }
      replace(sameArrest(latest.current))
    },
    discard: clear,
  }
}
