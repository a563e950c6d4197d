// Chooses a category from the organisation's one list (B8): those used last first, a new one made in place.
import { useTranslation } from 'react-i18next'
import { ok } from '../../../shared/base/result.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { NameSelect } from './NameSelect.tsx'
import type { NameSelectProps } from './NameSelect.tsx'

export type CategorySelectProps = Omit<NameSelectProps, 'label' | 'options' | 'onSearch' | 'onCreate'> & {
  label?: string
  /** Put what was used last for this customer first; `waiting` while the customer is still being chosen. */
  customerId?: Id | null
}

export function CategorySelect({ label, customerId, ...rest }: CategorySelectProps) {
  const { t } = useTranslation('common')
  const permitted = usePermitted()
  const add = useCommand('category.add', { errors: 'return' })
  const list = useRequest('category.list', { activeOnly: true })
  const recents = useRequest('timer.recents', { limit: 30 })
  const order = recentCategoryIds(recents.data ?? [], customerId ?? null)
  const all = list.data ?? []
  const recent = order.flatMap((id) => all.filter((category) => category.id === id))
  const options = [
    ...recent.map(({ id, name }) => ({ id, name, recent: true })),
    ...all.filter((category) => !order.includes(category.id)).map(({ id, name }) => ({ id, name })),
  ]
  const create = async (name: string) => {
    const reply = await add.run({ name })
    return reply.ok ? ok({ id: reply.value.categoryId, name }) : reply
  }
  return (
    <NameSelect
      {...rest}
      label={label ?? t('category')}
      options={options}
      waiting={list.isPending || recents.isPending || rest.waiting === true}
      onCreate={permitted('category.add') ? create : undefined}
    />
  )
}

type Choice = { customerId: Id | null; categoryId: Id | null }

/** Categories in the order of use: for this customer first, then in general; at most five. */
export function recentCategoryIds(recents: readonly Choice[], customerId: Id | null): Id[] {
  const own = recents.filter((choice) => choice.customerId === customerId)
  const ids = [...own, ...recents].flatMap((choice) =>
    choice.categoryId === null ? [] : [choice.categoryId],
  )
  return [...new Set(ids)].slice(0, 5)
}
