import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'

import { useNavigation } from '../../app/navigation.tsx'
import { announceDone } from '../../api/undo.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { SavedState } from '../../components/SavedState.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { todayNumber } from '../case/today.ts'
import styles from './Intake.module.css'
import { IntakeSide } from './IntakeSide.tsx'
import { askWords } from './ask-words.ts'
import { focusName, focusQuestion } from './intake-focus.ts'
import { formsOfTogether, isUntouched, type IntakeForm } from './intake-form.ts'
import { askedInVainForNotes } from './open-questions.ts'
import { planOf, whatIsMissing } from './intake-plan.ts'
import { ArrestQuestion, HeldQuestion } from './questions/ArrestAndHeld.tsx'
import { SourceQuestion } from './questions/SourceQuestion.tsx'
import { WhoQuestion } from './questions/WhoQuestion.tsx'
import { useIntake } from './use-intake.ts'

/** A new case as a conversation: four questions in the order in which a caller answers them. */
export function Intake() {
  const { t, i18n } = useLingui()
  const language = useLanguage()
  const { open, goTo, place } = useNavigation()
  const intake = useIntake()
  const [asked, setAsked] = useState(false)
  const [lastEntered, setLastEntered] = useState(false)
  const today = useRef(todayNumber()).current
  const { form, kept, entering, error } = intake
  const isHere = useIsHere(place.name === 'intake')
  const missing = whatIsMissing(form)
  const missingWords = {
    name: t`A name, or what is known of the person, is needed.`,
    source: t`Write who says so, to go with the grades.`,
    code_name: t`A protected source needs a code name.`,
  }

  const planned = (one: IntakeForm) => {
    const inVain = askedInVainForNotes(one).map((question) => i18n._(askWords[question]))
    return planOf(one, {
      language,
      today,
      labels: { birth: t`Born, or age, as said`, when: t`Day of arrest, as said` },
      askedInVain: inVain.length === 0 ? '' : `${t`Asked, nobody knows:`} ${inVain.join(' ')}`,
    })
  }
  const several = form.together.length
  const madeWords = (several: number) => t`${plural(several, { one: '# case file made', other: '# case files made' })}`

  const enter = async (another: boolean) => {
    setAsked(true)
    setLastEntered(false)
    if (entering) return
    if (missing !== null) {
      focusQuestion(missing === 'name' ? 'who' : 'source')
      return
    }
    const caseId = several > 0 ? await intake.enterAll(formsOfTogether(form).map(planned)) : await intake.enter(planned(form))
    if (caseId === null) return
    setAsked(false)
    if (another) {
      intake.another()
      setLastEntered(true)
      requestAnimationFrame(focusName)
      return
    }
    const stayed = isHere()
    if (several > 0 || !stayed) {
      announceDone(madeWords(Math.max(several, 1)))
    }
    intake.discard()
    // Whoever went elsewhere meanwhile stays there; the words at the foot say that it is made.
    if (stayed) open(caseId)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    // A button or a choice that has the focus must not take the key for itself.
    event.stopPropagation()
    void enter(event.shiftKey)
  }
  const parts = { form, change: intake.change, language, today }

  return (
    // Ctrl+Enter enters the case from wherever one is typing.
    <div className={styles.page} onKeyDownCapture={onKeyDown} role="presentation">
      <div className={styles.conversation}>
        <header className={styles.head}>
          <div>
            <h1 className={styles.title}>{t`New case`}</h1>
            <p className={styles.lead}>{t`A name or a description is enough. Write it as it was said; everything can be added later.`}</p>
          </div>
        </header>
        <WhoQuestion {...parts} wrong={asked && missing === 'name' ? missingWords.name : null} />
        <ArrestQuestion {...parts} />
        <HeldQuestion {...parts} />
        <SourceQuestion
          {...parts}
          wrong={asked && (missing === 'source' || missing === 'code_name') ? { at: missing, words: missingWords[missing] } : null}
        />
      </div>
      <div className={styles.side}>
        <IntakeSide form={form} change={intake.change} entering={entering} isOwn={intake.isOwn} />
      </div>
      <footer className={styles.foot}>
        {error !== null && (
          <div className={styles.error}>
            <ErrorNote error={error} />
          </div>
        )}
        <Button kind="primary" onPress={() => void enter(false)} isDisabled={entering} aria-keyshortcuts="Control+Enter">
          {entering
            ? t`Entering…`
            : several > 0
              ? t`${plural(several, { one: 'Make # case file', other: 'Make # case files' })}`
              : t`Open the case file`}
        </Button>
        <span className={styles.keys} aria-hidden>
          <Kbd keys="Mod+Enter" />
        </span>
        <Button
          onPress={() => void enter(true)}
          isDisabled={entering}
          aria-keyshortcuts="Control+Shift+Enter"
        >{t`New case, same arrest`}</Button>
        <span className={styles.keys} data-second="" aria-hidden>
          <Kbd keys="Mod+Shift+Enter" />
        </span>
        <ThrowAway
          untouched={isUntouched(form)}
          disabled={entering}
          onThrowAway={() => {
            intake.discard()
            goTo('cases')
          }}
        />
        <span className={styles.status} role="status">
          {asked && missing !== null ? missingWords[missing] : lastEntered ? t`Entered. Who else was taken?` : ''}
        </span>
        {/* Beside the buttons: there it is in sight wherever in the questions one is. */}
        {kept !== 'nothing' && <SavedState state={kept === 'kept' ? 'draft' : kept === 'failed' ? 'not_saved' : 'saving'} />}
      </footer>
    </div>
  )
}

/**
 * Tells later on whether one is still at the form. Where one is says so, not what is shown: the form stays on the screen for
 * a moment after one has gone elsewhere.
 */
function useIsHere(isAtForm: boolean): () => boolean {
  const here = useRef(false)
  useLayoutEffect(() => {
    here.current = isAtForm
    return () => {
      here.current = false
    }
  }, [isAtForm])
  return () => here.current
}

/** What was typed is gone only after a second press. */
function ThrowAway({ untouched, disabled, onThrowAway }: { untouched: boolean; disabled: boolean; onThrowAway: () => void }) {
  const { t } = useLingui()
  const [sure, setSure] = useState(false)
  const place = useRef<HTMLSpanElement>(null)
  if (untouched) return <Button kind="quiet" onPress={onThrowAway} isDisabled={disabled}>{t`Back`}</Button>
  if (!sure)
    return (
      <span ref={place}>
        <Button kind="quietDanger" onPress={() => setSure(true)} isDisabled={disabled}>{t`Throw away…`}</Button>
      </span>
    )
  return (
    <>
      <Button kind="danger" onPress={onThrowAway} isDisabled={disabled} autoFocus>{t`Throw away what was typed`}</Button>
      <Button
        kind="quiet"
        onPress={() => {
          setSure(false)
          // The buttons that asked are gone with the answer: the one that began it takes the focus again.
          requestAnimationFrame(() => place.current?.querySelector('button')?.focus())
        }}
      >{t`Keep it`}</Button>
    </>
  )
}
