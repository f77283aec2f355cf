import { useLingui } from '@lingui/react/macro'
import { memo, useDeferredValue, useEffect, useRef, useState } from 'react'

import { usePreferences } from '../api/preferences.ts'
import { BinView } from '../features/bin/BinView.tsx'
import { CaseDocument } from '../features/case/CaseDocument.tsx'
import { CaseList } from '../features/cases/CaseList.tsx'
import { SavedSearchCommands } from '../features/cases/SavedSearchCommands.tsx'
import { NothingOpen } from '../features/cases/NothingOpen.tsx'
import { GuideView } from '../features/guide/GuideView.tsx'
import { HomeView } from '../features/home/HomeView.tsx'
import { Intake } from '../features/intake/Intake.tsx'
import { PeopleList } from '../features/people/PeopleList.tsx'
import { PersonPage } from '../features/people/PersonPage.tsx'
import { ReportPanel } from '../features/report/ReportPanel.tsx'
import { SettingsView } from '../features/settings/SettingsView.tsx'
import { SourceDetail } from '../features/sources/SourceDetail.tsx'
import { SourceList } from '../features/sources/SourceList.tsx'
import { ShortcutSheet } from './commands/ShortcutSheet.tsx'
import { DamageBanner } from './DamageBanner.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { keyOfPlace } from './frame-state.ts'
import { listLimits, listWidth } from './list-width.ts'
import { ListBorder } from './ListBorder.tsx'
import { useNavigation, type Place } from './navigation.tsx'
import { Palette } from './palette/Palette.tsx'
import { Rail } from './Rail.tsx'
import styles from './Shell.module.css'
import { TopBar } from './TopBar.tsx'
import { UndoBar } from './UndoBar.tsx'
import { useCaseAhead } from './use-case-ahead.ts'
import { useFrameCommands } from './use-frame-commands.ts'
import { useKeptFocus, useKeptScroll } from './use-kept-place.ts'
import { useWindowWidth } from '../components/use-window-width.ts'

const railWidth = 68

/** The frame: places at the side, the list beside what was opened from it, and over both the way to anything. */
export function Shell() {
  const { t } = useLingui()
  const { place } = useNavigation()
  const { preferences, change } = usePreferences()
  const [sheet, setSheet] = useState<'palette' | 'keys' | null>(null)
  useFrameCommands({ palette: () => setSheet('palette'), keys: () => setSheet('keys') })
  const frame = useRef<HTMLDivElement>(null)
  const main = useRef<HTMLElement>(null)
  useCaseAhead(place)
  // The rail, the tabs and the row answer a click at once; what it opens is set in slices.
  const shown = useDeferredValue(place)
  const key = keyOfPlace(shown)
  useKeptScroll(key, main)
  useKeptFocus(key, frame)
  const windowWidth = useWindowWidth()
  const width = listWidth(preferences.listWidth, windowWidth, railWidth)
  const list = listOf(place)
  const opened = openedIn(place)
  // The style sheet lays the frame out; only the width comes from here.
  useEffect(() => {
    frame.current?.style.setProperty('--list', `${width}px`)
  }, [width])
  return (
    <div className={list === null ? styles.wide : styles.frame} data-opened={opened !== null || undefined} ref={frame}>
      <TopBar list={list !== null} onFind={() => setSheet('palette')} />
      <Rail />
      {list !== null && (
        <aside
          className={styles.list}
          id="list"
          data-pane="list"
          tabIndex={-1}
          aria-label={place.name === 'sources' ? t`List of sources` : place.name === 'people' ? t`List of people` : t`List of case files`}
        >
          <ErrorBoundary>{list}</ErrorBoundary>
          <ListBorder width={width} {...listLimits(windowWidth, railWidth)} onChange={(next) => change({ listWidth: next })} />
        </aside>
      )}
      <main className={styles.main} id="document" data-pane="main" tabIndex={-1} ref={main}>
        <DamageBanner />
        <ErrorBoundary attempt={key}>
          <Content place={shown} />
        </ErrorBoundary>
      </main>
      <UndoBar />
      <SavedSearchCommands />
      <Palette open={sheet === 'palette'} onClose={() => setSheet(null)} />
      <ShortcutSheet open={sheet === 'keys'} onClose={() => setSheet(null)} />
    </div>
  )
}

/** What was opened from the list, by its id. */
function openedIn(place: Place): string | null {
  switch (place.name) {
    case 'cases':
      return place.caseId
    case 'people':
      return place.personId
    case 'sources':
      return place.sourceId
    default:
      return null
  }
}

function listOf(place: Place) {
  if (place.name === 'cases') return <CaseList />
  if (place.name === 'people') return <PeopleList />
  if (place.name === 'sources') return <SourceList />
  return null
}

/** Set anew only by what it reads itself, and when another place is shown. */
const Content = memo(function Content({ place }: { place: Place }) {
  switch (place.name) {
    case 'home':
      return <HomeView />
    case 'guide':
      return <GuideView chapter={place.chapter} />
    case 'cases':
      if (place.caseId === null) return <NothingOpen />
      return place.report ? <ReportPanel caseId={place.caseId} /> : <CaseDocument caseId={place.caseId} />
    case 'intake':
      return <Intake />
    case 'people':
      return <PersonPage personId={place.personId} />
    case 'sources':
      return <SourceDetail sourceId={place.sourceId} />
    case 'bin':
      return <BinView />
    case 'settings':
      return <SettingsView />
  }
})
