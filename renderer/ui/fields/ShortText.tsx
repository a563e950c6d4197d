// A short text beside a session, such as its number in another system: handed on with each letter, or when its field is left.
import { TextInput } from '@mantine/core'
import { useState } from 'react'

export type ShortTextProps = {
  label: string
  value: string
  onChange: (text: string) => void
  whenLeft?: boolean
}

export function ShortText({ label, value, onChange, whenLeft = false }: ShortTextProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const handOn = () => {
    if (typed !== null && typed.trim() !== value) onChange(typed)
    setTyped(null)
  }
  return (
    <TextInput
      label={label}
      value={typed ?? value}
      maxLength={100}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      onChange={(event) =>
        whenLeft ? setTyped(event.currentTarget.value) : onChange(event.currentTarget.value)
      }
      onBlur={handOn}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && whenLeft) handOn()
      }}
    />
  )
}
