import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

import type { CallOutput } from '../../../electron/contract/index.ts'
import { Note } from '../../components/Note.tsx'

export type MadeCopy = {
  counts: CallOutput<'travel.make'>
  /** Whether the identities of protected sources stayed at home. */ leftProtected: boolean
}

/** What the travel copy holds, counted as it was written, and what is to be done next. */
export function TravelMade({ counts, leftProtected }: MadeCopy) {
  const { t } = useLingui()
  const { caseFiles, persons, sources, protectedSources } = counts
  return (
    <Note tone="good" title={t`The travel copy is made.`} alert>
      <p>{t`It holds ${plural(caseFiles, { one: '# case file', other: '# case files' })}, ${plural(persons, { one: '# person', other: '# people' })} and ${plural(sources, { one: '# source', other: '# sources' })} of this vault and nothing else of it. It opens with its own passphrase alone.`}</p>
      {protectedSources > 0 && (
        <p>
          {leftProtected
            ? t`${plural(protectedSources, { one: 'The identity of # protected source stayed here; its code name went along.', other: 'The identities of # protected sources stayed here; their code names went along.' })}`
            : t`${plural(protectedSources, { one: 'The identity of # protected source went along.', other: 'The identities of # protected sources went along.' })}`}
        </p>
      )}
      <p>{t`Lock this vault, open the copy once with its passphrase, and then take this vault off the computer that travels.`}</p>
    </Note>
  )
}
