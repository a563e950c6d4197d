// One version of a thing that holds from a day on: what it says, whether it is in force, and its two actions; none in a closed period.
import { ActionIcon, Badge, Group, Text } from '@mantine/core'
import { Pencil, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppState } from '../../channel/AppState.tsx'
import classes from './DatedVersions.module.css'
import type { VersionState } from './DatedVersions.tsx'

export type VersionRowProps = {
  validFrom: string
  state: VersionState
  editLabel: string
  deleteLabel: string
  onEdit: () => void
  onDelete: () => void
  /** On the line of the badge. */
  head: ReactNode
  children?: ReactNode
}

export function VersionRow(props: VersionRowProps) {
  const { validFrom, state, editLabel, deleteLabel, onEdit, onDelete, head, children } = props
  const { t } = useTranslation('common')
  const closedThrough = useAppState().organisation?.closedThrough ?? null
  const closed = closedThrough !== null && validFrom <= closedThrough
  return (
    <div className={classes.version} data-version={validFrom}>
      <div>
        <Group gap={8}>
          {head}
          {state !== 'past' && (
            <Badge size="sm" variant={state === 'current' ? 'light' : 'default'} tt="none">
              {t(`dated.${state}`)}
            </Badge>
          )}
        </Group>
        {children}
      </div>
      {closed ? (
        <Text size="sm" c="dimmed" style={{ flex: 'none' }}>
          {t('dated.closed')}
        </Text>
      ) : (
        <Group gap={2} wrap="nowrap">
          <ActionIcon c="var(--db-edit)" aria-label={editLabel} title={editLabel} onClick={onEdit}>
            <Pencil size={16} />
          </ActionIcon>
          <ActionIcon c="var(--db-stop)" aria-label={deleteLabel} title={deleteLabel} onClick={onDelete}>
            <Trash2 size={16} />
          </ActionIcon>
        </Group>
      )}
    </div>
  )
}
