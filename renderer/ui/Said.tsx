// Says to screen readers what has changed without their focus moving. Not by the role of a status: an empty one is read out as a
// "status bar" by who goes through a dialog.
import { useState } from 'react'
import type { ReactNode } from 'react'

/** What comes and goes, such as how many names fit what is typed; it stands there empty, so that what comes is heard. */
export const Live = ({ children }: { children: ReactNode }) => (
  <div className="visually-hidden" aria-live="polite" aria-atomic="true">
    {children}
  </div>
)

/** What is on show, such as the day of a page: said once it changes, and never at first. */
export function Said({ text }: { text: string }) {
  const [first] = useState(text)
  const [changed, setChanged] = useState(false)
  if (text !== first && !changed) setChanged(true)
  return <Live>{changed ? text : ''}</Live>
}
