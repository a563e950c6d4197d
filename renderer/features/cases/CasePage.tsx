// The page of a case: its fields and its timer at the side, the time on it and its notes in tabs (D1, D2).
import { ActionIcon, Anchor, Badge, Group, Menu } from '@mantine/core'
import { ChevronLeft, Ellipsis, ReceiptText, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams } from 'wouter'
import type { CaseView } from '../../../shared/contract/case.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useModule, usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { codeLabel } from '../../ui/figures/codeLabel.ts'
import { Page } from '../../ui/Page.tsx'
import { SidePage } from '../../ui/SidePage.tsx'
import { AtWorkBadge } from '../timer/AtWorkBadge.tsx'
import { NewInvoice } from '../invoices/NewInvoice.tsx'
import { STATUS_COLOURS } from './caseCells.tsx'
import { CaseNotes } from './CaseNotes.tsx'
import { TurnButton, useCaseSide } from './CaseSide.tsx'
import { useCasesPlace } from './casesPlace.ts'
import { CaseTime } from './CaseTime.tsx'

const TABS = ['time', 'notes'] as const
type Tab = (typeof TABS)[number]

export function CasePage() {
  const { t } = useTranslation('cases')
  const { id, tab } = useParams<{ id: string; tab?: string }>()
  const one = useRequest('case.get', { caseId: id })
  const back = useCasesPlace(({ address }) => address)
  const gone = one.error?.error.code === 'notFound.case' || one.data?.removed === true
  const [refused, setRefused] = useState<AppError | null>(null)
  if (gone) return <Gone />
  const { data } = one
  const name = data === undefined ? t('title') : codeLabel(data)
  const names = (data?.running ?? [])
    .filter(({ state }) => state !== 'stopped')
    .map(({ userName }) => userName)
  return (
    <Page
      fill
      name={name}
      title={
        <Group gap="xs" wrap="nowrap">
          <ActionIcon component={Link} href={back} aria-label={t('gone.back')} title={t('gone.back')}>
            <ChevronLeft size={18} className="flip-rtl" />
          </ActionIcon>
          <bdi className="truncate" title={name}>
            {data === undefined ? '…' : name}
          </bdi>
        </Group>
      }
      beside={
        data !== undefined && (
          <>
            <Badge variant="light" radius="sm" tt="none" flex="none" color={STATUS_COLOURS[data.status]}>
              {t(`status.${data.status}`)}
            </Badge>
            {names.length > 0 && <AtWorkBadge names={names} />}
          </>
        )
      }
      actions={
        data !== undefined && (
          <>
            <TurnButton one={data} />
            <CaseMenu one={data} onRefused={setRefused} />
          </>
        )
      }
    >
      <Refusal error={refused} onClose={() => setRefused(null)} />
      <Loaded query={one} rows={8}>
        {(view) => <CaseBody key={view.id} one={view} tab={TABS.find((each) => each === tab) ?? 'time'} />}
      </Loaded>
    </Page>
  )
}

function CaseBody({ one, tab }: { one: CaseView; tab: Tab }) {
  const { t } = useTranslation('cases')
  const [, navigate] = useLocation()
  return (
    <SidePage
      label={t('details.label')}
      {...useCaseSide(one)}
      tabs={[
        { value: 'time', label: t('time.tab'), content: <CaseTime one={one} /> },
        { value: 'notes', label: t('details.notes'), content: <CaseNotes one={one} /> },
      ]}
      tab={tab}
      onTab={(next) => navigate(`/cases/${one.id}/${next}`, { replace: true })}
    />
  )
}

function CaseMenu({ one, onRefused }: { one: CaseView; onRefused: (error: AppError | null) => void }) {
  const { t } = useTranslation('cases')
  const { t: ti } = useTranslation('invoices')
  const [, navigate] = useLocation()
  const permitted = usePermitted()
  const back = useCasesPlace(({ address }) => address)
  const remove = useCommand('case.remove', { errors: 'return', undo: t('deleted', { what: one.code }) })
  const invoices = useModule('invoicing') && permitted('invoice.draft')
  const [invoicing, setInvoicing] = useState(false)
  if (!permitted('case.remove') && !invoices) return null
  const removeIt = async () => {
    const reply = await remove.run({ caseId: one.id })
    if (reply.ok) navigate(back)
    else onRefused(reply.error)
  }
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('menu')}
            title={t('menu')}
            loading={remove.pending}
          >
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {invoices && (
            <Menu.Item leftSection={<ReceiptText size={16} />} onClick={() => setInvoicing(true)}>
              {ti('new')}
            </Menu.Item>
          )}
          {permitted('case.remove') && (
            <Menu.Item color="red" leftSection={<Trash2 size={16} />} onClick={() => void removeIt()}>
              {t('delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {invoicing && (
        <NewInvoice
          customer={{ id: one.customerId, name: one.customerName }}
          forCase={{ id: one.id, name: codeLabel(one) }}
          onClose={() => setInvoicing(false)}
        />
      )}
    </>
  )
}

function Gone() {
  const { t } = useTranslation('cases')
  return (
    <Page title={t('title')}>
      <EmptyState
        title={t('gone.title')}
        text={t('gone.text')}
        action={
          <Anchor component={Link} href="/cases">
            {t('gone.back')}
          </Anchor>
        }
      />
    </Page>
  )
}
