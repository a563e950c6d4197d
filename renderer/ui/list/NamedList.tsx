// A list of things that have a name: they are added above it, and each row says what may be done with its thing (NameRow.tsx).
import { ActionIcon, Group, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { Fragment, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EmptyStateProps } from '../feedback/EmptyState.tsx'
import { EmptyState } from '../feedback/EmptyState.tsx'
import { Loaded } from '../feedback/Loaded.tsx'
import type { AddNameProps } from './AddName.tsx'
import { AddName } from './AddName.tsx'
import { PlainTable } from '../table/PlainTable.tsx'

export type NamedListProps<R> = {
  query: UseQueryResult<R[]>
  lead?: string
  /** How things are added; null: this user may not. Absent: elsewhere. */
  add?: (Omit<AddNameProps, 'onClose'> & { title: string }) | null
  empty?: EmptyStateProps
  /** The titles of what stands between the name and the actions. */
  columns?: readonly string[]
  row: (each: R) => ReactNode
}

export function NamedList<R extends { id: string }>(props: NamedListProps<R>) {
  const { query, lead, add, empty, columns = [], row } = props
  const { t } = useTranslation('common')
  const [adding, setAdding] = useState(false)
  return (
    <>
      {(lead !== undefined || add != null) && (
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text size="sm" c="dimmed">
            {lead}
          </Text>
          {add != null && (
            <ActionIcon
              variant="filled"
              color="accent"
              size="lg"
              aria-label={add.title}
              title={add.title}
              onClick={() => setAdding(true)}
            >
              <Plus size={18} />
            </ActionIcon>
          )}
        </Group>
      )}
      {adding && add != null && <AddName {...add} onClose={() => setAdding(false)} />}
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 && empty !== undefined ? (
            <EmptyState {...empty} />
          ) : (
            <PlainTable>
              <thead>
                <tr>
                  <th scope="col">{t('list.name')}</th>
                  {columns.map((title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ))}
                  <th scope="col" data-end>
                    {t('list.action')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((each) => (
                  <Fragment key={each.id}>{row(each)}</Fragment>
                ))}
              </tbody>
            </PlainTable>
          )
        }
      </Loaded>
    </>
  )
}
