import type { CallRequest, RecordInput } from '../../contract/index.ts'
import type { CaseworkHandlers } from '../../vault/dispatch.ts'

/** What a citation says besides which source it cites. */
export type Cited = { source: string; credibility?: number; locator?: string; quotation?: string; mark?: string; value?: string }

/**
 * Writes demonstration records through the ordinary calls, so that the demonstration vault has the same history,
 * audit chain and index as one that people filled.
 */
export type DemonstrationWriter = ReturnType<typeof demonstrationWriter>

const value = async <T>(answer: T | Promise<T>): Promise<T> => answer

export function demonstrationWriter(handlers: CaseworkHandlers) {
  const cite = async (
    targetTable: NonNullable<RecordInput<'citations'>['targetTable']>,
    targetId: string,
    field: string | null,
    citations: readonly Cited[],
  ): Promise<void> => {
    for (const { source, credibility, locator, quotation, mark, value: entry } of citations) {
      const fields: RecordInput<'citations'> = {
        sourceId: source,
        targetTable,
        targetId,
        field,
        mark: mark ?? null,
        value: entry ?? null,
        credibility: credibility ?? null,
        locator: locator ?? null,
        quotation: quotation ?? null,
      }
      await handlers['citations.create']({ fields })
    }
  }
  return {
    cite,
    async source(fields: RecordInput<'sources'>): Promise<string> {
      return (await value(handlers['sources.create']({ fields }))).id
    },
    async caseFile(person: RecordInput<'persons'>, fields: RecordInput<'case_files'>): Promise<{ id: string; personId: string }> {
      const request: CallRequest<'cases.create'> = { person, fields }
      const { id, personId } = await value(handlers['cases.create'](request))
      return { id, personId }
    },
    async personName(personId: string, kind: NonNullable<RecordInput<'person_names'>['kind']>, name: string): Promise<void> {
      await handlers['personNames.create']({ fields: { personId, kind, name } })
    },
    async status(
      caseId: string,
      status: string,
      since: string | null,
      words: string | null,
      citations: readonly Cited[] = [],
    ): Promise<string> {
      const { id } = await value(handlers['custody.create']({ fields: { caseId, status, since, words } }))
      await cite('custody_statuses', id, null, citations)
      return id
    },
    async charge(fields: RecordInput<'charges'>, citations: readonly Cited[] = []): Promise<string> {
      const { id } = await value(handlers['charges.create']({ fields }))
      await cite('charges', id, null, citations)
      return id
    },
    async whereabouts(fields: RecordInput<'whereabouts_notes'>, citations: readonly Cited[] = []): Promise<string> {
      const { id } = await value(handlers['whereabouts.create']({ fields }))
      await cite('whereabouts_notes', id, null, citations)
      return id
    },
    async competing(
      targetTable: NonNullable<RecordInput<'competing_values'>['targetTable']>,
      targetId: string,
      field: string,
      claim: { value?: string; date?: string },
      reason: string,
      citations: readonly Cited[],
    ): Promise<void> {
      const { id } = await value(
        handlers['competingValues.create']({
          fields: { targetTable, targetId, field, value: claim.value ?? null, date: claim.date ?? null, reason },
        }),
      )
      await cite('competing_values', id, null, citations)
    },
  }
}
