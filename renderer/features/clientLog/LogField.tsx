// The field of a cell that is being typed into: Enter and Tab write it and go on, Esc gives up, leaving it writes.
import { TextInput } from '@mantine/core'
import { useId, useRef, useState } from 'react'
import { useFocusOnMount } from '../../ui/keys/useFocusOnMount.ts'

export type FieldEnd = 'down' | 'next' | 'previous' | 'stay' | 'left'

export type LogFieldProps = {
  label: string
  text: string
  /** Typed to begin with, in place of what was there; else the whole text is marked. */
  begun: string | null
  options: readonly string[] | null
  error: boolean
  /** `text` null: given up. */
  onDone: (text: string | null, end: FieldEnd) => void
}

export function LogField({ label, text: was, begun, options, error, onDone }: LogFieldProps) {
  const [text, setText] = useState(begun ?? was)
  const field = useFocusOnMount<HTMLInputElement>(true)
  const list = useId()
  const over = useRef(false)
  const done = (said: string | null, end: FieldEnd) => {
    if (over.current) return
    over.current = true
    onDone(said, end)
  }
  return (
    <>
      <TextInput
        ref={field}
        size="xs"
        aria-label={label}
        value={text}
        error={error}
        list={options === null ? undefined : list}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        onFocus={(event) => {
          if (begun === null) event.currentTarget.select()
        }}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          event.stopPropagation()
          const end: FieldEnd | null =
            event.key === 'Enter'
              ? 'down'
              : event.key === 'Tab'
                ? event.shiftKey
                  ? 'previous'
                  : 'next'
                : null
          if (event.key === 'Escape') {
            event.preventDefault()
            done(null, 'stay')
          } else if (end !== null) {
            event.preventDefault()
            done(text, end)
          }
        }}
        onBlur={() => done(text, 'left')}
      />
      {options !== null && (
        <datalist id={list}>
          {options.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
      )}
    </>
  )
}
