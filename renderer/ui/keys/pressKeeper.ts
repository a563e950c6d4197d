// Keeps a press of the mouse: a field that is left may say something that moves the button which the mouse has just gone down on,
// and the browser makes no click of a button that is elsewhere when the mouse comes up. A mouse that did not move meant that button.

/** So far a hand moves the mouse in a click, in CSS pixels. */
const STILL_PX = 4

type Press = { button: HTMLButtonElement; x: number; y: number }

/** Once a window. Returns how to end it. */
export function keepPresses(): () => void {
  let press: Press | null = null

  const onDown = ({ button: which, target, clientX, clientY }: MouseEvent) => {
    const button = target instanceof Element ? target.closest('button') : null
    press = which === 0 && button !== null ? { button, x: clientX, y: clientY } : null
  }
  const onUp = ({ target, clientX, clientY }: MouseEvent) => {
    const was = press
    press = null
    // Where it is still under the mouse the browser clicks by itself.
    if (was === null || (target instanceof Node && was.button.contains(target))) return
    if (Math.hypot(clientX - was.x, clientY - was.y) <= STILL_PX) was.button.click()
  }
  document.addEventListener('mousedown', onDown, true)
  document.addEventListener('mouseup', onUp, true)
  return () => {
    document.removeEventListener('mousedown', onDown, true)
    document.removeEventListener('mouseup', onUp, true)
  }
}
