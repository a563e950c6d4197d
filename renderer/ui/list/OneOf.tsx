// One of a few choices, within a row's menu.
import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'

export type OneOfProps<V extends string> = {
  options: readonly (readonly [V, ReactNode])[]
  value: V
  onPick: (value: V) => void
}

export function OneOf<V extends string>({ options, value, onPick }: OneOfProps<V>) {
  return options.map(([each, text]) => (
    <Menu.RadioItem
      key={each}
      value={each}
      checked={each === value}
      closeMenuOnClick
      onChange={() => {
        if (each !== value) onPick(each)
      }}
    >
      {text}
    </Menu.RadioItem>
  ))
}
