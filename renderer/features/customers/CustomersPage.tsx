// The list of customers: search, status, who is at work, total time; keeps its place while one of them is open.
import { Button, CloseButton, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core'
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks'
import { Plus, Search, UsersRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { CustomerStatus } from '../../../shared/entities/customer.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { usePages } from '../../channel/usePages.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { SkeletonRows } from '../../ui/feedback/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWidest } from '../../ui/figures/widest.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { VirtualTable } from '../../ui/table/VirtualTable.tsx'
import { AddCustomer } from './AddCustomer.tsx'
import { customerColumns, useCustomerCells } from './customerCells.tsx'
import { useCustomersPlace } from './customersPlace.ts'

export function CustomersPage() {
  const { t } = useTranslation('customers')
  const [, navigate] = useLocation()
  const permitted = usePermitted()
  const { search, status, place, filter, stand } = useCustomersPlace()
  const [typed, setTyped] = useState(search)
  const [wanted] = useDebouncedValue(typed, 150)
  const [adding, setAdding] = useState<string | null>(null)
  const searchField = useRef<HTMLInputElement>(null)
  const narrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false })
  const cells = useCustomerCells()
  const widest = useWidest()
  useEffect(() => {
    if (wanted.trim() !== search) filter({ search: wanted.trim() })
  }, [wanted, search, filter])

  const pages = usePages('customer.list', {
    ...(search !== '' && { search }),
    ...(status !== 'all' && { status }),
  })
  const showAll = () => {
    setTyped('')
    filter({ search: '', status: 'all' })
    searchField.current?.focus()
  }
  const open = (index: number) => {
    const row = pages.row(index)
    if (row !== undefined) navigate(`/customers/${row.id}`)
  }
  const add = permitted('customer.add') && (
    <Button leftSection={<Plus size={16} />} onClick={() => setAdding('')}>
      {t('add')}
    </Button>
  )
  const statuses = [
    { value: 'all', label: t('statusAll') },
    ...CustomerStatus.options.map((value) => ({ value, label: t(`status.${value}`) })),
  ]
  const setStatus = (value: string | null) => {
    const known = CustomerStatus.safeParse(value)
    filter({ status: known.success ? known.data : 'all' })
  }
  return (
    <Page title={t('title')} actions={add} fill>
      <Group gap="sm" wrap="nowrap">
        <TextInput
          ref={searchField}
          aria-label={t('search')}
          placeholder={t('searchPlaceholder')}
          leftSection={<Search size={16} aria-hidden />}
          rightSection={
            typed === '' ? null : (
              <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => setTyped('')} />
            )
          }
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && typed !== '') setTyped('')
          }}
          w={{ base: 200, sm: 280 }}
        />
        {narrow ? (
          <Select
            aria-label={t('statusFilter')}
            data={statuses}
            value={status}
            onChange={setStatus}
            allowDeselect={false}
            w={150}
          />
        ) : (
          <SegmentedControl
            aria-label={t('statusFilter')}
            data={statuses}
            value={status}
            onChange={setStatus}
            size="sm"
          />
        )}
        {pages.first !== undefined && (
          <Text size="sm" c="dimmed" ms="auto" role="status" className="num">
            {t('count', { count: pages.total })}
          </Text>
        )}
      </Group>
      <Refusal error={pages.error?.error ?? null} onClose={pages.refetch} />
      {pages.first === undefined && pages.error === null && <SkeletonRows rows={10} />}
      {pages.first !== undefined && pages.total > 0 && (
        <VirtualTable
          // Another filter is another list, which begins at its top.
          key={`${status} ${search}`}
          label={t('title')}
          columns={customerColumns(t, { narrow, widest, onlyYours: pages.first.onlyYours })}
          count={pages.total}
          item={pages.row}
          cells={cells}
          rowKey={({ id }) => id}
          tone={(row) => (row.status === 'Active' ? undefined : 'dim')}
          onOpen={open}
          onShow={pages.show}
          place={place}
          onPlace={stand}
        />
      )}
      {pages.first !== undefined && pages.total === 0 && (
        <NoCustomers
          search={search}
          filtered={search !== '' || status !== 'all'}
          onShowAll={showAll}
          onAdd={setAdding}
        />
      )}
      {adding !== null && (
        <AddCustomer
          name={adding}
          onClose={() => setAdding(null)}
          onAdded={(customerId) => navigate(`/customers/${customerId}`)}
        />
      )}
    </Page>
  )
}

type NoCustomersProps = {
  search: string
  filtered: boolean
  onShowAll: () => void
  onAdd: (name: string) => void
}

function NoCustomers({ search, filtered, onShowAll, onAdd }: NoCustomersProps) {
  const { t } = useTranslation('customers')
  const permitted = usePermitted()
  if (!filtered) {
    return (
      <EmptyState
        icon={<UsersRound size={32} />}
        title={t('empty.title')}
        text={t('empty.text')}
        action={permitted('customer.add') && <Button onClick={() => onAdd('')}>{t('add')}</Button>}
      />
    )
  }
  return (
    <EmptyState
      icon={<Search size={32} />}
      title={t('empty.nothingTitle')}
      text={search === '' ? t('empty.nothingStatusText') : t('empty.nothingText', { search })}
      action={
        <Group gap="sm" justify="center">
          <Button variant="default" onClick={onShowAll}>
            {t('empty.showAll')}
          </Button>
          {search !== '' && permitted('customer.add') && (
            <Button onClick={() => onAdd(search)}>{t('empty.addNamed', { name: search })}</Button>
          )}
        </Group>
      }
    />
  )
}
