// A form that is also sent by Ctrl or Cmd Enter from any of its fields, waits for a field which is still at work, is not sent while
// a field holds what it could not take, and leads to the first field in which something is missing or wrong.
import { useMergedRef } from '@mantine/hooks'
import { createContext, use, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { goOn } from './goOn.ts'

export type SubmitFormProps = {
  /** What takes a while hands on its end: what is refused then leads to its field as well. */
  onSubmit: () => void | Promise<void>
  children: ReactNode
  className?: string | undefined
  'aria-label'?: string
  ref?: Ref<HTMLFormElement>
}

type Change = (change: 1 | -1) => void
type Holds = { working: Change; wrong: Change }

const HoldContext = createContext<Holds>({ working: () => undefined, wrong: () => undefined })

/** For a field that is at work, as a new category is made in place: a Submit meanwhile is sent once it is done. */
export function useHoldSubmit(working: boolean): void {
  useCounted(use(HoldContext).working, working)
}

/** For a field that shows what it cannot take: a Submit would save something else than what stands there, and leads to the field. */
export function useRefuseSubmit(wrong: boolean): void {
  useCounted(use(HoldContext).wrong, wrong)
}

function useCounted(count: Change, on: boolean): void {
  useLayoutEffect(() => {
    if (!on) return
    count(1)
    return () => count(-1)
  }, [on, count])
}

export function SubmitForm({ onSubmit, children, ref, ...rest }: SubmitFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const formRef = useMergedRef(form, ref)
  const [sent, setSent] = useState(0)
  const [working, setWorking] = useState(0)
  const [submitWaits, setSubmitWaits] = useState(false)
  const [wrong, setWrong] = useState(0)
  const holds = useMemo<Holds>(
    () => ({
      working: (change) => setWorking((count) => count + change),
      wrong: (change) => setWrong((count) => count + change),
    }),
    [],
  )
  const submit = () => {
    if (working > 0) return setSubmitWaits(true)
    const lead = () => setSent((count) => count + 1)
    const sending = wrong === 0 ? onSubmit() : undefined
    if (sending !== undefined) void sending.then(lead)
    lead()
  }
  useEffect(() => {
    if (working > 0 || !submitWaits) return
    setSubmitWaits(false)
    submit()
    // oxlint-disable-next-line react/exhaustive-deps -- only the end of the waiting matters
  }, [working, submitWaits])
  useEffect(() => {
    if (sent === 0) return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    // Of a date and its time that are wrong together, the one that is being corrected keeps the focus.
    const group = first?.closest('[role="group"]')
    const active = document.activeElement
    if (active?.matches('[aria-invalid="true"]') === true && group?.contains(active) === true) return
    first?.focus()
  }, [sent])
  return (
    <HoldContext value={holds}>
      {/* The key belongs to the form as a whole, wherever in it the focus is. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        {...rest}
        ref={formRef}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        onKeyDown={keys}
      >
        {children}
      </form>
    </HoldContext>
  )
}

function keys(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    event.currentTarget.requestSubmit()
    return
  }
  // Enter on a list of choices is about the list, also where it is closed, and never about the form.
  if (event.target instanceof HTMLSelectElement) {
    event.preventDefault()
    return goOn(event.target)
  }
  const list = event.target instanceof HTMLInputElement && event.target.getAttribute('aria-haspopup')
  if (list === 'listbox' && !event.isDefaultPrevented()) event.preventDefault()
}
