import { expect, test } from 'vitest'

import { relaunchOptions } from '../../../electron/main/launch-arguments.ts'

test('an AppImage is started anew from the file that the person started, and nothing else is meddled with', () => {
  const argv = ['/tmp/.mount_Habeas/habeas', '--lang=es']
  const anew = { execPath: '/home/office/Habeas.AppImage', args: ['--appimage-extract-and-run', '--lang=es'] }
  expect(relaunchOptions(argv, true, '/home/office/Habeas.AppImage')).toEqual(anew)
  expect(relaunchOptions(['/tmp/x/habeas', ...anew.args], true, anew.execPath)).toEqual(anew)
  expect(relaunchOptions(argv, true, undefined)).toBeUndefined()
  expect(relaunchOptions(argv, false, '/home/office/Another.AppImage')).toBeUndefined()
})
