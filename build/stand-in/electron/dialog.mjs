import { guard, onlyOptions } from './guard.mjs'
import { owner } from './owner.mjs'

const isWindow = (value) => value !== null && typeof value === 'object' && 'webContents' in value

/** Dialogs are answered by whoever runs the stand-in: the test, or a small page for a person. */
function ask(kind, knownOptions, check) {
  return async (first, second) => {
    const options = (isWindow(first) ? second : first) ?? {}
    onlyOptions(`dialog.${kind}`, options, knownOptions)
    const answer = await owner.ask('dialog', { kind, options, windowId: isWindow(first) ? first.id : null })
    check(answer)
    return answer
  }
}
const must = (kind, holds) => {
  if (!holds) throw new Error(`The answer given to electron.dialog.${kind} has not the shape that Electron gives.`)
}
const files = ['title', 'defaultPath', 'buttonLabel', 'filters', 'properties', 'message', 'nameFieldLabel', 'showsTagField']

export const dialog = guard('dialog', {
  showOpenDialog: ask('showOpenDialog', files, (answer) =>
    must('showOpenDialog', typeof answer?.canceled === 'boolean' && Array.isArray(answer.filePaths)),
  ),
  showSaveDialog: ask('showSaveDialog', files, (answer) =>
    must('showSaveDialog', typeof answer?.canceled === 'boolean' && typeof answer.filePath === 'string'),
  ),
  showMessageBox: ask(
    'showMessageBox',
    ['type', 'title', 'message', 'detail', 'buttons', 'defaultId', 'cancelId', 'noLink', 'checkboxLabel', 'checkboxChecked'],
    (answer) => must('showMessageBox', Number.isInteger(answer?.response) && typeof answer.checkboxChecked === 'boolean'),
  ),
  showErrorBox: (title, content) => owner.tell('errorBox', { title, content }),
})
