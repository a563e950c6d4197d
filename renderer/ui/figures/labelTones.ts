// The colours of labels, each with a tone for its text in the light and in the dark scheme; a tint of the same lies behind it.
import type { CSSProperties } from 'react'
import type { Colour } from '../../../shared/entities/colour.ts'

export type Tone = { light: string; dark: string }

export const LABEL_TONES: Readonly<Record<Colour, Tone>> = {
  blue: { light: '#1c4f94', dark: '#9cc2f5' },
  green: { light: '#1b5e34', dark: '#86d8a4' },
  orange: { light: '#8a3d06', dark: '#f5b27a' },
  violet: { light: '#5b2f91', dark: '#cbb0f5' },
  teal: { light: '#0f5a5e', dark: '#7fd6d9' },
  red: { light: '#9b1c22', dark: '#ffa3a3' },
  yellow: { light: '#6b4e00', dark: '#ecd06f' },
  pink: { light: '#8f2160', dark: '#f5a6cf' },
}
export const QUIET_TONE: Tone = { light: '#4b545e', dark: '#b4bcc5' }

export const toneOf = (colour: string | null): Tone =>
  new Map<string | null, Tone>(Object.entries(LABEL_TONES)).get(colour) ?? QUIET_TONE

/** For styles that take `--label-light` or `--label-dark`, by the scheme. */
export function toneStyle(colour: string | null): CSSProperties {
  const { light, dark } = toneOf(colour)
  return { '--label-light': light, '--label-dark': dark } as CSSProperties
}
