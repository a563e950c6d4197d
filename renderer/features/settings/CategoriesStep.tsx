// Step 2: the organisation's category list, with "+" at the top, a Name column and the trash in the Action column (B4 to B8, C5 to C7).
import { Badge, Button, Group, Menu, Stack, Text } from '@mantine/core'
import { Tags } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import type { CategoryRow } from '../../../shared/contract/directory.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { NamedList } from '../../ui/list/NamedList.tsx'
import { NameRow } from '../../ui/list/NameRow.tsx'
import { OneOf } from '../../ui/list/OneOf.tsx'
import { useAttempts } from '../../ui/list/useAttempts.ts'
import classes from './settings.module.css'

export function CategoriesStep({ onBack, onClose }: { onBack: () => void; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const { t: tc } = useTranslation('common')
  const permitted = usePermitted()
  const categories = useRequest('category.list', {})
  const add = useCommand('category.add', {
    errors: 'return',
    undo: (_, { name }) => tc('list.added', { name: name.trim() }),
  })
  return (
    <Stack gap="sm">
      <NamedList
        query={categories}
        lead={[t('categories.lead'), permitted('category.edit') ? '' : t('categories.readOnly')].join(' ')}
        add={
          permitted('category.add')
            ? {
                title: t('categories.add'),
                label: t('categories.newName'),
                placeholder: t('categories.placeholder'),
                onAdd: (name) => add.run({ name }),
              }
            : null
        }
        empty={{
          icon: <Tags size={28} />,
          title: t('categories.emptyTitle'),
          text: t('categories.emptyText'),
        }}
        row={(category) => <CategoryLine category={category} />}
      />
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

function CategoryLine({ category }: { category: CategoryRow }) {
  const { t } = useTranslation('settings')
  const { t: tc } = useTranslation('common')
  const permitted = usePermitted()
  const attempts = useAttempts()
  const { name } = category
  const edit = useCommand('category.edit', { errors: 'return', undo: t('saved') })
  const remove = useCommand('category.remove', { errors: 'return', undo: tc('list.deleted', { name }) })
  const change = (values: Omit<ArgsOf<'category.edit'>, 'categoryId'>) =>
    edit.run({ categoryId: category.id, ...values })
  const choose = (values: Omit<ArgsOf<'category.edit'>, 'categoryId'>) =>
    void attempts.attempt(() => change(values))
  const mayEdit = permitted('category.edit')
  return (
    <NameRow
      name={name}
      active={category.active}
      attempts={attempts}
      marks={<CategoryMarks category={category} />}
      onRename={mayEdit ? (to) => change({ name: to }) : undefined}
      onActive={mayEdit ? (active) => change({ active }) : undefined}
      onRemove={permitted('category.remove') ? () => remove.run({ categoryId: category.id }) : undefined}
      menu={
        mayEdit && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('categories.codeType')}</Menu.Label>
            <OneOf
              options={(['work', 'absence'] as const).map((value) => [value, t(`categories.${value}`)])}
              value={category.codeType}
              onPick={(codeType) => choose({ codeType })}
            />
            <Menu.Label>{t('categories.billType')}</Menu.Label>
            <OneOf
              options={(['billable', 'nonBillable'] as const).map((value) => [
                value,
                t(`categories.${value}`),
              ])}
              value={category.billType}
              onPick={(billType) => choose({ billType })}
            />
          </>
        )
      }
    />
  )
}

function CategoryMarks({ category }: { category: CategoryRow }) {
  const { t } = useTranslation('settings')
  const { t: tc } = useTranslation('common')
  const marks = [
    category.active ? null : tc('list.inactive'),
    category.codeType === 'absence' ? t('categories.absence') : null,
    category.billType === 'nonBillable' ? t('categories.nonBillable') : null,
  ].filter((mark) => mark !== null)
  return (
    <>
      {category.timers > 0 && (
        <Badge size="sm" className={classes.sound ?? ''} tt="none" style={{ flex: 'none' }}>
          {tc('list.running', { count: category.timers })}
        </Badge>
      )}
      {marks.length > 0 && (
        <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
          {marks.join(' · ')}
        </Text>
      )}
    </>
  )
}
