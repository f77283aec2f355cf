import { useCall } from '../../api/hooks.ts'
import { draftKey, draftToForm, isUntouched } from './intake-form.ts'

/** The draft of a new case that was left unfinished; null where there is none. */
export function useNewCaseDraft(): { value: string; at: number } | null {
  const { data } = useCall('drafts.list', {}, { fleeting: true })
  const draft = data?.drafts.find(({ key }) => key === draftKey)
  return draft === undefined || isUntouched(draftToForm(draft.value)) ? null : draft
}
