// The dialog that makes a draft: for whom, of which time, and what there is of it that is on no invoice.
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { GroupBy } from '../../../shared/entities/invoice.ts'
import { useModule } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { CategorySelect } from '../../ui/fields/CategorySelect.tsx'
import { CustomerSelect } from '../../ui/fields/CustomerSelect.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { NameSelect } from '../../ui/fields/NameSelect.tsx'
import { ProjectSelect } from '../../ui/fields/ProjectSelect.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { codeLabel } from '../../ui/figures/codeLabel.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { GroupChoice } from './GroupChoice.tsx'

type Named = { id: string; name: string }

type NewInvoiceProps = {
  customer: Named | null
  /** Of which of their cases, where it is made from its page. */
  forCase?: Named | null
  onClose: () => void
}

export function NewInvoice({ customer: given, forCase = null, onClose }: NewInvoiceProps) {
  const { t } = useTranslation('invoices')
  const [, navigate] = useLocation()
  const [customer, setCustomer] = useState<Named | null>(given)
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [project, setProject] = useState<Named | null>(null)
  const [one, setOne] = useState(forCase)
  const [category, setCategory] = useState<Named | null>(null)
  const [groupBy, setGroupBy] = useState<GroupBy>('category')
  const [blank, setBlank] = useState(false)
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const draft = useCommand('invoice.draft', { errors: 'return', undo: t('draft.made') })
  const which = {
    customerId: customer?.id ?? '',
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(project === null ? {} : { projectId: project.id }),
    ...(one === null ? {} : { caseId: one.id }),
    ...(category === null ? {} : { categoryId: category.id }),
  }
  const submit = async () => {
    setTried(true)
    if (customer === null) return
    const reply = await draft.run({ ...which, groupBy, ...(blank ? { blank } : {}) })
    if (!reply.ok) return setError(reply.error)
    onClose()
    navigate(`/invoices/${reply.value.invoiceId}`)
  }
  return (
    <Dialog title={t('draft.title')} onClose={onClose} size="lg">
      <SubmitForm onSubmit={() => void submit()}>
        <Stack gap="sm">
          <CustomerSelect
            value={customer}
            onChange={(next) => {
              setCustomer(next)
              setProject(null)
              setOne(null)
              setError(null)
            }}
            required
            autoFocus={given === null}
            error={tried && customer === null ? t('draft.customerRequired') : null}
          />
          <Checkbox
            label={t('draft.blank')}
            checked={blank}
            onChange={(event) => setBlank(event.currentTarget.checked)}
          />
          {!blank && (
            <>
              <Group gap="sm" align="flex-start">
                <DateField label={t('draft.from')} value={from} onChange={setFrom} lean="past" />
                <DateField label={t('draft.to')} value={to} onChange={setTo} lean="past" />
              </Group>
              <ProjectSelect
                label={t('draft.project')}
                customerId={customer?.id ?? null}
                value={project}
                onChange={setProject}
              />
              <CaseOfCustomer customerId={customer?.id ?? null} value={one} onChange={setOne} />
              <CategorySelect
                label={t('draft.category')}
                value={category}
                onChange={setCategory}
                clearable
                passable
                placeholder=""
              />
              <GroupChoice value={groupBy} onChange={setGroupBy} />
              {customer !== null && <Found which={{ ...which, groupBy }} />}
            </>
          )}
          <Refusal error={error} onClose={() => setError(null)} />
          <Group justify="flex-end">
            <Button type="submit" loading={draft.pending}>
              {t('draft.submit')}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}

type Which = {
  customerId: string
  from?: string
  to?: string
  projectId?: string
  caseId?: string
  categoryId?: string
  groupBy: GroupBy
}

type CaseOfCustomerProps = {
  customerId: string | null
  value: Named | null
  onChange: (one: Named | null) => void
}

/** Closed ones too: they are what is invoiced. Nothing where the customer has none. */
function CaseOfCustomer({ customerId, value, onChange }: CaseOfCustomerProps) {
  const { t } = useTranslation('invoices')
  const { t: tc } = useTranslation('cases')
  const on = useModule('cases')
  const { data, isPending } = useRequest(
    'case.list',
    { customerId: customerId ?? '', limit: 500 },
    { enabled: on && customerId !== null },
  )
  const options = (data?.rows ?? []).map((one) => ({ id: one.id, name: codeLabel(one) }))
  if (!on || customerId === null || (options.length === 0 && value === null)) return null
  return (
    <NameSelect
      label={t('draft.case')}
      placeholder={tc('field.none')}
      options={options}
      value={value}
      onChange={onChange}
      waiting={isPending}
      clearable
      passable
    />
  )
}

/** What could be invoiced of it. */
function Found({ which }: { which: Which }) {
  const { t } = useTranslation('invoices')
  const format = useFormat()
  const { data } = useRequest('invoice.billable', which, { keepPrevious: true })
  if (data === undefined) return null
  const { entries, ms, amountMinor, withoutRate } = data
  return (
    <Text size="sm" role="status">
      {entries === 0
        ? t('draft.nothing')
        : t('draft.found', { count: entries, time: format.duration(ms), amount: format.money(amountMinor) })}
      {withoutRate > 0 && <> {t('draft.withoutRate', { count: withoutRate })}</>}
    </Text>
  )
}
