// What is clicked of a running timer, and the editor that it opens. However it is closed, a start that was typed is saved first.
import { Popover } from '@mantine/core'
import type { PopoverProps } from '@mantine/core'
import { lazy, Suspense, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { HoldKeys } from '../../ui/fields/HoldKeys.tsx'
import type { TimerView } from '../../../shared/contract/timer.ts'

const TimerEditor = lazy(async () => ({ default: (await import('./TimerEditor.tsx')).TimerEditor }))

export type EditorPopoverProps = {
  timer: TimerView
  position: NonNullable<PopoverProps['position']>
  label?: string
  /** Where the keyboard begins: what the button speaks of. */
  first: 'start' | 'notes'
  /** The button; a click on it toggles. */
  children: (toggle: () => void) => ReactElement
}

export function EditorPopover({ timer, position, label, first, children }: EditorPopoverProps) {
  const [open, setOpen] = useState(false)
  const editor = useRef<HTMLDivElement>(null)
  const start = useRef<Promise<boolean>>(Promise.resolve(true))
  const warned = useRef(false)
  const show = () => {
    start.current = Promise.resolve(true)
    warned.current = false
    setOpen(true)
  }
  const close = async () => {
    const field = document.activeElement
    // To leave the field is what saves it.
    if (field instanceof HTMLElement && editor.current?.contains(field) === true) field.blur()
    await start.current
    const own = field instanceof HTMLElement && field.matches('[aria-invalid="true"]') ? field : null
    const wrong = own ?? editor.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null
    if (wrong === null || warned.current) return setOpen(false)
    // What cannot be saved is seen once before it is given up.
    warned.current = true
    wrong.focus()
  }
  return (
    <Popover
      opened={open}
      onChange={(next) => (next ? show() : void close())}
      position={position}
      width={400}
      trapFocus
      returnFocus
      withinPortal
      // There with the press that opens it: a key in the frame that it takes to fade in would go nowhere.
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>{children(() => (open ? void close() : show()))}</Popover.Target>
      <Popover.Dropdown p="md" ref={editor} aria-label={label}>
        <Suspense fallback={<HoldKeys />}>
          <TimerEditor
            key={timer.id}
            timer={timer}
            first={first}
            onClose={() => void close()}
            onStart={(saved) => {
              start.current = saved
              warned.current = false
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
