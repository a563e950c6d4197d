// Says why a list is empty, and what to do about it.
import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

export type EmptyStateProps = { icon?: ReactNode; title: string; text?: string; action?: ReactNode }

export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      {icon !== undefined && (
        <Text c="dimmed" component="span" aria-hidden>
          {icon}
        </Text>
      )}
      <Text fw={600}>{title}</Text>
      {text !== undefined && (
        <Text c="dimmed" size="sm" maw={440}>
          {text}
        </Text>
      )}
      {action}
    </Stack>
  )
}
