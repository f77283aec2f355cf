import { formatter } from '@lingui/format-po'

import { root } from './project.mjs'

/** Catalogues of the page's words; English is the language of the source. */
export default {
  rootDir: root,
  sourceLocale: 'en',
  locales: ['en', 'es', 'fr', 'ar'],
  fallbackLocales: {},
  format: formatter({ lineNumbers: false }),
  catalogs: [{ path: '<rootDir>/renderer/i18n/locales/{locale}', include: ['<rootDir>/renderer'] }],
}
