// What stands beside the place where something was dropped: why it was refused, or a question about it.
import { useLayoutEffect } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useEscape } from '../../ui/keys/useEscape.ts'
import classes from './calendar.module.css'

export type BubblePlace = { x: number; y: number }

export function Bubble({
  at,
  label,
  onClose,
  children,
}: {
  at: BubblePlace
  label: string
  onClose: () => void
  children: ReactNode
}) {
  const box = useEscape<HTMLDivElement>(onClose)
  // Before it is seen: whoever sees it can leave it by Esc.
  useLayoutEffect(() => {
    const [opener, bubble] = [document.activeElement, box.current]
    bubble?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [box])
  const inset = {
    insetBlockStart: Math.max(8, Math.min(at.y + 8, window.innerHeight - 180)),
    left: Math.max(12, Math.min(at.x + 8, window.innerWidth - 352)),
  }
  return createPortal(
    <div ref={box} role="alertdialog" aria-label={label} className={classes.bubble} style={inset}>
      {children}
    </div>,
    document.body,
  )
}
