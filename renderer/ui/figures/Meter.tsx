// How much of something is used, as a bar. Not a progress: screen readers say each step of that by themselves, unasked and without its name.
import { Progress } from '@mantine/core'
import type { MantineColor } from '@mantine/core'

type Props = { size: number; percent: number; label: string; color?: MantineColor }

/** No more than full, whatever `percent` says. */
export function Meter({ size, percent, label, color }: Props) {
  const value = Math.min(100, percent)
  return (
    // A bar that grows by a hair each minute would be drawn eight times for it.
    <Progress.Root size={size} transitionDuration={0}>
      <Progress.Section
        value={value}
        {...(color !== undefined && { color })}
        withAria={false}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(value)}
        aria-valuetext={`${Math.round(value)}%`}
      />
    </Progress.Root>
  )
}
