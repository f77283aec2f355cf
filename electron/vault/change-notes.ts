import { tableNames } from '../contract/index.ts'
import type { ChangeNotice, TableName } from '../contract/index.ts'

const noticed: ReadonlySet<string> = new Set(tableNames)
const isTableName = (name: string): name is TableName => noticed.has(name)

/** Ids beyond these are left out: whoever follows a change that wide follows its tables. */
const mostIds = 1000

/** Collects what changes wrote until somebody asks for it, at a cost that does not grow with what is waiting. */
export function changeNotes() {
  let changeNo = 0
  let tables = new Set<TableName>()
  let ids = new Set<string>()
  return {
    add(number: number, touched: ReadonlyMap<string, ReadonlySet<string>>): void {
      changeNo = number
      for (const table of [...touched.keys(), 'change_sets', 'audit_entries']) if (isTableName(table)) tables.add(table)
      for (const names of touched.values()) for (const name of names) if (ids.size < mostIds) ids.add(name)
    },
    take(): ChangeNotice | undefined {
      if (changeNo === 0) return undefined
      const notice = { changeNo, tables: [...tables], ids: [...ids] }
      changeNo = 0
      tables = new Set()
      ids = new Set()
      return notice
    },
  }
}
