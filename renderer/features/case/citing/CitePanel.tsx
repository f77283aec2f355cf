import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useEffect, useRef, useState, type FormEvent } from 'react'

import { call } from '../../../api/client.ts'
import { asOneStep } from '../../../api/undo.ts'
import { Button } from '../../../components/Button.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { SegmentedChoice } from '../../../components/SegmentedChoice.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useCaseView, type Panel } from '../case-context.ts'
import { choiceLabel } from '../choice-labels.ts'
import { binRow, createRow, updateRow } from '../row-commands.ts'
import { useErrorWords } from '../use-error-words.ts'
import { placeOfTarget } from './citation-index.ts'
import { citationFields, emptyCiteForm, formOfCitation, formOfDraft, sourceFields, whatIsMissing, type CiteForm } from './cite-form.ts'
import styles from './CitePanel.module.css'
import { SourceForm } from './SourceForm.tsx'
import { SourcePicker } from './SourcePicker.tsx'
import { useDropMark } from './use-drop-mark.ts'
import { useMarkedPlace } from './use-marked-place.ts'
import { useStatementWords } from './use-statement-words.ts'

const missingWords = {
  source: msg`Choose a source, or make a new one`,
  title: msg`Give the source a title`,
  code_name: msg`A protected source needs a code name`,
  date: msg`The date of publication is not understood`,
}

/** Beside the text: which source says so, where in it, in which words, and how credible that is. */
export function CitePanel({ panel }: { panel: Extract<Panel, { kind: 'cite' }> }) {
  const { t, i18n } = useLingui()
  const view = useCaseView()
  const errorWords = useErrorWords()
  const dropMark = useDropMark()
  const statementWords = useStatementWords()
  const { target, editing } = panel
  const cited = editing === null ? null : view.citations.byId(editing)
  const draftKey = `citation/${target.table}/${target.id}/${target.field ?? ''}/${editing ?? target.mark ?? target.value ?? ''}`.slice(
    0,
    200,
  )
  const [form, setForm] = useState<CiteForm>(() => {
    const draft = view.looseDrafts.get(draftKey)
    return draft !== undefined ? formOfDraft(draft) : cited === null ? emptyCiteForm : formOfCitation(cited.citation)
  })
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const frame = useRef<HTMLFormElement>(null)
  useMarkedPlace(target)
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('[data-first] input, [data-first] button')?.focus()
  }, [])

  const put = (change: Partial<CiteForm>) => {
    const next = { ...form, ...change }
    setForm(next)
    setWrong(null)
    view.putLooseDraft(draftKey, JSON.stringify(next))
  }

  const end = (citationId: string | null) => {
    view.clearLooseDraft(draftKey)
    view.show(null)
    if (citationId !== null) view.open(citationId)
    const place = placeOfTarget(target)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`${place} [data-edit-trigger], ${place} button`)?.focus())
  }
  const cancel = () => {
    if (editing === null) void dropMark(target)
    end(null)
  }

  const save = async () => {
    if (busy) return
    const missing = whatIsMissing(form, view)
    if (missing !== null) return setWrong(i18n._(missingWords[missing]))
    setBusy(true)
    // A mark must stand in the saved text before a citation can hang on it.
    await view.saver.settled(target.table, target.id)
    const failed = await asOneStep(async () => {
      const source = form.making === '' ? null : await createRow(call, 'sources', sourceFields(form, view) ?? {})
      if (source?.ok === false) return source.error
      const sourceId = source === null ? form.sourceId : source.value.id
      const fields = { sourceId, ...citationFields(form) }
      const answer =
        cited === null
          ? await createRow(call, 'citations', {
              ...fields,
              targetTable: target.table,
              targetId: target.id,
              field: target.field,
              mark: target.mark,
              value: target.value,
            })
          : await updateRow(call, 'citations', cited.citation.id, cited.citation.revision, fields)
      if (!answer.ok) return answer.error
      end(answer.value.id)
      return null
    })
    setBusy(false)
    if (failed === null) view.refresh()
    else setWrong(errorWords(failed))
  }

  const remove = async () => {
    if (cited === null) return
    const { table, id, field, mark } = target
    // The last citation of a mark goes with its mark, in one change.
    if (mark !== null && field !== null && view.citations.ofMark(table, id, field, mark).length === 1) await dropMark(target)
    else {
      const answer = await binRow(call, 'citations', cited.citation.id)
      if (!answer.ok) return setWrong(errorWords(answer.error))
    }
    end(null)
    view.refresh()
  }

  return (
    <form
      ref={frame}
      className={styles.panel}
      aria-labelledby="cite-title"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel()
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
      }}
    >
      <header className={styles.head}>
        <h2 id="cite-title">
          <span className={styles.for}>{cited === null ? t`Cite a source for:` : t`Citation for:`}</span>{' '}
          <bdi>{statementWords(target.table, target.id, target.field, target.value)}</bdi>
        </h2>
        <IconButton label={t`Close`} onPress={cancel}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div className={styles.body}>
        {form.making === '' ? <SourcePicker form={form} put={put} /> : <SourceForm form={form} put={put} />}
        <hr className={styles.line} />
        <TextField
          label={t`Where in the source`}
          value={form.locator}
          onChange={(locator) => put({ locator })}
          placeholder={t`p. 2, 00:12:40, para. 14`}
        />
        <TextField label={t`Quotation, in its own words`} value={form.quotation} onChange={(quotation) => put({ quotation })} rows={3} />
        <SegmentedChoice
          label={t`Credibility of the statement`}
          value={form.credibility === '' ? null : form.credibility}
          segments={['1', '2', '3', '4', '5', '6'].map((grade) => ({
            value: grade,
            label: grade,
            spoken: i18n._(choiceLabel('citations', 'credibility', grade) ?? { id: grade }),
          }))}
          onChange={(credibility) => put({ credibility })}
        />
        <p className={styles.said}>
          {form.credibility === ''
            ? t`1: the surest, 5: the least sure, 6: not judged`
            : i18n._(choiceLabel('citations', 'credibility', form.credibility) ?? { id: form.credibility })}
        </p>
        <TextField label={t`Note`} value={form.note} onChange={(note) => put({ note })} />
      </div>
      <footer className={styles.foot}>
        {wrong !== null && (
          <p className={styles.wrong} role="alert">
            {wrong}
          </p>
        )}
        <Button kind="primary" type="submit">
          {cited === null ? t`Cite` : t`Save`}
        </Button>
        <Button onPress={cancel}>{t`Cancel`}</Button>
        {cited !== null && (
          <Button kind="danger" onPress={() => void remove()}>
            {t`Remove citation`}
          </Button>
        )}
      </footer>
    </form>
  )
}
