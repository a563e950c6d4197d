// A row of a list of names: renamed in place, made inactive, deleted with undo, with what else its list shows and offers. A refusal
// stands below it.
import { ActionIcon, Group, Menu, Stack } from '@mantine/core'
import { Ellipsis, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reply } from '../../../shared/contract/channel.ts'
import { Refusal } from '../feedback/Refusal.tsx'
import { SavedText } from '../fields/SavedText.tsx'
import type { Attempts } from './useAttempts.ts'

export type NameRowProps = {
  name: string
  active: boolean
  attempts: Attempts
  /** Beside the name, and below it. */
  marks?: ReactNode
  below?: ReactNode
  /** What stands in the columns of its list. */
  cells?: readonly ReactNode[]
  /** What this user may do with it: what is absent is not offered. */
  onRename?: ((name: string) => Promise<Reply<unknown>>) | undefined
  onActive?: ((active: boolean) => Promise<Reply<unknown>>) | undefined
  onRemove?: (() => Promise<Reply<unknown>>) | undefined
  /** Further items of its menu, and buttons beside it. */
  menu?: ReactNode
  actions?: ReactNode
}

export function NameRow(props: NameRowProps) {
  const {
    name,
    active,
    attempts,
    marks,
    below,
    cells = [],
    onRename,
    onActive,
    onRemove,
    menu,
    actions,
  } = props
  const { t } = useTranslation('common')
  const [renaming, setRenaming] = useState(false)
  const rename = async (text: string) => {
    const reply = await onRename?.(text)
    if (reply === undefined || reply.ok) setRenaming(false)
    return reply === undefined || reply.ok ? null : reply.error
  }
  return (
    <>
      <tr data-dim={!active || undefined}>
        <th scope="row">
          {renaming ? (
            <SavedText
              label={t('list.rename', { name })}
              value={name}
              maxLength={200}
              emptyError={t('list.nameRequired')}
              onSave={rename}
              onCancel={() => setRenaming(false)}
              width="100%"
            />
          ) : (
            <Stack gap={0}>
              <Group gap={8} wrap="nowrap">
                <bdi className="truncate" title={name}>
                  {name}
                </bdi>
                {marks}
              </Group>
              {below}
            </Stack>
          )}
        </th>
        {cells.map((cell, column) => (
          <td key={column}>{cell}</td>
        ))}
        <td data-end>
          <Group gap={2} justify="flex-end" wrap="nowrap">
            {(onRename !== undefined || onActive !== undefined) && (
              <Menu position="bottom-end" withinPortal>
                <Menu.Target>
                  <ActionIcon aria-label={t('list.options', { name })} title={t('list.options', { name })}>
                    <Ellipsis size={16} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {onRename !== undefined && (
                    <Menu.Item onClick={() => setRenaming(true)}>{t('list.renameShort')}</Menu.Item>
                  )}
                  {onActive !== undefined && (
                    <Menu.Item onClick={() => void attempts.attempt(() => onActive(!active))}>
                      {active ? t('list.deactivate') : t('list.activate')}
                    </Menu.Item>
                  )}
                  {menu}
                </Menu.Dropdown>
              </Menu>
            )}
            {actions}
            {onRemove !== undefined && (
              <ActionIcon
                c="var(--db-stop)"
                aria-label={t('list.delete', { name })}
                title={t('list.delete', { name })}
                onClick={() => void attempts.attempt(onRemove)}
              >
                <Trash2 size={16} />
              </ActionIcon>
            )}
          </Group>
        </td>
      </tr>
      {attempts.refused !== null && (
        <tr>
          <td colSpan={cells.length + 2}>
            <Refusal
              error={attempts.refused.error}
              onClose={attempts.close}
              onRetry={attempts.refused.retry}
            />
          </td>
        </tr>
      )}
    </>
  )
}
