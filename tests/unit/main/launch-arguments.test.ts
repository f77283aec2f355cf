import { expect, test } from 'vitest'

import { readLaunchArguments, relaunchOptions } from '../../../electron/main/launch-arguments.ts'

test('an AppImage is started anew from the file that the person started, and nothing else is meddled with', () => {
  const argv = ['/tmp/.mount_Habeas/habeas', '--lang=es']
  const anew = { execPath: '/home/office/Habeas.AppImage', args: ['--appimage-extract-and-run', '--lang=es'] }
  expect(relaunchOptions(argv, true, '/home/office/Habeas.AppImage')).toEqual(anew)
  expect(relaunchOptions(['/tmp/x/habeas', ...anew.args], true, anew.execPath)).toEqual(anew)
  expect(relaunchOptions(argv, true, undefined)).toBeUndefined()
  expect(relaunchOptions(argv, false, '/home/office/Another.AppImage')).toBeUndefined()
})

test('what a quick erase left is told to the next run and to none after it; anything else in its place is nothing', () => {
  const next = relaunchOptions(['electron', 'main.js', '--no-sandbox'], false, undefined, { erased: 'nothing' })
  expect(next).toEqual({ args: ['main.js', '--no-sandbox', '--erased=nothing'] })
  const argv = ['electron', ...(next?.args ?? [])]
  expect(readLaunchArguments(argv, false).erased).toBe('nothing')
  expect(relaunchOptions(argv, false, undefined)).toEqual({ args: ['main.js', '--no-sandbox'] })
  expect(readLaunchArguments(['habeas', '--erased=everything'], true).erased).toBeNull()
})

test('that an open vault was locked is told to the next run and to none after it, with nothing of where the vault lies', () => {
  const next = relaunchOptions(['electron', 'main.js', '--no-sandbox'], false, undefined, { locked: true })
  expect(next).toEqual({ args: ['main.js', '--no-sandbox', '--locked'] })
  const argv = ['electron', ...(next?.args ?? [])]
  expect(readLaunchArguments(argv, false).locked).toBe(true)
  expect(relaunchOptions(argv, false, undefined)).toEqual({ args: ['main.js', '--no-sandbox'] })
  expect(relaunchOptions(argv, false, undefined, { locked: true })).toEqual(next)
})
