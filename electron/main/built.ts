declare const __HABEAS_VERSION__: string
declare const __HABEAS_BUILT_ON__: string

/** Version and day of this build, put in by the bundler; the app shows its own age (security rule 12). */
export const built = { version: __HABEAS_VERSION__, on: __HABEAS_BUILT_ON__ } as const
