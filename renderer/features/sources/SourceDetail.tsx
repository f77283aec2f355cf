import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Eye, Trash2 } from 'lucide-react'
import { useState } from 'react'

import type { CallOutput } from '../../../electron/contract/index.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useCall, useCommand } from '../../api/hooks.ts'
import { announceDone } from '../../api/undo.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Panel } from '../../components/Panel.tsx'
import styles from './SourceDetail.module.css'
import { SourceFields } from './SourceFields.tsx'
import { useListedSourceWords } from './source-words.ts'

/** One source, edited in place, with the case files that lean on it. */
export function SourceDetail({ sourceId }: { sourceId: string | null }) {
  if (sourceId === null) return <NothingChosen />
  return <OpenedSource key={sourceId} id={sourceId} />
}

function NothingChosen() {
  const { t } = useLingui()
  const total = useCall('sources.list', { query: '', limit: 1, offset: 0 }).data?.total ?? 0
  return (
    <>
      <h1 className="visually-hidden">{t`Sources`}</h1>
      {/* Where there is none to choose the list says so. */}
      {total > 0 && (
        <EmptyState title={t`Choose a source`}>{t`Its grade, its protection and the case files that cite it show up here.`}</EmptyState>
      )}
    </>
  )
}

function OpenedSource({ id }: { id: string }) {
  const { t } = useLingui()
  const { goTo } = useNavigation()
  const words = useListedSourceWords()
  const [reveal, setReveal] = useState(false)
  const { data, error } = useCall('sources.get', { id, reveal }, { keepPrevious: true, fleeting: true })
  const bin = useCommand('sources.bin')
  if (error !== null)
    return (
      <div className={styles.page}>
        <ErrorNote error={error.failure} />
      </div>
    )
  if (data === undefined) return null
  const { source, masked, citedIn } = data
  const title = words.title(source, masked)

  const remove = async () => {
    const answer = await bin.run({ id })
    if (!answer.ok) return
    announceDone(t`“${title}” was moved to the bin.`)
    goTo('sources')
  }

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          <bdi>{title}</bdi>
        </h1>
        <div className={styles.tools}>
          {masked && <Button icon={<Eye size={16} aria-hidden />} onPress={() => setReveal(true)}>{t`Show the source`}</Button>}
          {source.protection === 'protected' && !masked && reveal && <Button onPress={() => setReveal(false)}>{t`Hide it again`}</Button>}
          {!source.binned && citedIn.length === 0 && (
            <Button
              kind="danger"
              icon={<Trash2 size={16} aria-hidden />}
              onPress={() => void remove()}
              isDisabled={bin.busy}
            >{t`Move to the bin`}</Button>
          )}
        </div>
      </header>
      {masked && (
        <p
          className={styles.masked}
        >{t`Protected: only the code name shows here and in every report. Each time that somebody shows the source is noted under “Activity” in the settings.`}</p>
      )}
      {source.binned && <p className={styles.masked}>{t`This source lies in the bin.`}</p>}
      {bin.error !== null && <ErrorNote error={bin.error} />}
      {/* A masked source and the same one shown whole are edited apart: what is hidden is never mistaken for empty. */}
      <SourceFields key={String(masked)} source={source} masked={masked} />
      <CitedIn citedIn={citedIn} />
    </div>
  )
}

function CitedIn({ citedIn }: { citedIn: CallOutput<'sources.get'>['citedIn'] }) {
  const { t } = useLingui()
  const { open } = useNavigation()
  return (
    <Panel title={t`Cited in`}>
      {citedIn.length === 0 ? (
        <p className={styles.none}>{t`No case file cites it.`}</p>
      ) : (
        <ul>
          {citedIn.map((one) => (
            <li key={one.caseId} className={styles.cited}>
              <Button kind="quiet" onPress={() => open(one.caseId)}>
                <bdi>{one.name}</bdi>
              </Button>
              <span className={styles.reference}>{one.reference}</span>
              <span className={styles.none}>{t`${plural(one.citations, { one: '# citation', other: '# citations' })}`}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
