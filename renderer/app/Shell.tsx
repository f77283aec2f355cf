import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'

import { BinView } from '../features/bin/BinView.tsx'
import { CaseDocument } from '../features/case/CaseDocument.tsx'
import { CaseList } from '../features/cases/CaseList.tsx'
import { Welcome } from '../features/cases/Welcome.tsx'
import { Intake } from '../features/intake/Intake.tsx'
import { PeopleView } from '../features/people/PeopleView.tsx'
import { ReportPanel } from '../features/report/ReportPanel.tsx'
import { SettingsView } from '../features/settings/SettingsView.tsx'
import { SourceDetail } from '../features/sources/SourceDetail.tsx'
import { SourceList } from '../features/sources/SourceList.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { useNavigation, type Place } from './navigation.tsx'
import { Rail } from './Rail.tsx'
import styles from './Shell.module.css'
import { UndoBar } from './UndoBar.tsx'
import { useFrameCommands } from './use-frame-commands.ts'

/** The frame: places at the side, the list beside what was opened from it. */
export function Shell() {
  const { t } = useLingui()
  const { place } = useNavigation()
  useFrameCommands()
  const list = listOf(place)
  const opened = place.name === 'cases' ? place.caseId : place.name === 'sources' ? place.sourceId : null
  const main = useRef<HTMLElement>(null)
  const key = `${place.name}/${opened ?? ''}/${place.name === 'cases' && place.report ? 'report' : ''}`
  useEffect(() => {
    if (main.current !== null) main.current.scrollTop = 0
  }, [key])
  return (
    <div className={list === null ? styles.wide : styles.frame} data-opened={opened !== null || undefined}>
      <Rail />
      {list !== null && (
        <aside
          className={styles.list}
          data-pane="list"
          tabIndex={-1}
          aria-label={place.name === 'sources' ? t`List of sources` : t`List of case files`}
        >
          <ErrorBoundary>{list}</ErrorBoundary>
        </aside>
      )}
      <main className={styles.main} data-pane="main" tabIndex={-1} ref={main}>
        <ErrorBoundary attempt={key}>
          <Content place={place} />
        </ErrorBoundary>
      </main>
      <UndoBar />
    </div>
  )
}

function listOf(place: Place) {
  if (place.name === 'cases') return <CaseList />
  if (place.name === 'sources') return <SourceList />
  return null
}

function Content({ place }: { place: Place }) {
  switch (place.name) {
    case 'home':
    case 'guide':
      return <Welcome />
    case 'cases':
      if (place.caseId === null) return <Welcome />
      return place.report ? <ReportPanel caseId={place.caseId} /> : <CaseDocument caseId={place.caseId} />
    case 'intake':
      return <Intake />
    case 'people':
      return <PeopleView />
    case 'sources':
      return <SourceDetail sourceId={place.sourceId} />
    case 'bin':
      return <BinView />
    case 'settings':
      return <SettingsView />
  }
}
