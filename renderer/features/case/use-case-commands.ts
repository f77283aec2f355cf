import { useLingui } from '@lingui/react/macro'

import { useProvideCommands } from '../../app/commands/registry.ts'
import { useCaseView } from './case-context.ts'
import { useCiteFocused } from './citing/use-cite-focused.ts'
import { goToUnsourced, openAddRow } from './side/next-unsourced.ts'
import { useCaseActions } from './use-case-actions.ts'

/** Everything that can be done in the open case file, for the palette and by keys. */
export function useCaseCommands(): void {
  const { t } = useLingui()
  const { readOnly, document, tables, showTables, dense, setDense, sideFolded, foldSide } = useCaseView()
  const actions = useCaseActions()
  const cite = useCiteFocused()
  const lacking = document.derived.unsourced.length > 0
  const add = (id: string, label: string, table: string) => ({
    id: `case.add_${id}`,
    label,
    available: !readOnly,
    run: () => openAddRow(table),
  })
  useProvideCommands([
    {
      id: 'case.next_unsourced',
      label: t`Next statement without a source`,
      keys: ['Mod+J'],
      available: lacking,
      run: () => goToUnsourced(),
    },
    {
      id: 'case.previous_unsourced',
      label: t`Previous statement without a source`,
      keys: ['Mod+Shift+J'],
      available: lacking,
      run: () => goToUnsourced(-1),
    },
    {
      id: 'case.cite',
      label: t`Cite a source for this statement`,
      keys: ['C'],
      available: !readOnly,
      whileTyping: false,
      run: () => {
        if (!cite() && lacking) goToUnsourced()
      },
    },
    add('charge', t`Add charge`, 'charges'),
    add('whereabouts', t`Add whereabouts note`, 'whereabouts_notes'),
    add('status', t`Add custody status`, 'custody_statuses'),
    add('name', t`Add other name`, 'person_names'),
    { id: 'case.report', label: t`Report of this case file`, keys: ['Mod+Shift+P'], run: () => void actions.report() },
    { id: 'case.history', label: t`History of this case file`, keys: ['Mod+Shift+H'], run: actions.history },
    { id: 'case.tables', label: tables ? t`Show times as drawings` : t`Show times as tables`, run: () => showTables(!tables) },
    { id: 'case.density', label: dense ? t`Set the page wider` : t`Set the page as tightly as print`, run: () => setDense(!dense) },
    {
      id: 'case.side',
      label: sideFolded ? t`Show what stands beside the text` : t`Hide what stands beside the text`,
      run: () => foldSide(!sideFolded),
    },
    { id: 'case.bin', label: t`Move this case file to the bin`, available: !readOnly, run: () => void actions.bin() },
  ])
}
