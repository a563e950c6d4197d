// Says to screen readers what has changed without their focus moving, such as the day that a page now shows: once, and never at first.
import { useState } from 'react'

export function Said({ text }: { text: string }) {
  const [first] = useState(text)
  const [changed, setChanged] = useState(false)
  if (text !== first && !changed) setChanged(true)
  return (
    <div className="visually-hidden" role="status">
      {changed ? text : ''}
    </div>
  )
}
