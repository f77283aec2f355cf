import { useLingui } from '@lingui/react/macro'

import { TextField } from '../../../components/TextField.tsx'
import { dateRemarks } from '../../case/date-words.ts'
import type { ReadDate } from '../read-intake-date.ts'

type Props = {
  label: string
  value: string
  placeholder: string
  read: (text: string) => ReadDate | null
  onChange: (value: string) => void
}

/** A date as it was said, and what the page understood. */
export function SaidDate({ label, value, placeholder, read, onChange }: Props) {
  const { t, i18n } = useLingui()
  const understood = value.trim() === '' ? null : read(value)
  const common = { label, value, placeholder, onChange, maxLength: 200 }
  if (value.trim() === '') return <TextField {...common} />
  if (understood === null)
    return <TextField {...common} said={t`not understood as a date; will be kept in the notes as said`} tone="doubt" />
  const remark = understood.remark === null ? '' : ` (${i18n._(dateRemarks[understood.remark])})`
  return <TextField {...common} said={`${t`understood as: ${understood.words}`}${remark}`} tone="understood" />
}
