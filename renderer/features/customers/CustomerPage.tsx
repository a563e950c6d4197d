// A customer's page: name, status, details and At work at the side; working time, projects and journal beside them.
import { ActionIcon, Anchor, Button, Group, Menu } from '@mantine/core'
import {
  CalendarPlus,
  ChevronLeft,
  Ellipsis,
  ListPlus,
  ListTree,
  NotebookPen,
  Table2,
  Trash2,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams } from 'wouter'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { CustomerView } from '../../../shared/contract/directory.ts'
import { useModule, usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { SidePage } from '../../ui/SidePage.tsx'
import type { PageTab } from '../../ui/SidePage.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { useTimerDialogs } from '../timer/dialogs.tsx'
import { AtWorkBadge } from '../timer/AtWorkBadge.tsx'
import classes from './customers.module.css'
import { useCustomerSide } from './CustomerSide.tsx'
import { CustomerBilling } from '../invoices/CustomerBilling.tsx'
import { PackagesTab } from '../packages/PackagesTab.tsx'
import { OpportunitiesTab } from '../opportunities/OpportunitiesTab.tsx'
import { ProjectsTab } from '../projects/ProjectsTab.tsx'
import { ClientLog } from '../clientLog/ClientLog.tsx'
import { CasesTab } from '../cases/CasesTab.tsx'
import { Journal } from './Journal.tsx'
import { TasksTab } from './TasksTab.tsx'
import { WorkingTime } from './WorkingTime.tsx'

const TABS = [
  'time',
  'log',
  'packages',
  'projects',
  'cases',
  'opportunities',
  'tasks',
  'journal',
  'billing',
] as const
type Tab = (typeof TABS)[number]

export function CustomerPage() {
  const { t } = useTranslation('customers')
  const { id, tab } = useParams<{ id: string; tab?: string }>()
  const customer = useRequest('customer.get', { customerId: id })
  if (customer.error?.error.code === 'notFound.customer') return <Gone />
  return (
    <Page
      fill
      name={customer.data?.name ?? t('title')}
      title={
        <Group gap="xs" wrap="nowrap">
          <ActionIcon component={Link} href="/customers" aria-label={t('gone.back')} title={t('gone.back')}>
            <ChevronLeft size={18} className="flip-rtl" />
          </ActionIcon>
          <bdi className="truncate" title={customer.data?.name ?? ''}>
            {customer.data?.name ?? '…'}
          </bdi>
        </Group>
      }
      beside={
        customer.data !== undefined &&
        customer.data.timers.length > 0 && (
          <AtWorkBadge names={customer.data.timers.map(({ userName }) => userName)} />
        )
      }
      actions={customer.data !== undefined && <CustomerMenu customer={customer.data} />}
    >
      <Loaded query={customer} rows={8}>
        {(data) => (
          <CustomerBody key={data.id} customer={data} tab={TABS.find((name) => name === tab) ?? 'time'} />
        )}
      </Loaded>
    </Page>
  )
}

function CustomerBody({ customer, tab }: { customer: CustomerView; tab: Tab }) {
  const { t } = useTranslation('customers')
  const [, navigate] = useLocation()
  const tabs = useTabs(customer)
  return (
    <SidePage
      label={t('details.title')}
      {...useCustomerSide(customer)}
      tabs={tabs}
      tab={tabs.find(({ value }) => value === tab)?.value ?? 'time'}
      onTab={(next) => navigate(`/customers/${customer.id}/${next}`, { replace: true })}
    />
  )
}

/** Those of the modules that are on. */
function useTabs(customer: CustomerView): PageTab<Tab>[] {
  const { t } = useTranslation('customers')
  const { t: tl } = useTranslation('clientLog')
  const { t: tk } = useTranslation('packages')
  const { t: tp } = useTranslation('projects')
  const { t: tc } = useTranslation('cases')
  const { t: to } = useTranslation('opportunities')
  const { t: ti } = useTranslation('invoices')
  const permitted = usePermitted()
  const invoices = useModule('invoicing') && permitted('invoice.list')
  const cases = useModule('cases')
  const opportunities = useModule('opportunities')
  const calendar = useModule('calendar')
  const { t: tt } = useTranslation('tasks')
  const all: (PageTab<Tab> & { off?: boolean })[] = [
    { value: 'time', label: t('tab.time'), content: <WorkingTime customer={customer} /> },
    { value: 'log', label: tl('tab'), content: <ClientLog customer={customer} /> },
    {
      value: 'packages',
      label: tk('tab'),
      content: <PackagesTab customer={customer} />,
      off: !permitted('package.list'),
    },
    { value: 'projects', label: tp('tab'), content: <ProjectsTab customer={customer} /> },
    { value: 'cases', label: tc('tab'), content: <CasesTab customer={customer} />, off: !cases },
    {
      value: 'opportunities',
      label: to('tab'),
      content: <OpportunitiesTab customer={customer} />,
      off: !opportunities,
    },
    { value: 'tasks', label: tt('tab'), content: <TasksTab customer={customer} />, off: !calendar },
    { value: 'journal', label: t('tab.journal'), content: <Journal customerId={customer.id} /> },
    {
      value: 'billing',
      label: ti('customer.tab'),
      content: <CustomerBilling customer={customer} />,
      off: !invoices,
    },
  ]
  return all.filter(({ off }) => off !== true)
}

function CustomerMenu({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('customers')
  const { t: tl } = useTranslation('clientLog')
  const [, navigate] = useLocation()
  const permitted = usePermitted()
  const calendar = useModule('calendar')
  const { t: tt } = useTranslation('tasks')
  const { t: tm } = useTranslation('meetings')
  const { show } = useTimerDialogs()
  const add = (what: 'meeting' | 'task') =>
    show({
      kind: 'add',
      what,
      preset: { chosen: { customer: { id: customer.id, name: customer.name } } },
    })
  const [error, setError] = useState<AppError | null>(null)
  const remove = useCommand('customer.remove', {
    errors: 'return',
    undo: t('menu.deleted', { name: customer.name }),
  })
  const removeIt = async () => {
    const reply = await remove.run({ customerId: customer.id })
    if (reply.ok) navigate('/customers')
    else setError(reply.error)
  }
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" rightSection={<Ellipsis size={16} />} loading={remove.pending}>
            {t('menu.label')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<ListTree size={16} />}
            onClick={() => navigate(`/customers/${customer.id}/time`)}
          >
            {t('menu.timeLog')}
          </Menu.Item>
          {permitted('journalEntry.add') && (
            <Menu.Item
              leftSection={<NotebookPen size={16} />}
              onClick={() => navigate(`/customers/${customer.id}/journal/note`)}
            >
              {t('menu.addNote')}
            </Menu.Item>
          )}
          {calendar && (
            <>
              <Menu.Item leftSection={<ListPlus size={16} />} onClick={() => add('task')}>
                {tt('add')}
              </Menu.Item>
              <Menu.Item leftSection={<CalendarPlus size={16} />} onClick={() => add('meeting')}>
                {tm('add')}
              </Menu.Item>
            </>
          )}
          <Menu.Item
            leftSection={<Table2 size={16} />}
            onClick={() => navigate(`/customers/${customer.id}/log`)}
          >
            {tl('edit')}
          </Menu.Item>
          {permitted('customer.remove') && (
            <Menu.Item color="red" leftSection={<Trash2 size={16} />} onClick={() => void removeIt()}>
              {t('menu.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {error !== null && (
        <div className={classes.refusal}>
          <Refusal error={error} onClose={() => setError(null)} onRetry={() => void removeIt()} />
        </div>
      )}
    </>
  )
}

function Gone() {
  const { t } = useTranslation('customers')
  const permitted = usePermitted()
  return (
    <Page title={t('title')}>
      <EmptyState
        title={t('gone.title')}
        text={t('gone.text')}
        action={
          <Group gap="md">
            <Anchor component={Link} href="/customers">
              {t('gone.back')}
            </Anchor>
            {permitted('change.list') && (
              <Anchor component={Link} href="/history">
                {t('gone.history')}
              </Anchor>
            )}
          </Group>
        }
      />
    </Page>
  )
}
