import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'

import { describeDate } from '../../../../electron/domain/describe-date.ts'
import { readTypedDate } from '../../../../electron/domain/typed-date.ts'
import { useCall } from '../../../api/hooks.ts'
import { Button } from '../../../components/Button.tsx'
import { SegmentedChoice } from '../../../components/SegmentedChoice.tsx'
import { Select } from '../../../components/Select.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useCaseView } from '../case-context.ts'
import { choiceLabel } from '../choice-labels.ts'
import { dateProblems } from '../date-words.ts'
import type { CiteForm } from './cite-form.ts'
import styles from './CitePanel.module.css'
import { useSourceWords } from './use-source-words.ts'

type Props = { form: CiteForm; put: (change: Partial<CiteForm>) => void }

const grades = ['A', 'B', 'C', 'D', 'E', 'F']

/** A source that is not on file yet, made on the way. */
export function SourceForm({ form, put }: Props) {
  const { t, i18n } = useLingui()
  const { termOptions, language, today } = useCaseView()
  const words = useSourceWords()
  const known = useCall('sources.list', { limit: 200 })
  const frame = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('input')?.focus()
  }, [])
  const options = (vocabulary: string) => termOptions(vocabulary, null).map(({ id, label }) => ({ value: id, label }))
  const read = form.published.trim() === '' ? null : readTypedDate(form.published, { language, today })
  const grade = form.reliability === '' ? null : choiceLabel('sources', 'reliability', form.reliability)
  const protections = (['open', 'restricted', 'protected'] as const).map((value) => ({
    value,
    label: i18n._(choiceLabel('sources', 'protection', value) ?? { id: value }),
  }))
  return (
    <fieldset className={styles.part} ref={frame}>
      <legend className={styles.legend}>{t`New source`}</legend>
      <TextField label={t`Title`} value={form.title} onChange={(title) => put({ title })} />
      <Select
        label={t`Kind of source`}
        value={form.kind === '' ? null : form.kind}
        options={options('source_kind')}
        onChange={(kind) => put({ kind: kind ?? '' })}
        placeholder={t`Choose…`}
      />
      <Select
        label={t`Connection to what happened`}
        value={form.connection === '' ? null : form.connection}
        options={options('source_connection')}
        onChange={(connection) => put({ connection: connection ?? '' })}
        placeholder={t`Choose…`}
      />
      <SegmentedChoice
        label={t`Reliability of the source`}
        value={form.reliability === '' ? null : form.reliability}
        segments={grades.map((letter) => ({
          value: letter,
          label: letter,
          spoken: i18n._(choiceLabel('sources', 'reliability', letter) ?? { id: letter }),
        }))}
        onChange={(reliability) => put({ reliability })}
      />
      <p className={styles.said}>{grade === null ? t`A: the most reliable, E: the least, F: not judged` : i18n._(grade)}</p>
      <SegmentedChoice
        label={t`Protect the source`}
        value={form.protection}
        segments={protections}
        onChange={(protection) => put({ protection })}
      />
      {form.protection === 'protected' && (
        <TextField
          label={t`Code name`}
          value={form.codeName}
          onChange={(codeName) => put({ codeName })}
          said={t`All that reports and this page will show`}
        />
      )}
      <TextField label={t`Author`} value={form.author} onChange={(author) => put({ author })} />
      <TextField label={t`Publisher`} value={form.publisher} onChange={(publisher) => put({ publisher })} />
      <TextField
        label={t`Published`}
        value={form.published}
        onChange={(published) => put({ published })}
        {...(read === null
          ? {}
          : read.ok
            ? { said: t`understood as: ${describeDate(read.edtf, language)}`, tone: 'understood' as const }
            : { said: i18n._(dateProblems[read.reason]), tone: 'wrong' as const })}
      />
      <TextField label={t`Link`} value={form.link} onChange={(link) => put({ link })} />
      <Select
        label={t`Relays the word of`}
        value={form.relaysSourceId === '' ? null : form.relaysSourceId}
        options={(known.data?.sources ?? []).map((entry) => ({ value: entry.source.id, label: words.title(entry) }))}
        onChange={(relaysSourceId) => put({ relaysSourceId: relaysSourceId ?? '' })}
        placeholder={t`its own word`}
        none={t`its own word`}
      />
      <Button kind="quiet" onPress={() => put({ making: '' })}>
        {t`Choose a source on file instead`}
      </Button>
    </fieldset>
  )
}
