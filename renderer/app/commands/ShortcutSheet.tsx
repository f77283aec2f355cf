import { useLingui } from '@lingui/react/macro'

import { Dialog } from '../../components/Dialog.tsx'
import { KeyChoices } from '../../components/Kbd.tsx'
import { shownKeys } from './keys.ts'
import { commandGroups, useCommands } from './registry.ts'
import styles from './ShortcutSheet.module.css'
import { useGroupWords } from './use-group-words.ts'
import { useTypingKeys } from '../../components/use-typing-keys.ts'

/** Every key there is at this moment, by what it is for. */
export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const commands = useCommands()
  const groupWords = useGroupWords()
  const typing = useTypingKeys()
  return (
    <Dialog open={open} onClose={onClose} title={t`Keyboard shortcuts`} size="sheet">
      <div className={styles.groups}>
        {commandGroups.map((group) => {
          const listed = commands.filter(
            (command) => (command.group ?? 'case') === group && (command.keys?.length ?? 0) > 0 && !/^tabs\.[2-8]$/.test(command.id),
          )
          if (listed.length === 0) return null
          return (
            <section key={group} className={styles.group} aria-labelledby={`keys-${group}`}>
              <h3 className={styles.heading} id={`keys-${group}`}>
                {groupWords[group]}
              </h3>
              <dl>
                {listed.map((command) => (
                  <div key={command.id} className={styles.row}>
                    <dt className={styles.label}>{command.label}</dt>
                    <dd className={styles.keys}>
                      <KeyChoices choices={command.id === 'tabs.1' ? ['Mod+1\u20138'] : (command.keys ?? []).map(shownKeys)} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
        <section className={styles.group} aria-labelledby="keys-typing">
          <h3 className={styles.heading} id="keys-typing">{t`While typing and reading`}</h3>
          <dl>
            {typing.map(({ label, keys }) => (
              <div key={label} className={styles.row}>
                <dt className={styles.label}>{label}</dt>
                <dd className={styles.keys}>
                  <KeyChoices choices={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}
