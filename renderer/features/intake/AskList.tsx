import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import { Checkbox, Toolbar } from 'react-aria-components'

import { CheckMark } from '../../components/CheckMark.tsx'
import checkStyles from '../../components/CheckMark.module.css'
import { Panel } from '../../components/Panel.tsx'
import styles from './AskList.module.css'
import { askWords, reminders, type Reminder } from './ask-words.ts'
import type { IntakeForm } from './intake-form.ts'
import { isAskedInVain, stillOpen, tick } from './open-questions.ts'

type Props = { form: IntakeForm; change: (part: Partial<IntakeForm>) => void }

const reminderKeys = Object.keys(reminders) as Reminder[]

/** What to ask before the call ends: one stop of the Tab key, with the arrows from line to line. */
export function AskList({ form, change }: Props) {
  const { t } = useLingui()
  const open = stillOpen(form)
  return (
    <Toolbar className={styles.lists} orientation="vertical" aria-label={t`What to ask`}>
      <Panel title={t`Ask before the call ends`}>
        <div className={styles.list}>
          {reminderKeys.map((key) => (
            <Ask
              key={key}
              words={reminders[key]}
              ticked={form.asked.includes(key)}
              onTick={(ticked) => change({ asked: ticked ? [...form.asked, key] : form.asked.filter((one) => one !== key) })}
            />
          ))}
        </div>
      </Panel>
      {open.length > 0 && (
        <Panel title={t`Add the rest later`}>
          <p className={styles.hint}>{t`Still empty. Tick what was asked and nobody knows.`}</p>
          <div className={styles.list}>
            {open.map((question) => (
              <Ask
                key={question}
                words={askWords[question]}
                ticked={isAskedInVain(form, question)}
                after={t`asked, not known`}
                onTick={(ticked) => change(tick(form, question, ticked))}
              />
            ))}
          </div>
        </Panel>
      )}
    </Toolbar>
  )
}

type AskProps = { words: MessageDescriptor; ticked: boolean; after?: string; onTick: (ticked: boolean) => void }

function Ask({ words, ticked, after, onTick }: AskProps) {
  const { i18n } = useLingui()
  return (
    <Checkbox className={`${checkStyles.checkbox} ${styles.ask}`} isSelected={ticked} onChange={onTick}>
      <CheckMark />
      <span>
        {i18n._(words)}
        {ticked && after !== undefined && <span className={styles.after}> {after}</span>}
      </span>
    </Checkbox>
  )
}
