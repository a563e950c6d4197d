// A customer's page: name, status, details and At work at the side; working time, projects and journal beside them.
import { ActionIcon, Anchor, Button, Group, Menu, Tabs } from '@mantine/core'
import { ChevronLeft, Ellipsis, ListTree, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams } from 'wouter'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { CustomerView } from '../../../shared/contract/directory.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { AtWorkBadge } from './AtWorkBadge.tsx'
import classes from './customers.module.css'
import { CustomerSide } from './CustomerSide.tsx'
import { ProjectsTab } from '../projects/ProjectsTab.tsx'
import { Journal } from './Journal.tsx'
import { WorkingTime } from './WorkingTime.tsx'

const TABS = ['time', 'projects', 'journal'] as const
type Tab = (typeof TABS)[number]

export function CustomerPage() {
  const { t } = useTranslation('customers')
  const { id, tab } = useParams<{ id: string; tab?: string }>()
  const customer = useRequest('customer.get', { customerId: id })
  if (customer.error?.error.code === 'notFound.customer') return <Gone />
  return (
    <Page
      fill
      wide
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
  const { t: tp } = useTranslation('projects')
  const [, navigate] = useLocation()
  return (
    <div className={classes.page}>
      <CustomerSide customer={customer} />
      <div className={classes.main}>
        <Tabs
          value={tab}
          onChange={(next) => navigate(`/customers/${customer.id}/${next ?? 'time'}`, { replace: true })}
          className={classes.tabs ?? ''}
          keepMounted={false}
        >
          <Tabs.List>
            <Tabs.Tab value="time">{t('tab.time')}</Tabs.Tab>
            <Tabs.Tab value="projects">{tp('tab')}</Tabs.Tab>
            <Tabs.Tab value="journal">{t('tab.journal')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="time" className={classes.panel ?? ''}>
            <WorkingTime customer={customer} />
          </Tabs.Panel>
          <Tabs.Panel value="projects" className={classes.panel ?? ''}>
            <ProjectsTab customer={customer} />
          </Tabs.Panel>
          <Tabs.Panel value="journal" className={classes.panel ?? ''}>
            <Journal customerId={customer.id} />
          </Tabs.Panel>
        </Tabs>
      </div>
    </div>
  )
}

function CustomerMenu({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('customers')
  const [, navigate] = useLocation()
  const permitted = usePermitted()
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
