import type { Answer, CallError, Caller, RecordInput } from '../../../electron/contract/index.ts'
import type { IntakePlan } from './intake-plan.ts'

type Citation = RecordInput<'citations'>

/** What is in the vault already, so that a second try goes on where the first one stopped. */
export type Entered = {
  caseId: string | null
  personId: string | null
  whereaboutsId: string | null
  statusId: string | null
  sourceId: string | null
  cited: number
}

export const nothingEntered: Entered = { caseId: null, personId: null, whereaboutsId: null, statusId: null, sourceId: null, cited: 0 }

/** Stops at the first refusal; `entered` says how far it came. */
class Stopped extends Error {
  readonly failure: CallError
  constructor(failure: CallError) {
    super(failure.code)
    this.failure = failure
  }
}

/** Enters a planned case: the case file, its rows, the source, and the source's citation on each statement. */
export async function enterCase(call: Caller, plan: IntakePlan, before: Entered): Promise<{ entered: Entered; error: CallError | null }> {
  let entered = before
  try {
    if (entered.caseId === null) {
      const { id, personId } = valueOf(await call('cases.create', plan.create))
      entered = { ...entered, caseId: id, personId }
    }
    const caseId = entered.caseId ?? ''
    if (plan.whereabouts !== null && entered.whereaboutsId === null)
      entered = { ...entered, whereaboutsId: valueOf(await call('whereabouts.create', { fields: { caseId, ...plan.whereabouts } })).id }
    if (plan.status !== null && entered.statusId === null)
      entered = { ...entered, statusId: valueOf(await call('custody.create', { fields: { caseId, ...plan.status } })).id }
    if (plan.source !== null && entered.sourceId === null)
      entered = { ...entered, sourceId: valueOf(await call('sources.create', { fields: plan.source })).id }
    const citations = entered.sourceId === null ? [] : citationsOf(plan, entered, entered.sourceId)
    for (const fields of citations.slice(entered.cited)) {
      valueOf(await call('citations.create', { fields }))
      entered = { ...entered, cited: entered.cited + 1 }
    }
    return { entered, error: null }
  } catch (thrown) {
    if (thrown instanceof Stopped) return { entered, error: thrown.failure }
    throw thrown
  }
}

/**
 * Enters several people of one arrest, told by one source, one after the other. It stops at the first refusal;
 * `entered` says how far it came, one for each plan that was begun.
 */
export async function enterTogether(
  call: Caller,
  plans: readonly IntakePlan[],
  before: readonly Entered[],
): Promise<{ entered: Entered[]; error: CallError | null }> {
  const entered: Entered[] = []
  let sourceId: string | null = null
  for (const [at, plan] of plans.entries()) {
    const result = await enterCase(call, plan, before[at] ?? { ...nothingEntered, sourceId })
    entered.push(result.entered)
    if (result.error !== null) return { entered, error: result.error }
    sourceId = result.entered.sourceId
  }
  return { entered, error: null }
}

function citationsOf(plan: IntakePlan, { caseId, personId, whereaboutsId, statusId }: Entered, sourceId: string): Citation[] {
  const one = (targetTable: NonNullable<Citation['targetTable']>, targetId: string | null, field: string | null): Citation[] =>
    targetId === null
      ? []
      : [
          {
            sourceId,
            targetTable,
            targetId,
            ...(field !== null && { field }),
            ...(plan.credibility !== null && { credibility: plan.credibility }),
          },
        ]
  return [
    ...plan.personFields.flatMap((field) => one('persons', personId, field)),
    ...plan.caseFields.flatMap((field) => one('case_files', caseId, field)),
    ...one('whereabouts_notes', whereaboutsId, null),
    ...one('custody_statuses', statusId, null),
  ]
}

function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Stopped(answer.error)
  return answer.value
}
