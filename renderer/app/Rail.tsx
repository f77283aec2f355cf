import { useLingui } from '@lingui/react/macro'
import { CircleHelp, FolderOpen, House, Lock, Quote, Settings, Trash2, Users, type LucideIcon } from 'lucide-react'
import { Button } from 'react-aria-components'

import { call } from '../api/client.ts'
import { flushPreferences } from '../api/preferences.ts'
import { useNavigation, type RailPlace } from './navigation.tsx'
import styles from './Rail.module.css'

/** Locks; what is not kept of the window yet goes first. */
export function lock(): void {
  flushPreferences()
  void call('app.lock', {})
}

/** The places there are, each with its word. */
export function Rail() {
  const { t } = useLingui()
  const { place, goTo } = useNavigation()
  const current = place.name === 'intake' ? 'cases' : place.name
  const entry = (name: RailPlace, Icon: LucideIcon, label: string) => (
    <Button key={name} className={styles.entry} {...(current === name && { 'aria-current': 'page' as const })} onPress={() => goTo(name)}>
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      {label}
    </Button>
  )
  return (
    <nav className={styles.rail} aria-label={t`Places`} data-pane="rail" tabIndex={-1}>
      <div className={styles.group}>
        {entry('home', House, t`Home`)}
        {entry('cases', FolderOpen, t`Cases`)}
        {entry('people', Users, t`People`)}
        {entry('sources', Quote, t`Sources`)}
        {entry('bin', Trash2, t({ context: 'place', message: 'Bin' }))}
      </div>
      <div className={styles.group}>
        {entry('guide', CircleHelp, t`Guide`)}
        {entry('settings', Settings, t`Settings`)}
        <Button className={styles.entry} onPress={lock}>
          <Lock size={20} strokeWidth={1.75} aria-hidden />
          {t`Lock`}
        </Button>
      </div>
    </nav>
  )
}
