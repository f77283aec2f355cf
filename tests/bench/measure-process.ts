import { measure } from './measure.ts'

const [folder, size] = process.argv.slice(2)
if (folder === undefined || size === undefined) throw new TypeError('a folder and a size are wanted')
const measured = await measure(folder, Number(size))
process.send?.(measured, () => process.exit(0))
