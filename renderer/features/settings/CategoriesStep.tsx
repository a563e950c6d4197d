// Step 2: the organisation's category list, with "+" at the top, a Name column and the trash in the Action column (B4 to B8, C5 to C7).
import { ActionIcon, Badge, Button, Group, Menu, Stack, Text, TextInput } from '@mantine/core'
import { Ellipsis, Plus, Tags, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import type { CategoryRow } from '../../../shared/contract/directory.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorView } from '../../ui/ErrorView.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { SavedText } from './SavedText.tsx'
import classes from './settings.module.css'

export function CategoriesStep({ onBack, onClose }: { onBack: () => void; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const permitted = usePermitted()
  const categories = useRequest('category.list', {})
  const [adding, setAdding] = useState(false)
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed">
          {t('categories.lead')} {!permitted('category.edit') && t('categories.readOnly')}
        </Text>
        {permitted('category.add') && (
          <ActionIcon
            variant="filled"
            color="accent"
            size="lg"
            aria-label={t('categories.add')}
            title={t('categories.add')}
            onClick={() => setAdding(true)}
          >
            <Plus size={18} />
          </ActionIcon>
        )}
      </Group>
      {adding && <NewCategory onClose={() => setAdding(false)} />}
      <Loaded query={categories}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<Tags size={28} />}
              title={t('categories.emptyTitle')}
              text={t('categories.emptyText')}
            />
          ) : (
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('categories.name')}</th>
                  <th scope="col" data-end>
                    {t('categories.action')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <CategoryLine key={row.id} category={row} />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      <Group justify="space-between" className={classes.modalFoot ?? ''}>
        <Button variant="default" onClick={onBack}>
          {t('rules.back')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('rules.close')}
        </Button>
      </Group>
    </Stack>
  )
}

function NewCategory({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const [name, setName] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const add = useCommand('category.add', {
    errors: 'return',
    undo: t('categories.added', { name: name.trim() }),
  })
  const submit = async () => {
    if (name.trim() === '') return
    const reply = await add.run({ name })
    if (!reply.ok) return setError(reply.error)
    // Lists are often typed in one go: the field stays, ready for the next.
    setName('')
    setError(null)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput
          aria-label={t('categories.newName')}
          placeholder={t('categories.placeholder')}
          value={name}
          maxLength={200}
          autoFocus
          style={{ flex: 1 }}
          error={error === null ? null : <ErrorView error={error} />}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setError(null)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose()
          }}
          data-mantine-stop-propagation
        />
        <Button type="submit" loading={add.pending} disabled={name.trim() === ''}>
          {t('categories.addShort')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  )
}

function CategoryLine({ category }: { category: CategoryRow }) {
  const { t } = useTranslation('settings')
  const permitted = usePermitted()
  const [renaming, setRenaming] = useState(false)
  const [refused, setRefused] = useState<{ error: AppError; retry: () => void } | null>(null)
  const edit = useCommand('category.edit', { errors: 'return', undo: t('saved') })
  const remove = useCommand('category.remove', {
    errors: 'return',
    undo: t('categories.deleted', { name: category.name }),
  })
  const { name, active } = category
  const change = async (values: Omit<ArgsOf<'category.edit'>, 'categoryId'>) => {
    const reply = await edit.run({ categoryId: category.id, ...values })
    setRefused(reply.ok ? null : { error: reply.error, retry: () => void change(values) })
  }
  const removeIt = async () => {
    const reply = await remove.run({ categoryId: category.id })
    setRefused(reply.ok ? null : { error: reply.error, retry: () => void removeIt() })
  }
  const rename = async (text: string) => {
    const reply = await edit.run({ categoryId: category.id, name: text })
    if (reply.ok) setRenaming(false)
    return reply.ok ? null : reply.error
  }
  return (
    <>
      <tr data-dim={!active || undefined}>
        <th scope="row">
          {renaming ? (
            <SavedText
              label={t('categories.rename', { name })}
              value={name}
              maxLength={200}
              emptyError={t('users.nameRequired')}
              onSave={rename}
              onCancel={() => setRenaming(false)}
              width="100%"
            />
          ) : (
            <Group gap={8} wrap="nowrap">
              <bdi className="truncate" title={name}>
                {name}
              </bdi>
              {category.timers > 0 && (
                <Badge size="sm" className={classes.sound ?? ''} tt="none" style={{ flex: 'none' }}>
                  {t('categories.running', { count: category.timers })}
                </Badge>
              )}
              <CategoryMarks category={category} />
            </Group>
          )}
        </th>
        <td data-end>
          <Group gap={2} justify="flex-end" wrap="nowrap">
            {permitted('category.edit') && (
              <Menu position="bottom-end" withinPortal>
                <Menu.Target>
                  <ActionIcon
                    aria-label={t('categories.options', { name })}
                    title={t('categories.options', { name })}
                  >
                    <Ellipsis size={16} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setRenaming(true)}>{t('categories.renameShort')}</Menu.Item>
                  <Menu.Item onClick={() => void change({ active: !active })}>
                    {active ? t('categories.deactivate') : t('categories.activate')}
                  </Menu.Item>
                  <Menu.Divider />
                  <Menu.Label>{t('categories.codeType')}</Menu.Label>
                  <Choice
                    options={(['work', 'absence'] as const).map((value) => [value, t(`categories.${value}`)])}
                    value={category.codeType}
                    onPick={(codeType) => void change({ codeType })}
                  />
                  <Menu.Label>{t('categories.billType')}</Menu.Label>
                  <Choice
                    options={(['billable', 'nonBillable'] as const).map((value) => [
                      value,
                      t(`categories.${value}`),
                    ])}
                    value={category.billType}
                    onPick={(billType) => void change({ billType })}
                  />
                </Menu.Dropdown>
              </Menu>
            )}
            {permitted('category.remove') && (
              <ActionIcon
                c="var(--db-stop)"
                aria-label={t('categories.delete', { name })}
                title={t('categories.delete', { name })}
                onClick={() => void removeIt()}
              >
                <Trash2 size={16} />
              </ActionIcon>
            )}
          </Group>
        </td>
      </tr>
      {refused !== null && (
        <tr>
          <td colSpan={2}>
            <Refusal error={refused.error} onClose={() => setRefused(null)} onRetry={refused.retry} />
          </td>
        </tr>
      )}
    </>
  )
}

type ChoiceProps<V extends string> = { options: [V, string][]; value: V; onPick: (value: V) => void }

function Choice<V extends string>({ options, value, onPick }: ChoiceProps<V>) {
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

function CategoryMarks({ category }: { category: CategoryRow }) {
  const { t } = useTranslation('settings')
  const marks = [
    category.active ? null : t('categories.inactive'),
    category.codeType === 'absence' ? t('categories.absence') : null,
    category.billType === 'nonBillable' ? t('categories.nonBillable') : null,
  ].filter((mark) => mark !== null)
  if (marks.length === 0) return null
  return (
    <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
      {marks.join(' · ')}
    </Text>
  )
}
