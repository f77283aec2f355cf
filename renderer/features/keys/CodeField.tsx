import { useLingui } from '@lingui/react/macro'

import { TextField } from '../../components/TextField.tsx'

type Props = { value: string; onChange: (value: string) => void; autoFocus?: boolean }

/** A recovery code as it stands on paper. */
export function CodeField(props: Props) {
  const { t } = useLingui()
  return (
    <TextField
      {...props}
      label={t`Recovery code`}
      large
      verbatim
      maxLength={200}
      said={t`Dashes and spaces may be left out, and small letters do no harm.`}
    />
  )
}
