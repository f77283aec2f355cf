import { useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'

import { HistoryPanel } from '../history/HistoryPanel.tsx'
import { CaseBar } from './CaseBar.tsx'
import { useBeside, useCaseView } from './case-context.ts'
import styles from './CaseDocument.module.css'
import { CitePanel } from './citing/CitePanel.tsx'
import { ContestContext, type Contest } from './fields/contest.ts'
import { useGrowingText } from './growing-text.ts'
import type { FieldKey } from './saving/field-key.ts'
import { Arrest } from './sections/Arrest.tsx'
import { BinBanner } from './sections/BinBanner.tsx'
import { Charges } from './sections/Charges.tsx'
import { Custody } from './sections/Custody.tsx'
import { Person } from './sections/Person.tsx'
import { Sources } from './sections/Sources.tsx'
import { Notes, Summary } from './sections/Texts.tsx'
import { Timeline } from './sections/Timeline.tsx'
import { Title } from './sections/Title.tsx'
import { Whereabouts } from './sections/Whereabouts.tsx'
import { Contents } from './side/Contents.tsx'
import { SourceAtHand } from './side/SourceAtHand.tsx'
import { ToComplete } from './side/ToComplete.tsx'
import { useCaseCommands } from './use-case-commands.ts'
import { useErrorWords } from './use-error-words.ts'

/** The parts of the text in their order. The same elements each time: a part is set anew only by what it reads itself. */
const parts = [
  <Title key="title" />,
  <Summary key="summary" />,
  <Timeline key="timeline" />,
  <Whereabouts key="whereabouts" />,
  <Charges key="charges" />,
  <Custody key="custody" />,
  <Arrest key="arrest" />,
  <Person key="person" />,
  <Sources key="sources" />,
  <Notes key="notes" />,
]
/** How many of them a window shows at its height. */
const inSight = 3

/** The case file's page: a bar, the text, what stands beside it, and the panel that was asked for. */
export function CasePage() {
  const { t } = useLingui()
  const { document, show, trouble, setTrouble, dense, sideFolded } = useCaseView()
  const { panel } = useBeside()
  useCaseCommands()
  const errorWords = useErrorWords()
  const count = useGrowingText(inSight, parts.length)
  const [contested, setContested] = useState<FieldKey | null>(null)
  const contest = useMemo<Contest>(() => ({ key: contested, begin: setContested, end: () => setContested(null) }), [contested])
  return (
    <ContestContext value={contest}>
      <article
        className={styles.page}
        aria-labelledby="case-name"
        data-case-document
        data-density={dense ? 'dense' : 'comfortable'}
        data-side={sideFolded ? 'folded' : undefined}
        data-panel={panel?.kind}
      >
        <CaseBar />
        <div className={styles.scroll} data-case-scroll>
          <div className={styles.columns}>
            <div className={styles.text} data-case-text data-growing={count < parts.length || undefined}>
              <BinBanner />
              {trouble !== null && (
                <p className={styles.trouble} role="alert">
                  {t`Not done: ${errorWords(trouble)}.`}
                  <button type="button" onClick={() => setTrouble(null)}>{t`Close`}</button>
                </p>
              )}
              {parts.slice(0, count)}
            </div>
            <aside className={styles.side} aria-label={t`Beside the text`}>
              <Contents />
              <SourceAtHand />
              <ToComplete />
            </aside>
          </div>
        </div>
        {panel?.kind === 'cite' && (
          <CitePanel
            key={`${panel.target.id}/${panel.target.field ?? ''}/${panel.target.mark ?? ''}/${panel.editing ?? ''}`}
            panel={panel}
          />
        )}
        {panel?.kind === 'history' && <HistoryPanel caseId={document.caseFile.id} field={panel.field} onClose={() => show(null)} />}
      </article>
    </ContestContext>
  )
}
