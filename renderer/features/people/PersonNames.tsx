import { useLingui } from '@lingui/react/macro'

import type { CallOutput } from '../../../electron/contract/index.ts'
import { Panel } from '../../components/Panel.tsx'
import { choiceLabel } from '../case/choice-labels.ts'
import styles from './PersonPage.module.css'
import { scriptOf, type Script } from './script-of.ts'

type Props = { /** The name at the head of the page. */ shown: string; names: CallOutput<'persons.get'>['names'] }

/** Every name of a person, those of one script together, the script of the main name first. */
export function PersonNames({ shown, names }: Props) {
  const { t, i18n } = useLingui()
  const scripts: Record<Script, string> = {
    Latin: t`Latin script`,
    Arabic: t`Arabic script`,
    Cyrillic: t`Cyrillic script`,
    Greek: t`Greek script`,
    Hebrew: t`Hebrew script`,
    Han: t`Chinese script`,
    other: t`Another script`,
  }
  const all = [{ id: 'shown', name: shown, kind: null }, ...names.filter(({ name }) => name !== null && name !== shown)]
  const byScript = Map.groupBy(all, ({ name }) => scriptOf(name ?? ''))
  if (all.length === 1) return null
  const kindWords = (kind: string | null) => {
    const said = kind === null ? null : choiceLabel('person_names', 'kind', kind)
    return said === null ? '' : i18n._(said)
  }
  return (
    <Panel title={t`Names`}>
      <dl className={styles.facts}>
        {[...byScript].map(([script, ofScript]) => (
          <div key={script}>
            <dt>{scripts[script]}</dt>
            {ofScript.map(({ id, name, kind }) => (
              <dd key={id}>
                <bdi>{name}</bdi>
                {kind !== null && <span className={styles.kind}>{kindWords(kind)}</span>}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Panel>
  )
}
