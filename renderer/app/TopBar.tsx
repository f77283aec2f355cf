import { useLingui } from '@lingui/react/macro'
import { ArrowLeft, ArrowRight, Search } from 'lucide-react'
import { Button, useLocale } from 'react-aria-components'

import { IconButton } from '../components/IconButton.tsx'
import { Kbd } from '../components/Kbd.tsx'
import { Tip } from '../components/Tip.tsx'
import { useNavigation } from './navigation.tsx'
import { SkipLinks } from './SkipLinks.tsx'
import { TabBar } from './tabs/TabBar.tsx'
import styles from './TopBar.module.css'

/** Over every place: past it by the keyboard, the way back, the case files at hand, and the one field that finds anything. */
export function TopBar({ list, onFind }: { list: boolean; onFind: () => void }) {
  const { t } = useLingui()
  const mirrored = useLocale().direction === 'rtl'
  const { back, forward, canGoBack, canGoForward } = useNavigation()
  return (
    <header className={styles.bar} data-pane="top" tabIndex={-1}>
      <SkipLinks list={list} />
      <span className={styles.ways}>
        <Tip words={t`Back`} keys={mirrored ? 'Alt+Right' : 'Alt+Left'}>
          <IconButton label={t`Back`} onPress={back} isDisabled={!canGoBack}>
            <ArrowLeft className={styles.way} size={16} aria-hidden />
          </IconButton>
        </Tip>
        <Tip words={t`Forward`} keys={mirrored ? 'Alt+Left' : 'Alt+Right'}>
          <IconButton label={t`Forward`} onPress={forward} isDisabled={!canGoForward}>
            <ArrowRight className={styles.way} size={16} aria-hidden />
          </IconButton>
        </Tip>
      </span>
      <TabBar />
      <Button className={styles.find} onPress={onFind} aria-keyshortcuts="Control+K" aria-haspopup="dialog">
        <Search size={16} aria-hidden />
        <span className={styles.words}>{t`Find anything`}</span>
        <span className={styles.key} aria-hidden>
          <Kbd keys="Mod+K" />
        </span>
      </Button>
    </header>
  )
}
