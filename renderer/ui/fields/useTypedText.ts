// What is typed stays the field's own until the field is left or Enter is pressed: only then is it read, so that half a value moves
// nothing else (K12).
import { useLayoutEffect, useRef, useState } from 'react'
import type { FocusEvent, FormEvent, KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { plainDigits } from '../../../shared/base/plainDigits.ts'

export type TypedTextOptions<V extends string | number | null> = {
  value: V | null
  /** How a value is written out. */
  shown: string
  /** null: it cannot be read. Nothing typed is read as well; whether it may be empty is the form's to say. */
  read: (text: string) => V | null
  /** `text`: what stands there, as null is given for what cannot be read and for nothing at all. */
  onChange: (value: V | null, text: string) => void
  /** Whether what is being typed can be read so far: a message about what stood there has had its say. */
  onMending?: ((mending: boolean) => void) | undefined
}

export type TypedText = {
  text: string
  /** It was left and cannot be read; nothing typed at all is no such text. */
  unreadable: boolean
  /** It was emptied and left. */
  emptied: boolean
  /** What is being typed can be read: what was wrong before is not said any more, until the field is left. */
  mending: boolean
  /** What was typed is given up, as for a value chosen in another way. */
  forget: () => void
  input: {
    value: string
    onFocus: (event: FocusEvent<HTMLInputElement>) => void
    onChange: (event: FormEvent<HTMLInputElement>) => void
    onBlur: () => void
    onKeyDown: (event: KeyboardEvent) => void
  }
}

export function useTypedText<V extends string | number | null>(options: TypedTextOptions<V>): TypedText {
  const { value, shown, onChange } = options
  const read = (typed: string): V | null => options.read(plainDigits(typed))
  const [text, setText] = useState<string | null>(null) // null: as it is written out
  const [left, setLeft] = useState(false)
  const [seen, setSeen] = useState(value)
  // A value that was set from outside (a linked field) replaces what could not be read; what is being typed stays.
  if (seen !== value) {
    setSeen(value)
    if (value !== null && left) setText(null)
  }
  const field = useRef<HTMLInputElement>(null)
  // What the field before has just changed here is selected like anything else that one comes to: the next key replaces it.
  const untouched = text === null
  useLayoutEffect(() => {
    if (untouched && field.current !== null && field.current === document.activeElement)
      field.current.select()
  }, [untouched, shown])
  const commit = () => {
    setLeft(true)
    if (text === null) return
    options.onMending?.(false)
    // Typed back to what it was: untouched, so that its seconds stay.
    const next = read(text)
    // What could not be read was emptied, where empty is a value: it is taken like any other.
    const cleared = text === '' && value === null && next !== null
    if (text === shown && !cleared) return text === '' ? undefined : setText(null)
    if (next !== null) setText(null)
    onChange(next, text)
  }
  return {
    text: text ?? shown,
    unreadable: left && text !== null && text.trim() !== '' && read(text) === null,
    emptied: left && text !== null && text.trim() === '',
    mending: text !== null && !left && text.trim() !== '' && read(text) !== null,
    forget: () => setText(null),
    input: {
      value: text ?? shown,
      onFocus: (event) => {
        field.current = event.currentTarget
        event.currentTarget.select()
      },
      onChange: (event) => {
        const next = event.currentTarget.value
        setText(next)
        setLeft(false)
        options.onMending?.(next.trim() !== '' && read(next) !== null)
      },
      onBlur: commit,
      onKeyDown: (event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        // At once, as the form is sent by the same key.
        flushSync(commit)
      },
    },
  }
}
