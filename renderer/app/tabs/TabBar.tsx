import { useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

import { announce } from '../../api/undo.ts'
import { IconButton } from '../../components/IconButton.tsx'
import { Menu, type MenuEntry } from '../../components/Menu.tsx'
import { useNavigation } from '../navigation.tsx'
import { forgetScroll } from '../scroll-memory.ts'
import { useCaseHeads, type CaseHead } from '../use-case-heads.ts'
import { CaseTab } from './CaseTab.tsx'
import styles from './TabBar.module.css'
import { useTabWidths } from './use-tab-widths.ts'

/** The case files that are open, side by side. Without any there is nothing to see. */
export function TabBar() {
  const { t, i18n } = useLingui()
  const { place, tabs, activeTab, open, closeTab } = useNavigation()
  const heads = useCaseHeads(tabs)
  const bar = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const shown = place.name === 'cases' ? place.caseId : null
  useClosingOfGone(heads, shown)
  useTabWidths(bar, list, JSON.stringify([i18n.locale, shown, activeTab, heads.map(({ id, name, group }) => [id, name, group])]))

  if (tabs.length === 0) return <span className={styles.none} />

  const close = (caseId: string) => {
    forgetScroll(`cases/${caseId}`)
    closeTab(caseId)
  }
  const reached = [focused, shown, activeTab].find((one) => one !== null && tabs.includes(one)) ?? tabs[0]
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((one) => one === reached)
    const rightward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    const next =
      event.key === 'ArrowRight'
        ? at + rightward
        : event.key === 'ArrowLeft'
          ? at - rightward
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? tabs.length - 1
              : null
    if (event.key === 'Delete' && reached !== undefined) {
      event.preventDefault()
      const neighbour = tabs[at + 1] ?? tabs[at - 1] ?? null
      close(reached)
      setFocused(neighbour)
      focusTab(list, neighbour)
    } else if (next !== null && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      const target = tabs[(next + tabs.length) % tabs.length] ?? null
      setFocused(target)
      focusTab(list, target)
    }
  }
  const nameOf = (head: CaseHead): string => head.name ?? (head.loading ? '…' : t`Name not known`)
  const entries: MenuEntry[] = [
    ...heads.map((head) => ({ id: head.id, label: nameOf(head), end: head.reference })),
    'line',
    { id: 'others', label: t`Close the other tabs`, disabled: tabs.length < 2 },
    { id: 'all', label: t`Close all tabs` },
  ]
  const choose = (id: string) => {
    if (id === 'all') tabs.forEach(close)
    else if (id === 'others') tabs.filter((one) => one !== activeTab).forEach(close)
    else open(id)
  }
  return (
    <div className={styles.tabs} ref={bar}>
      <div className={styles.list} role="tablist" aria-label={t`Open case files`} ref={list} onKeyDown={onKeyDown}>
        {heads.map((head) => (
          <CaseTab
            key={head.id}
            head={head}
            name={nameOf(head)}
            selected={head.id === shown}
            front={head.id === activeTab}
            reached={head.id === reached}
            onFocus={() => setFocused(head.id)}
            onOpen={() => open(head.id)}
            onClose={() => close(head.id)}
          />
        ))}
      </div>
      <span className={styles.more} data-more>
        <Menu
          label={t`Open case files`}
          trigger={
            <IconButton label={t`All open case files`}>
              <ChevronDown size={16} aria-hidden />
            </IconButton>
          }
          entries={entries}
          onChoose={choose}
        />
      </span>
    </div>
  )
}

/** At once where the tab is there, so that the next key finds it focused; else once the page has drawn it. */
function focusTab(list: { current: HTMLDivElement | null }, caseId: string | null): void {
  if (caseId === null) return
  const find = () => list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(caseId)}"]`)
  const tab = find()
  if (tab === null || tab === undefined) requestAnimationFrame(() => find()?.focus())
  else tab.focus()
}

/** A case file that went to the bin or vanished has no tab any more, except while it is being looked at. */
function useClosingOfGone(heads: readonly CaseHead[], shown: string | null): void {
  const { t } = useLingui()
  const { closeTab } = useNavigation()
  const gone = heads.find((head) => head.gone && head.id !== shown)
  useEffect(() => {
    if (gone === undefined) return
    closeTab(gone.id)
    const name = gone.name
    announce(name === null ? t`A case file is no longer there; its tab was closed.` : t`“${name}” lies in the bin; its tab was closed.`)
  }, [gone, closeTab, t])
}
