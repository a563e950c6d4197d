// The text of a label can be read on its tint, on every surface of both schemes (WCAG 2.2 AA: 4.5 to 1).
import { expect, test } from 'vitest'
import { LABEL_TONES, QUIET_TONE } from './labelTones.ts'

type Rgb = readonly [number, number, number]
const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as never
const over = (top: Rgb, part: number, below: Rgb): Rgb =>
  top.map((value, index) => value * part + (below[index] ?? 0) * (1 - part)) as never
const luminance = (colour: Rgb): number => {
  const [r = 0, g = 0, b = 0] = colour
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: Rgb, b: Rgb): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** The page, a surface, and a surface under the pointer or chosen. */
const SURFACES = { light: ['#f6f7f9', '#ffffff', '#e4ecf6'], dark: ['#15171a', '#1d2024', '#2c3440'] }
const TINT = { light: 0.12, dark: 0.14 }

test.each(Object.entries({ ...LABEL_TONES, quiet: QUIET_TONE }))('A25 %s passes contrast', (_, tone) => {
  for (const scheme of ['light', 'dark'] as const)
    for (const surface of SURFACES[scheme]) {
      const text = rgb(tone[scheme])
      expect(contrast(text, over(text, TINT[scheme], rgb(surface))), surface).toBeGreaterThanOrEqual(4.5)
    }
})
