/// <reference types="vite/types/importMeta.d.ts" />
import type { Language } from '../../../electron/contract/index.ts'
import type { PictureName } from './blocks.ts'

/** Addresses of the pictures, by file name. They are part of the program: nothing is fetched. */
const addresses = import.meta.glob<string>('./pictures/*.webp', { eager: true, query: '?url', import: 'default' })

/** The picture of a screen in a language and a light. */
export function pictureOf(picture: PictureName, language: Language, theme: 'light' | 'dark'): string | null {
  return addresses[`./pictures/${picture}-${language}-${theme}.webp`] ?? null
}
