// `daybook invoice`: from billable time to an invoice with its number, its payments, and the credit note that takes it back.
import { resolve } from 'node:path'
import { parseMoney } from '../../shared/base/money.ts'
import type { CaseRow } from '../../shared/contract/case.ts'
import type { InvoiceView } from '../../shared/contract/invoice.ts'
import { INVOICE_ENDINGS } from '../../shared/contract/organisation.ts'
import type { InvoiceFormat } from '../../shared/contract/organisation.ts'
import { GroupBy, NO_ROUNDING } from '../../shared/entities/invoice.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Rounding } from '../../shared/entities/invoice.ts'
import type { Tax } from '../../shared/entities/tax.ts'
import { caseCalled } from '../cases.ts'
import { finished } from './export.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { projectCalled } from '../projects.ts'
import { Refusal, UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { facts, oneLine, table } from '../table.ts'
import { readDate } from '../times.ts'
import { money } from '../words.ts'
import { percentText, readPercent } from './billingSettings.ts'

export type DraftOptions = {
  customer?: string
  from?: string
  to?: string
  project?: string
  case?: string
  category?: string
  group?: string
  round?: string
  tax?: string
}

export async function draftInvoice(session: Session, options: DraftOptions): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const one = options.case === undefined ? null : await caseCalled(session, options.case)
  const customerId = await whose(session, options.customer, one)
  const { from, to, project, category, group, round, tax } = options
  const { withoutRate, ...draft } = await session.ask('invoice.draft', {
    customerId,
    ...(from === undefined ? {} : { from: readDate(from) }),
    ...(to === undefined ? {} : { to: readDate(to) }),
    ...(project === undefined
      ? {}
      : { projectId: (await projectCalled(session, project, { customerId, create: null })).id }),
    ...(one === null ? {} : { caseId: one.id }),
    ...(category === undefined ? {} : { categoryId: await idOfName(session, 'category', category, null) }),
    ...(group === undefined ? {} : { groupBy: readGroup(group) }),
    ...(round === undefined ? {} : { rounding: readRounding(round) }),
    ...(tax === undefined ? {} : { tax: await taxCalled(session, tax) }),
  })
  const view = await session.ask('invoice.get', { invoiceId: draft.invoiceId })
  const left = withoutRate === 0 ? '' : `\nNot taken, as no rate holds: ${withoutRate} entries.`
  return {
    value: { ...draft, withoutRate },
    text: `${shown(view)}\n\nDraft ${draft.invoiceId} for ${view.customerName}: ${money(draft.totalMinor, organisation.currency)}.${left}`,
  }
}

/** A case says itself for whom it is. */
async function whose(session: Session, name: string | undefined, one: CaseRow | null): Promise<Id> {
  if (name !== undefined) return idOfName(session, 'customer', name, null)
  if (one === null) throw new UsageError('Say for whom: --customer NAME, or --case NUMBER.')
  return one.customerId
}

function readGroup(text: string): GroupBy {
  const group = GroupBy.safeParse(text)
  if (group.success) return group.data
  throw new UsageError(`--group ${text}: it is one of ${GroupBy.options.join(', ')}.`)
}

function readRounding(text: string): Rounding {
  if (text === 'none') return NO_ROUNDING
  const [, mode, minutes = ''] = /^(up|nearest):(\d{1,3})$/.exec(text) ?? []
  const stepMinutes = Number(minutes)
  if ((mode === 'up' || mode === 'nearest') && stepMinutes >= 1 && stepMinutes <= 480)
    return { mode, stepMinutes }
  throw new UsageError(`--round ${text}: write none, up:15 or nearest:6 (1 to 480 minutes).`)
}

/** A percentage, or the name of one of the tax rates. */
async function taxCalled(session: Session, text: string): Promise<Tax> {
  const rates = await session.ask('taxRate.list', {})
  const named = rates.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase())
  const percent = named === undefined ? readPercent(text) : null
  const rate = named ?? rates.find(({ percentHundredths }) => percentHundredths === percent)
  if (rate !== undefined) {
    const { taxCategory, percentHundredths, exemption } = rate
    return { taxCategory, percentHundredths, exemption }
  }
  if (percent === null)
    throw new UsageError(
      `--tax ${text}: write a percentage like 19, or the name of a tax rate of “daybook tax list”.`,
    )
  return { taxCategory: percent === 0 ? 'Z' : 'S', percentHundredths: percent, exemption: '' }
}

/** By its number, else by the id of a draft. */
export async function invoiceCalled(session: Session, no: string): Promise<InvoiceView> {
  await session.setUp()
  const asked = no.trim()
  for (const request of [{ number: asked }, { invoiceId: asked }]) {
    const reply = await session.app.invoke('invoice.get', request)
    if (reply.ok) return reply.value
    if (reply.error.code !== 'notFound.invoice' && reply.error.code !== 'request.invalid')
      throw new Refusal(reply.error)
  }
  throw new Refusal({ code: 'notFound.invoice' }, 'Invoices are listed by “daybook invoice list”.')
}

export async function issueInvoice(
  session: Session,
  id: string,
  options: { date?: string; due?: string },
): Promise<Outcome> {
  const { date, due } = options
  const draft = await invoiceCalled(session, id)
  const value = await session.ask('invoice.issue', {
    invoiceId: draft.id,
    ...(date === undefined ? {} : { date: readDate(date) }),
    ...(due === undefined ? {} : { dueDate: readDate(due) }),
  })
  const issued = await session.ask('invoice.get', { invoiceId: draft.id })
  return {
    value: {
      ...value,
      date: issued.date,
      dueDate: issued.dueDate,
      netMinor: issued.netMinor,
      taxMinor: issued.taxMinor,
      totalMinor: issued.totalMinor,
    },
    text: `Invoice ${value.number} of ${issued.date} for ${issued.customerName}: ${money(issued.totalMinor, issued.currency)}, due ${issued.dueDate}.`,
  }
}

/** It went to the customer, by whatever way. */
export async function invoiceSent(
  session: Session,
  no: string,
  { date }: { date?: string },
): Promise<Outcome> {
  const { id, number } = await invoiceCalled(session, no)
  await session.ask('invoice.markSent', {
    invoiceId: id,
    ...(date === undefined ? {} : { date: readDate(date) }),
  })
  const { sentOn } = await session.ask('invoice.get', { invoiceId: id })
  return { value: { invoiceId: id, number, sentOn }, text: `${number} was sent on ${sentOn}.` }
}

const STATES: Record<InvoiceView['state'], string> = {
  draft: 'draft',
  open: 'open',
  partPaid: 'part paid',
  overdue: 'overdue',
  paid: 'paid',
  void: 'void',
  creditNote: 'credit note',
}

export async function listInvoices(session: Session, { customer }: { customer?: string }): Promise<Outcome> {
  await session.setUp()
  const { rows, sums } = await session.ask(
    'invoice.list',
    customer === undefined ? {} : { customerId: await idOfName(session, 'customer', customer, null) },
  )
  const columns = [
    { title: 'Number' },
    { title: 'Date' },
    { title: 'Due' },
    { title: 'Customer' },
    { title: 'State' },
    { title: 'Total', right: true },
    { title: 'Open', right: true },
  ]
  const lines = rows.map((row) => [
    row.number ?? row.id,
    row.date ?? '–',
    row.dueDate ?? '–',
    oneLine(row.customerName, 40),
    STATES[row.state],
    money(row.totalMinor, row.currency),
    row.openMinor === 0 ? '–' : money(row.openMinor, row.currency),
  ])
  return {
    value: { invoices: rows, sums },
    text: rows.length === 0 ? 'No invoices.' : table(columns, lines),
  }
}

export async function showInvoice(session: Session, no: string): Promise<Outcome> {
  const view = await invoiceCalled(session, no)
  return { value: view, text: shown(view) }
}

function shown(view: InvoiceView): string {
  const { currency } = view
  const columns = [
    { title: 'Text' },
    { title: 'Quantity', right: true },
    { title: 'Price', right: true },
    { title: 'Tax', right: true },
    { title: 'Amount', right: true },
  ]
  const rows = view.lines.map((line) => [
    oneLine(line.text, 60),
    `${(line.quantityHundredths / 100).toFixed(2)}${line.unit === 'hour' ? ' h' : ''}`,
    money(line.unitPriceMinor, currency),
    `${percentText(line.tax.percentHundredths)} ${line.tax.taxCategory}`,
    money(line.amountMinor, currency),
  ])
  const sums: [string, string][] = [
    ...(view.discountMinor === 0
      ? []
      : [['Discount', money(-view.discountMinor, currency)] as [string, string]]),
    ['Net', money(view.netMinor, currency)],
    ...view.taxes.map(({ tax, baseMinor, taxMinor }): [string, string] => [
      `${percentText(tax.percentHundredths)} tax on ${money(baseMinor, currency)}`,
      money(taxMinor, currency),
    ]),
    ['Total', money(view.totalMinor, currency)],
    ...(view.paidMinor === 0 ? [] : [['Paid', money(view.paidMinor, currency)] as [string, string]]),
    ...(view.openMinor === 0 ? [] : [['Open', money(view.openMinor, currency)] as [string, string]]),
  ]
  const head: [string, string][] = [
    [view.kind === 'creditNote' ? 'Credit note' : 'Invoice', view.number ?? `${view.id} (draft)`],
    ['Customer', view.customerName],
    ['State', STATES[view.state]],
    ...(view.date === null ? [] : [['Date', view.date] as [string, string]]),
    ...(view.dueDate === null ? [] : [['Due', view.dueDate] as [string, string]]),
    ...(view.sentOn === null ? [] : [['Sent', view.sentOn] as [string, string]]),
    ...(view.counterpart === null
      ? []
      : [
          [view.kind === 'creditNote' ? 'Takes back' : 'Taken back by', view.counterpart.number] as [
            string,
            string,
          ],
        ]),
    ...(view.missing.length === 0 ? [] : [['Missing', view.missing.join(', ')] as [string, string]]),
  ]
  return `${facts(head)}\n\n${table(columns, rows)}\n\n${facts(sums)}`
}

export async function payInvoice(
  session: Session,
  no: string,
  options: { amount?: string; date?: string },
): Promise<Outcome> {
  const { id, number, currency } = await invoiceCalled(session, no)
  const { amount, date } = options
  const read = amount === undefined ? null : parseMoney(amount, currency, 'en')
  if (read !== null && (!read.ok || read.value <= 0))
    throw new UsageError(`“${amount}” is not an amount of ${currency}. Write it like 500.00.`)
  const value = await session.ask('invoice.pay', {
    invoiceId: id,
    ...(read?.ok === true ? { amountMinor: read.value } : {}),
    ...(date === undefined ? {} : { date: readDate(date) }),
  })
  return {
    value,
    text:
      value.openMinor === 0
        ? `Invoice ${number} is paid.`
        : `Open on invoice ${number}: ${money(value.openMinor, currency)}.`,
  }
}

export async function voidInvoice(
  session: Session,
  no: string,
  { reason, date }: { reason: string; date?: string },
): Promise<Outcome> {
  const { id, number } = await invoiceCalled(session, no)
  const value = await session.ask('invoice.void', {
    invoiceId: id,
    reason,
    ...(date === undefined ? {} : { date: readDate(date) }),
  })
  return {
    value,
    text: `Invoice ${number} is void: credit note ${value.number} takes it back, and its time is free again.`,
  }
}

export async function writeInvoice(
  session: Session,
  no: string,
  format: InvoiceFormat,
  out: string,
): Promise<Outcome> {
  const ending = `.${INVOICE_ENDINGS[format]}`
  if (!out.toLowerCase().endsWith(ending))
    throw new UsageError(`--out ${out}: the name must end in ${ending}.`)
  const { id } = await invoiceCalled(session, no)
  const path = resolve(out)
  const job = await finished(session, { kind: 'invoice', invoiceId: id, format }, path)
  const file = job.path ?? path
  return { value: { file, format }, text: `Wrote ${file}.` }
}

export async function removeDraft(session: Session, id: string): Promise<Outcome> {
  const draft = await invoiceCalled(session, id)
  await session.ask('invoice.remove', { invoiceId: draft.id })
  return { value: { invoiceId: draft.id }, text: 'The draft was deleted; its time is free again.' }
}
