import { join } from 'node:path'

/** The fonts that reports are set in: every character that these have can stand in a report, no other. */
const fonts = [
  'ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  'ibm-plex-sans/400Regular_Italic/IBMPlexSans_400Regular_Italic.ttf',
  'ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf',
  'ibm-plex-serif/400Regular/IBMPlexSerif_400Regular.ttf',
  'ibm-plex-serif/400Regular_Italic/IBMPlexSerif_400Regular_Italic.ttf',
  'ibm-plex-serif/600SemiBold/IBMPlexSerif_600SemiBold.ttf',
  'ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf',
  'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  'noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf',
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
]

/** Absolute paths of the report fonts in the installed packages. */
export const reportFonts = () => fonts.map((font) => join(import.meta.dirname, '..', 'node_modules', '@expo-google-fonts', font))
