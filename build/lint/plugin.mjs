import { boundaries } from './boundaries.mjs'
import { bridge } from './bridge.mjs'
import { translatedWords } from './translated-words.mjs'

/** Rules that only this project has; `.oxlintrc.json` loads them as the plugin `habeas`. */
export default { meta: { name: 'habeas' }, rules: { boundaries, bridge, 'translated-words': translatedWords } }
