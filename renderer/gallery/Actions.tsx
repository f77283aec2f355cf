import { ArrowLeft, Copy, Ellipsis, FileText, Plus, X } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { Kbd } from '../components/Kbd.tsx'
import { Menu } from '../components/Menu.tsx'
import { Exhibit } from './Exhibit.tsx'
import styles from './Gallery.module.css'
import type { Samples } from './samples.ts'

const kinds = ['primary', 'plain', 'quiet', 'danger'] as const

/** What can be pressed, and what opens by it. */
export function Actions({ words }: { words: Samples }) {
  const [asking, setAsking] = useState<'question' | 'sheet' | null>(null)
  const close = () => setAsking(null)
  const labels = { primary: words.makeReport, plain: words.save, quiet: words.addCharge, danger: words.remove }
  const icons = { primary: <FileText size={14} />, plain: undefined, quiet: <Plus size={14} />, danger: undefined }
  const [open, cite, history, remove] = words.menu
  return (
    <>
      <Exhibit name="Button" wide>
        {[{}, { isDisabled: true }, { busy: true }].map((state) => (
          <div key={JSON.stringify(state)} className={styles.row}>
            {kinds.map((kind) => (
              <Button key={kind} kind={kind} icon={icons[kind]} {...state}>
                {labels[kind]}
              </Button>
            ))}
          </div>
        ))}
        <Button kind="primary" wide>
          {words.save}
        </Button>
      </Exhibit>
      <Exhibit name="IconButton, Tip, Kbd">
        <div className={styles.row}>
          <IconButton label={words.back} keys="Alt+Left">
            <ArrowLeft className="flips" size={16} aria-hidden />
          </IconButton>
          <IconButton label={words.copy} keys="Mod+Shift+C">
            <Copy size={16} aria-hidden />
          </IconButton>
          <IconButton label={words.keep} isDisabled>
            <X size={16} aria-hidden />
          </IconButton>
          <Kbd keys="Mod+K" />
          <Kbd keys="Mod+Shift+C" />
          <Kbd keys="F6" />
        </div>
      </Exhibit>
      <Exhibit name="Menu, Dialog">
        <div className={styles.row}>
          <Menu
            label={words.more}
            trigger={
              <IconButton label={words.more}>
                <Ellipsis size={16} aria-hidden />
              </IconButton>
            }
            entries={[
              { id: 'open', label: open ?? '', keys: 'Mod+Enter' },
              { id: 'cite', label: cite ?? '', keys: 'Mod+Shift+C' },
              { id: 'history', label: history ?? '', disabled: true },
              'line',
              { id: 'remove', label: remove ?? '', danger: true },
            ]}
            onChoose={() => {}}
          />
          <Button onPress={() => setAsking('question')}>{words.remove}</Button>
          <Button onPress={() => setAsking('sheet')}>{words.sheet}</Button>
        </div>
        <Dialog
          open={asking === 'question'}
          alert
          onClose={close}
          title={words.question}
          actions={
            <>
              <Button onPress={close} autoFocus>
                {words.keep}
              </Button>
              <Button kind="danger" onPress={close}>
                {words.remove}
              </Button>
            </>
          }
        >
          {words.questionText}
        </Dialog>
        <Dialog open={asking === 'sheet'} size="sheet" onClose={close} title={words.sheet}>
          <div className={styles.pair}>
            {words.menu.map((entry) => (
              <span key={entry} className={styles.row}>
                <Kbd keys="Mod+K" />
                {entry}
              </span>
            ))}
          </div>
        </Dialog>
      </Exhibit>
    </>
  )
}
