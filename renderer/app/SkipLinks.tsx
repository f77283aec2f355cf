import { useLingui } from '@lingui/react/macro'
import { Button } from 'react-aria-components'

import { focusPaneStart } from './panes.ts'
import styles from './Shell.module.css'

/** The first things that Tab reaches: past the rail to what one came for. Seen only while the focus is on them. */
export function SkipLinks({ list }: { list: boolean }) {
  const { t } = useLingui()
  return (
    <div className={styles.skip} data-skip>
      {list && <Button onPress={() => focusPaneStart('list')}>{t`To the list`}</Button>}
      <Button onPress={() => focusPaneStart('main')}>{t`To the document`}</Button>
    </div>
  )
}
