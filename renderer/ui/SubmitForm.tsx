// A form that is also sent by Ctrl or Cmd Enter from any of its fields, and that waits for a field which is still at work.
import { createContext, use, useEffect, useState } from 'react'
import type { ReactNode, Ref } from 'react'

export type SubmitFormProps = {
  onSubmit: () => void
  children: ReactNode
  className?: string | undefined
  'aria-label'?: string
  ref?: Ref<HTMLFormElement>
}

const HoldContext = createContext<(work: Promise<unknown>) => void>(() => undefined)

/** For a field that makes something first, as a new category is made in place: a Submit meanwhile is sent once it is done. */
export const useHoldSubmit = (): ((work: Promise<unknown>) => void) => use(HoldContext)

export function SubmitForm({ onSubmit, children, ...rest }: SubmitFormProps) {
  const [working, setWorking] = useState(0)
  const [submitWaits, setSubmitWaits] = useState(false)
  const [hold] = useState(() => (work: Promise<unknown>) => {
    setWorking((count) => count + 1)
    void work.finally(() => setWorking((count) => count - 1))
  })
  const submit = () => (working > 0 ? setSubmitWaits(true) : onSubmit())
  useEffect(() => {
    if (working > 0 || !submitWaits) return
    setSubmitWaits(false)
    onSubmit()
    // oxlint-disable-next-line react/exhaustive-deps -- only the end of the waiting matters
  }, [working, submitWaits])
  return (
    <HoldContext value={hold}>
      {/* The key belongs to the form as a whole, wherever in it the focus is. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        {...rest}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          submit()
        }}
      >
        {children}
      </form>
    </HoldContext>
  )
}
