/** Style sheets and catalogues are made into modules by the bundler. */
declare module '*.css'
declare module '*.po' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}
