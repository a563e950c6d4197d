// One invoice: as it is printed, with what can be done with it, and, while it is a draft, how its lines are made.
import { ActionIcon, Alert, Anchor, Badge, Button, Group, Menu } from '@mantine/core'
import { ChevronLeft, Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams } from 'wouter'
import type { InvoiceView } from '../../../shared/contract/invoice.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { FillTemplate } from '../export/FillTemplate.tsx'
import { useExport } from '../export/useExport.tsx'
import { DraftControls } from './DraftControls.tsx'
import { InvoiceLines } from './InvoiceLines.tsx'
import classes from './invoices.module.css'
import { InvoiceTotals } from './InvoiceTotals.tsx'
import { IssueDialog, PayDialog, VoidDialog } from './InvoiceDialogs.tsx'
import { SendDialog } from './SendDialog.tsx'
import { Parties } from './Parties.tsx'
import { Payments } from './Payments.tsx'

export function InvoicePage() {
  const { t } = useTranslation('invoices')
  const { id } = useParams<{ id: string }>()
  const invoice = useRequest('invoice.get', { invoiceId: id }, { keepPrevious: true })
  if (invoice.error?.error.code === 'notFound.invoice')
    return (
      <Page title={t('title')}>
        <EmptyState
          title={t('gone')}
          action={
            <Anchor component={Link} href="/invoices">
              {t('back')}
            </Anchor>
          }
        />
      </Page>
    )
  const { data } = invoice
  const name = data === undefined ? t('title') : titleOf(data, t)
  return (
    <Page
      name={name}
      title={
        <Group gap="xs" wrap="nowrap">
          <ActionIcon component={Link} href="/invoices" aria-label={t('back')} title={t('back')}>
            <ChevronLeft size={18} className="flip-rtl" />
          </ActionIcon>
          <bdi className="truncate" title={name}>
            {name}
          </bdi>
        </Group>
      }
      beside={
        data !== undefined && (
          <Badge tt="none" variant="light" color={data.state === 'overdue' ? 'red' : 'gray'} flex="none">
            {t(`stateOne.${data.state}`)}
          </Badge>
        )
      }
      actions={data !== undefined && <Actions invoice={data} />}
    >
      <Loaded query={invoice} rows={8}>
        {(view) => <Body key={view.id} invoice={view} />}
      </Loaded>
    </Page>
  )
}

type Words = ReturnType<typeof useTranslation<'invoices'>>['t']

const titleOf = ({ status, kind, number, customerName }: InvoiceView, t: Words): string =>
  status === 'draft' ? t('titleOf.draft', { name: customerName }) : t(`titleOf.${kind}`, { number })

const DRAFT_FORMATS = ['pdf', 'xlsx'] as const
const FORMATS = ['pdf', 'xlsx', 'ubl', 'cii'] as const

function Actions({ invoice }: { invoice: InvoiceView }) {
  const { t } = useTranslation('invoices')
  const { t: td } = useTranslation('diary')
  const [, navigate] = useLocation()
  const [open, setOpen] = useState<'issue' | 'send' | 'pay' | 'void' | 'template' | null>(null)
  const remove = useCommand('invoice.remove', { undo: t('draft.deleted') })
  const exporting = useExport()
  const close = () => setOpen(null)
  const removeIt = async () => {
    const reply = await remove.run({ invoiceId: invoice.id })
    if (reply.ok) navigate('/invoices')
  }
  const owed = invoice.openMinor > 0
  const voidable = invoice.kind === 'invoice' && invoice.status === 'issued'
  return (
    <>
      {invoice.status === 'draft' && (
        <>
          <Button variant="default" loading={remove.pending} onClick={() => void removeIt()}>
            {t('draft.delete')}
          </Button>
          <Button onClick={() => setOpen('issue')}>{t('issue.button')}</Button>
        </>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<Download size={16} />} loading={exporting.pending}>
            {t('download.label')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(invoice.status === 'draft' ? DRAFT_FORMATS : FORMATS).map((format) => (
            <Menu.Item
              key={format}
              onClick={() => void exporting.start({ kind: 'invoice', invoiceId: invoice.id, format })}
            >
              {t(`download.${format}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setOpen('template')}>{td('template.menu')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {invoice.status === 'issued' && (
        <Button variant="default" onClick={() => setOpen('send')}>
          {t('send.button')}
        </Button>
      )}
      {owed && (
        <Button variant="default" onClick={() => setOpen('pay')}>
          {t('pay.button')}
        </Button>
      )}
      {voidable && (
        <Button variant="default" onClick={() => setOpen('void')}>
          {t('void.button')}
        </Button>
      )}
      {open === 'issue' && <IssueDialog invoice={invoice} onClose={close} />}
      {open === 'send' && <SendDialog invoice={invoice} onClose={close} />}
      {open === 'pay' && <PayDialog invoice={invoice} onClose={close} />}
      {open === 'template' && (
        <FillTemplate what={{ kind: 'invoice', invoiceId: invoice.id, format: 'xlsx' }} onClose={close} />
      )}
      {open === 'void' && <VoidDialog invoice={invoice} onClose={close} />}
    </>
  )
}

function Body({ invoice }: { invoice: InvoiceView }) {
  const { t } = useTranslation('invoices')
  const draft = invoice.status === 'draft'
  return (
    <>
      {draft && <Missing invoice={invoice} />}
      {invoice.stray > 0 && (
        <Alert variant="light" color="yellow" mb="sm">
          {t('draft.stray', { count: invoice.stray })}
        </Alert>
      )}
      {draft && <DraftControls invoice={invoice} />}
      <div className={classes.card}>
        <Parties invoice={invoice} />
        {invoice.notes !== '' && <p className={classes.address}>{invoice.notes}</p>}
        <InvoiceLines invoice={invoice} />
        <InvoiceTotals invoice={invoice} />
        {invoice.terms !== '' && <p className={classes.address}>{invoice.terms}</p>}
      </div>
      {invoice.payments.length > 0 && <Payments invoice={invoice} />}
    </>
  )
}

/** What has to be said before it can be issued, each with the way to where it is said. */
function Missing({ invoice }: { invoice: InvoiceView }) {
  const { t } = useTranslation('invoices')
  if (invoice.missing.length === 0) return null
  return (
    <Alert variant="light" color="yellow" mb="sm" title={t('draft.missing')}>
      <ul>
        {invoice.missing.map((what) => (
          <li key={what}>
            {what.startsWith('seller.') ? (
              <Anchor component={Link} href="/settings/billing" size="sm">
                {t(`missing.${what}`)}
              </Anchor>
            ) : what.startsWith('customer.') ? (
              <Anchor component={Link} href={`/customers/${invoice.customerId}/billing`} size="sm">
                {t(`missing.${what}`)}
              </Anchor>
            ) : (
              t(`missing.${what}`)
            )}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
