import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'

import { call } from '../api/client.ts'
import { errorLine } from '../api/error-words.ts'
import { dismissUndoNotice, undoLast, undoStore } from '../api/undo.ts'
import { Button } from '../components/Button.tsx'
import { IconButton } from '../components/IconButton.tsx'
import styles from './UndoBar.module.css'

/** Says what was taken away or taken back, and offers to undo; stays until it is closed or something newer happens. */
export function UndoBar() {
  const { t, i18n } = useLingui()
  const notice = useSyncExternalStore(undoStore.subscribe, undoStore.notice)
  const words =
    notice === null
      ? ''
      : notice.kind === 'done'
        ? notice.what
        : notice.kind === 'undone'
          ? t`The last change was undone.`
          : notice.kind === 'nothing'
            ? t`Nothing was changed since unlocking.`
            : errorLine(i18n, notice.error)
  return (
    <div className={styles.place} role="status">
      {notice !== null && (
        <div className={styles.bar}>
          <span>{words}</span>
          {notice.kind === 'done' && (
            <Button kind="quiet" onPress={() => void undoLast(call)}>
              {t`Undo`}
              <kbd className={styles.key}>Ctrl Z</kbd>
            </Button>
          )}
          <IconButton label={t`Close`} onPress={dismissUndoNotice}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  )
}
