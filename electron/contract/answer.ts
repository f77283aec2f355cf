import type { CallError } from './errors.ts'
import type { TableName } from './records.ts'

/** What a command changed: the number of the change, the tables and the ids of the rows it wrote. */
export type ChangeNotice = { changeNo: number; tables: TableName[]; ids: string[] }

/** Every call's answer. Errors never cross as exceptions. */
export type Answer<Value> = { ok: true; value: Value; change?: ChangeNotice } | { ok: false; error: CallError }

/** How far a long piece of work has come; `share` from 0 to 1, null when it can't be told. */
export type Progress = {
  work: 'unlock' | 'create' | 'passphrase' | 'report' | 'verify' | 'backup' | 'rescue' | 'rekey' | 'travel'
  share: number | null
}

/** What an entry of the app's menu starts in the page. */
export type MenuCommand =
  | 'new_case'
  | 'find'
  | 'palette'
  | 'report'
  | 'shortcuts'
  | 'undo'
  | 'redo'
  | 'back'
  | 'forward'
  | 'close_tab'
  | 'zoom_in'
  | 'zoom_out'
  | 'zoom_reset'

/** What the app tells the page unasked. */
export type AppEvent =
  | ({ type: 'data.changed' } & ChangeNotice)
  | ({ type: 'progress' } & Progress)
  | { type: 'vault.unlocked' }
  | { type: 'vault.locking' }
  | { type: 'settings.changed' }
  | { type: 'menu.command'; command: MenuCommand }
