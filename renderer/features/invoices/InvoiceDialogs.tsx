// The dialogs that issue an invoice, enter a payment, and void it.
import { Group, Text, Textarea, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { addDays } from '../../../shared/base/localDate.ts'
import type { InvoiceView } from '../../../shared/contract/invoice.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useDateRefusal } from '../../ui/feedback/dateRefusal.ts'
import { showDone } from '../../ui/feedback/showDone.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { Frame } from './Frame.tsx'

type DialogProps = { invoice: InvoiceView; onClose: () => void }

export function IssueDialog({ invoice, onClose }: DialogProps) {
  const { t } = useTranslation('invoices')
  const { today } = useAppState()
  const [date, setDate] = useState<string | null>(today)
  const [dueDate, setDueDate] = useState<string | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const refused = useDateRefusal(error)
  const issue = useCommand('invoice.issue', { errors: 'return' })
  const changeDate = (day: string | null) => {
    setDate(day)
    setError(null)
  }
  const due = dueDate ?? (date === null ? null : addDays(date, invoice.dueDays))
  const submit = async () => {
    if (date === null || due === null) return
    const reply = await issue.run({ invoiceId: invoice.id, date, dueDate: due })
    if (!reply.ok) return setError(reply.error)
    showDone(t('issue.done', { number: reply.value.number }))
    onClose()
  }
  return (
    <Frame
      title={t('issue.title')}
      submit={t('issue.submit')}
      pending={issue.pending}
      error={refused.rest}
      onSubmit={submit}
      onClearError={() => setError(null)}
      onClose={onClose}
    >
      <Text size="sm">{t('issue.lead')}</Text>
      <Group gap="sm" align="flex-start">
        <DateField label={t('dateLabel')} value={date} onChange={changeDate} required error={refused.date} />
        <DateField label={t('due')} value={due} onChange={setDueDate} required />
      </Group>
    </Frame>
  )
}

export function PayDialog({ invoice, onClose }: DialogProps) {
  const { t } = useTranslation('invoices')
  const { today } = useAppState()
  const [amount, setAmount] = useState<number | null>(invoice.openMinor)
  const [date, setDate] = useState<string | null>(today)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const refused = useDateRefusal(error)
  const pay = useCommand('invoice.pay', { errors: 'return', undo: t('pay.done') })
  const submit = async () => {
    setTried(true)
    if (amount === null || amount <= 0 || date === null) return
    const reply = await pay.run({ invoiceId: invoice.id, amountMinor: amount, date, note })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <Frame
      title={t('pay.title', { number: invoice.number })}
      submit={t('pay.submit')}
      pending={pay.pending}
      error={refused.rest}
      onSubmit={submit}
      onClearError={() => setError(null)}
      onClose={onClose}
    >
      <Group gap="sm" align="flex-start">
        <MoneyField label={t('pay.amount')} valueMinor={amount} onChange={setAmount} />
        <DateField
          label={t('dateLabel')}
          value={date}
          onChange={(day) => {
            setDate(day)
            setError(null)
          }}
          required
          error={refused.date}
          lean="past"
        />
      </Group>
      {tried && amount !== null && amount <= 0 && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('pay.amountWrong')}
        </Text>
      )}
      <TextInput
        label={t('pay.note')}
        value={note}
        maxLength={500}
        dir="auto"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Frame>
  )
}

export function VoidDialog({ invoice, onClose }: DialogProps) {
  const { t } = useTranslation('invoices')
  const [, navigate] = useLocation()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const refusal = useId()
  const take = useCommand('invoice.void', { errors: 'return' })
  const submit = async () => {
    const reply = await take.run({ invoiceId: invoice.id, reason })
    if (!reply.ok) return setError(reply.error)
    showDone(t('void.done', { number: reply.value.number }))
    onClose()
    navigate(`/invoices/${reply.value.creditNoteId}`)
  }
  return (
    <Frame
      title={t('void.title', { number: invoice.number })}
      submit={t('void.submit')}
      pending={take.pending}
      error={error}
      refusalId={refusal}
      onSubmit={submit}
      onClearError={() => setError(null)}
      onClose={onClose}
    >
      <Text size="sm">{t('void.lead')}</Text>
      <Textarea
        label={t('void.reason')}
        value={reason}
        maxLength={1000}
        autosize
        minRows={2}
        dir="auto"
        data-autofocus
        aria-required
        error={error?.code === 'invoice.reasonMissing'}
        aria-errormessage={error === null ? undefined : refusal}
        onChange={(event) => {
          setReason(event.currentTarget.value)
          setError(null)
        }}
      />
    </Frame>
  )
}
