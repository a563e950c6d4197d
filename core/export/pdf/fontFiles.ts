// Which fonts ship, and where their files are: in their packages while developing, in one folder beside the bundles once built.
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

/** In the order in which they are asked for a letter. Japanese and emoji have one weight, as each more is megabytes. */
export const FONT_FILES = {
  latin: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  latinBold: 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  arabic: 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  arabicBold: 'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  hebrew: 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  hebrewBold: 'noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf',
  japanese: 'biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  emoji: 'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
} as const

/** The npm scope that brings them as plain files. */
export const FONT_SCOPE = '@expo-google-fonts'

const packages = new URL(`../../../node_modules/${FONT_SCOPE}/`, import.meta.url)
/** out/fonts: a bundle lies in out/main, out/host or out/cli. */
const beside = new URL('../fonts/', import.meta.url)

export function fontPath(file: string): string {
  const built = fileURLToPath(new URL(basename(file), beside))
  return import.meta.url.endsWith('.ts') || !existsSync(built)
    ? fileURLToPath(new URL(file, packages))
    : built
}
