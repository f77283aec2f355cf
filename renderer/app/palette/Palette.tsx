import { useLingui } from '@lingui/react/macro'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'

import { PaletteSearch } from './PaletteSearch.tsx'
import styles from './Palette.module.css'

/** One field for everything: case files, people, sources and what can be done. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useLingui()
  return (
    <ModalOverlay
      className={`${styles.veil} seen-at-once`}
      isOpen={open}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={`${styles.modal} seen-at-once`}>
        <Dialog className={styles.dialog} aria-label={t`Find anything`}>
          <PaletteSearch onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
