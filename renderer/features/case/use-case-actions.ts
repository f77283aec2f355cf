import { useLingui } from '@lingui/react/macro'

import { call } from '../../api/client.ts'
import { announceDone } from '../../api/undo.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useBeside, useCaseView } from './case-context.ts'
import { binRow } from './row-commands.ts'

/** What can be done with the whole case file, from its bar and by commands. */
export function useCaseActions() {
  const { t } = useLingui()
  const { document, show, refresh, setTrouble, saver } = useCaseView()
  const { panel } = useBeside()
  const { openReport } = useNavigation()
  const { caseFile } = document
  return {
    bin: async () => {
      await saver.leaveAll()
      const answer = await binRow(call, 'case_files', caseFile.id)
      if (!answer.ok) return setTrouble(answer.error)
      announceDone(t`The case file was moved to the bin`)
      refresh()
    },
    report: async () => {
      // The report says what the vault has; what is still being typed gets there first.
      await saver.leaveAll()
      openReport(caseFile.id)
    },
    history: () => show(panel?.kind === 'history' ? null : { kind: 'history', field: null }),
  }
}
