import { sitDown, makeFolders } from '../../e2e/pages/desk.ts'
import { everyWayOut, silentWays } from '../../e2e/pages/hostile-network.ts'

/*
 * Run by `node attack.ts FOLDER` in a network namespace: the page tries every way out, and whoever runs this counts what
 * left. Says in one line of JSON what each way came to.
 */
const desk = await sitDown({ folders: makeFolders(process.argv[2]) })
const results = await desk.page.evaluate(everyWayOut, silentWays)
// A beacon and a hint are sent when the page has nothing else to do.
await desk.page.waitForTimeout(2000)
await desk.app.close()
process.stdout.write(`${JSON.stringify(results)}\n`)
