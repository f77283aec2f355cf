import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

import styles from './Tabs.module.css'

export type TabView<Id extends string> = { id: Id; label: string; content: ReactNode; disabled?: boolean }

type Props<Id extends string> = { label: string; tabs: readonly TabView<Id>[]; chosen: Id; onChoose: (id: Id) => void }

/** Parts of one screen, one of them seen at a time. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose }: Props<Id>) {
  return (
    <AriaTabs
      className={styles.tabs}
      selectedKey={chosen}
      onSelectionChange={(key) => {
        const tab = tabs.find((one) => one.id === key)
        if (tab !== undefined) onChoose(tab.id)
      }}
    >
      <TabList className={styles.list} aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab} isDisabled={tab.disabled ?? false}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
