import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

import { languages } from '../../../electron/contract/index.ts'
import type { CallInput } from '../../../electron/contract/index.ts'
import { isoOfDay } from '../../../electron/domain/days.ts'
import { describeDate } from '../../../electron/domain/describe-date.ts'
import { readTypedDate } from '../../../electron/domain/typed-date.ts'
import { useCall, useCommand } from '../../api/hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { Note } from '../../components/Note.tsx'
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx'
import { Select } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import { languageNames } from '../../i18n/i18n.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { todayNumber } from '../case/today.ts'
import { useAudiences, type Audience } from './audiences.ts'
import { useReportSaved } from '../home/use-first-steps.ts'
import { ReportPages } from './ReportPages.tsx'
import styles from './ReportPanel.module.css'
import { usePageZoom } from './use-page-zoom.ts'
import { useReportProgress } from './use-report-progress.ts'

/** The report of a case file: for whom, in which language, as of which day; looked at first, then saved as a PDF. */
export function ReportPanel({ caseId }: { caseId: string }) {
  const { t } = useLingui()
  const { open } = useNavigation()
  const onClose = () => open(caseId)
  const pageLanguage = useLanguage()
  const audiences = useAudiences()
  const [today] = useState(todayNumber)
  const about = useCall('cases.get', { id: caseId, today: isoOfDay(today) })
  const name = about.data?.person.name ?? ''
  const [language, setLanguage] = useState(pageLanguage)
  const [audience, setAudience] = useState<Audience>('internal')
  const [asOf, setAsOf] = useState('')
  const [stopped, setStopped] = useState(false)
  const progress = useReportProgress()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])

  const read = asOf.trim() === '' ? null : readTypedDate(asOf, { language: pageLanguage, today })
  const day = read === null ? today : read.ok && read.earliest !== null && read.earliest === read.latest ? read.earliest : null
  const input: CallInput<'reports.preview'> = { caseId, template: 'case', language, audience, today: isoOfDay(day ?? today) }
  const preview = useCall('reports.preview', input, { enabled: day !== null && !stopped, fleeting: true })
  const save = useCommand('reports.save')
  const stop = useCommand('reports.cancel')
  const [saved, setSaved] = useState<string | null>(null)
  const reportSaved = useReportSaved()
  const zoom = usePageZoom()

  const onSave = async () => {
    // The button stays as it is while it works: a disabled one would drop the focus.
    if (save.busy) return
    setSaved(null)
    const answer = await save.run(input)
    if (!answer.ok || answer.value === null) return
    setSaved(answer.value.name)
    reportSaved()
  }
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setStopped(false)
      setSaved(null)
      set(value)
    }
  const said =
    read === null
      ? { said: t`today` }
      : day === null
        ? { said: t`One day is needed, such as 4 August 2026`, tone: 'wrong' as const }
        : { said: t`understood as: ${describeDate(isoOfDay(day), pageLanguage)}`, tone: 'understood' as const }
  const missing = preview.data?.missingGlyphs ?? []

  return (
    <section
      className={styles.report}
      data-report
      aria-labelledby="report-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className={styles.choices}>
        <header className={styles.head}>
          <h1 id="report-title" ref={title} tabIndex={-1}>
            {t`Report`}
          </h1>
          <IconButton label={t`Back to the case file`} onPress={onClose}>
            <X size={16} aria-hidden />
          </IconButton>
        </header>
        {name !== '' && (
          <p className={styles.name}>
            <bdi>{name}</bdi>
          </p>
        )}
        <SegmentedChoice
          label={t`Language of the report`}
          value={language}
          segments={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={change(setLanguage)}
        />
        <Select
          label={t`For whom`}
          value={audience}
          options={audiences.options}
          onChange={(chosen) => change(setAudience)(chosen ?? 'internal')}
          placeholder={t`Choose…`}
        />
        <p className={styles.hint}>{audiences.what(audience)}</p>
        <TextField
          label={t`As of`}
          value={asOf}
          onChange={change(setAsOf)}
          placeholder={describeDate(isoOfDay(today), pageLanguage)}
          {...said}
        />
        <Note tone="warning">{t`A saved report leaves the vault: the PDF is not encrypted, and whoever has the file can read it.`}</Note>
        <Button kind="primary" isDisabled={day === null} onPress={() => void onSave()}>
          {save.busy ? t`Saving…` : t`Save PDF…`}
        </Button>
        <div aria-live="polite">
          {saved !== null && (
            <p className={styles.saved}>
              {t`Saved outside the vault as`} <bdi>{saved}</bdi>
            </p>
          )}
        </div>
        {save.error !== null && save.error.code !== 'cancelled' && <ErrorNote error={save.error} />}
        {missing.length > 0 && (
          <div className={styles.missing} role="status">
            <p>{t`No font has these characters; the report shows a marked placeholder for each:`}</p>
            <ul>
              {missing.map(({ character, count }) => (
                <li key={character}>
                  <bdi>{character}</bdi> × {count}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div
        className={styles.preview}
        tabIndex={0}
        role="region"
        aria-label={t`Preview of the report`}
        aria-busy={preview.isFetching}
        onKeyDown={zoom.onKeyDown}
      >
        {preview.isFetching && (
          <div className={styles.working} role="status">
            <p>{t`Setting the pages…`}</p>
            <progress aria-label={t`Setting the pages`} {...(progress === null ? {} : { value: progress, max: 1 })} />
            <Button
              kind="quiet"
              onPress={() => {
                setStopped(true)
                void stop.run({})
              }}
            >
              {t`Stop`}
            </Button>
          </div>
        )}
        {stopped && (
          <div className={styles.working}>
            <p>{t`Stopped. Nothing left the vault.`}</p>
            <Button onPress={() => setStopped(false)}>{t`Set the pages again`}</Button>
          </div>
        )}
        {preview.error !== null && !preview.isFetching && !stopped && (
          <ErrorNote error={preview.error.failure} actions={<Button onPress={() => void preview.refetch()}>{t`Try again`}</Button>} />
        )}
        {preview.data !== undefined && !stopped && <ReportPages pages={preview.data.pages} zoom={zoom} />}
      </div>
    </section>
  )
}
