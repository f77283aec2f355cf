import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { chooseSecondPlace, secondFolder } from '../../electron/vault/backup-handlers.ts'
import { newVault, temporaryFolder } from './support.ts'

test('Rule 24: of the second place it is known whether its own drive is there, or an empty mount point', async () => {
  const vault = await newVault()
  try {
    expect(secondFolder(vault)).toBeNull()
    const folder = join(temporaryFolder(), 'Drive')
    mkdirSync(folder)
    chooseSecondPlace(vault, folder)
    expect(secondFolder(vault)).toEqual({ folder, present: true })
    renameSync(folder, `${folder} away`)
    expect(secondFolder(vault)).toEqual({ folder, present: false })
    mkdirSync(folder)
    expect(secondFolder(vault)).toEqual({ folder, present: false })
  } finally {
    vault.close()
  }
})
