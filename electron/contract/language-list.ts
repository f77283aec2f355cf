/** Languages in which every word of the program is there, in the order in which they are offered. */
export const languages = ['en', 'es', 'fr', 'ar'] as const
export type Language = (typeof languages)[number]

/** Which way a language is written: what the page and the reports are laid out by. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')
