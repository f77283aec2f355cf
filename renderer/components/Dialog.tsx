import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'

type Props = {
  open: boolean
  /** Escape, the cross and a press beside it; also called before an action's own button has closed it. */
  onClose: () => void
  title: string
  children?: ReactNode
  /** Buttons at the end: the way back first, what is done last. */
  actions?: ReactNode
  /** question: as narrow as a sentence; sheet: room for columns. */
  size?: 'question' | 'sheet'
  /** An answer is needed: a press beside it doesn't close it, and it is read out at once. */
  alert?: boolean
}

/** What must be answered or read before going on. It keeps the focus, gives it back, and closes with Escape. */
export function Dialog({ open, onClose, title, children, actions, size = 'question', alert = false }: Props) {
  const { t } = useLingui()
  return (
    <ModalOverlay
      className={`${styles.veil} seen-at-once`}
      isOpen={open}
      isDismissable={!alert}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={`${styles.modal} ${styles[size]} seen-at-once`}>
        <AriaDialog className={styles.dialog} role={alert ? 'alertdialog' : 'dialog'}>
          <header className={styles.head}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            {!alert && (
              <IconButton label={t`Close`} onPress={onClose}>
                <X size={16} aria-hidden />
              </IconButton>
            )}
          </header>
          <div className={styles.body}>{children}</div>
          {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
