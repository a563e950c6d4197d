// A button that asks for one file. The same one can be chosen again, as somebody does who has mended what was wrong with it: a browser
// would not tell, for to it nothing has changed.
import { FileButton } from '@mantine/core'
import { useRef } from 'react'
import type { ComponentProps } from 'react'

type Props = Pick<ComponentProps<typeof FileButton>, 'accept' | 'children'> & {
  onChoose: (file: File) => void
}

export function FileChooser({ accept, children, onChoose }: Props) {
  const reset = useRef<() => void>(null)
  return (
    <FileButton
      {...(accept !== undefined && { accept })}
      resetRef={reset}
      onChange={(file: File | null) => {
        if (file === null) return
        onChoose(file)
        reset.current?.()
      }}
    >
      {children}
    </FileButton>
  )
}
