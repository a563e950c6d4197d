// Where windows stand: the main one where it was left, if that place still exists; the quick timer beside the tray icon.
import type { Display, Rectangle } from 'electron'

export type Area = Pick<Rectangle, 'x' | 'y' | 'width' | 'height'>
type Screen = Pick<Display, 'workArea'>

export const MAIN_DEFAULT = { width: 1180, height: 780 } as const
export const MAIN_LEAST = { width: 640, height: 480 } as const

/** How much of the title bar must be on a screen, so that the window can be seen and dragged. */
const GRIP = { width: 120, height: 40 } as const

/** Without x and y the system puts a window where it likes, in the middle as a rule. */
export function mainBounds(
  saved: Area | null,
  displays: readonly Screen[],
  wayland = false,
): { width: number; height: number; x?: number; y?: number } {
  if (saved === null) return fitted(MAIN_DEFAULT, displays[0])
  const home = displays.find(({ workArea }) => gripIsOn(saved, workArea))
  if (home === undefined || wayland) return fitted(saved, displays[0])
  return { x: saved.x, y: saved.y, ...fitted(saved, home) }
}

/** Centred on the icon, below it where the icon is at the top of the screen, else above; always on the screen. */
export function besideTray(
  anchor: Area,
  workArea: Area,
  size: { width: number; height: number },
): { x: number; y: number } {
  const gap = 4
  const onTop = anchor.y + anchor.height / 2 < workArea.y + workArea.height / 2
  const x = anchor.x + anchor.width / 2 - size.width / 2
  const y = onTop ? anchor.y + anchor.height + gap : anchor.y - size.height - gap
  return {
    x: Math.round(within(x, workArea.x, workArea.x + workArea.width - size.width)),
    y: Math.round(within(y, workArea.y, workArea.y + workArea.height - size.height)),
  }
}

/** A window whose content is shown larger or smaller, as far as the screen goes. */
export const zoomed = (
  size: { width: number; height: number },
  factor: number,
  screen: Area,
): { width: number; height: number } => ({
  width: Math.min(Math.round(size.width * factor), screen.width),
  height: Math.min(Math.round(size.height * factor), screen.height),
})

/** Where the small timer was left if that is on a screen still, else at the lower right of the first. */
export function smallBounds(
  left: { x: number; y: number } | null,
  displays: readonly Screen[],
  size: { width: number; height: number },
): { x: number; y: number } {
  const home = displays.find(({ workArea }) => left !== null && gripIsOn({ ...left, ...size }, workArea))
  if (left !== null && home !== undefined) return left
  const { x, y, width, height } = displays[0]?.workArea ?? { x: 0, y: 0, ...size }
  const edge = 16
  return { x: x + Math.max(0, width - size.width - edge), y: y + Math.max(0, height - size.height - edge) }
}

function fitted(
  size: { width: number; height: number },
  screen: Screen | undefined,
): { width: number; height: number } {
  const most = screen?.workArea ?? { width: Infinity, height: Infinity }
  return {
    width: within(size.width, MAIN_LEAST.width, Math.max(MAIN_LEAST.width, most.width)),
    height: within(size.height, MAIN_LEAST.height, Math.max(MAIN_LEAST.height, most.height)),
  }
}

function gripIsOn(window: Area, screen: Area): boolean {
  const width = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  const top = window.y >= screen.y && window.y + GRIP.height <= screen.y + screen.height
  return top && width >= Math.min(GRIP.width, window.width)
}

const within = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most))
