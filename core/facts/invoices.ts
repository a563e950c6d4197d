// What invoices rest on, as the data file has it: which time can be billed and by which rate, and a draft's lines as they are now.
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { BillingProfile } from '../../shared/entities/billingProfile.ts'
import { BILLING_PROFILE_ID } from '../../shared/entities/billingProfile.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Invoice, InvoiceLine } from '../../shared/entities/invoice.ts'
import type { Tax } from '../../shared/entities/tax.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import { rateBook } from '../../shared/rules/billing.ts'
import { countedTime } from '../../shared/rules/countedTime.ts'
import { newBillingProfile } from '../../shared/rules/invoice.ts'
import type { InvoiceFacts } from '../../shared/rules/invoiceGuards.ts'
import type { BillableItem } from '../../shared/rules/invoiceLines.ts'
import { freeLine, splitPrepaid, timeLines } from '../../shared/rules/invoiceLines.ts'
import { NO_TAX } from '../../shared/rules/invoiceTotals.ts'
import type { History } from '../../shared/rules/pastSetting.ts'
import { settingsOn } from '../../shared/rules/pastSetting.ts'
import { invoiceDate, invoiceWords } from '../../shared/text/invoiceWords.ts'
import type { InvoiceLanguage } from '../../shared/base/languages.ts'
import type { Data } from '../db/data.ts'
import { decodeRow, MAPPINGS } from '../db/entityStore.ts'
import type { SqlValue } from '../db/statements.ts'
import { exactThrough } from '../derived/countedSql.ts'
import { conditionOf } from './entryFilter.ts'
import { billableHistory } from './history.ts'
import { prepaidOf } from './packages.ts'
import { nameOf, organisationOf } from './reads.ts'

export const profileOf = (data: Data): BillingProfile =>
  data.find('billingProfile', BILLING_PROFILE_ID) ?? newBillingProfile('en')

/** What new invoices are taxed by; null: nobody has said. */
export function defaultTax(data: Data): Tax | null {
  const rate = data.list('taxRate').find(({ isDefault }) => isDefault)
  if (rate === undefined) return null
  const { taxCategory, percentHundredths, exemption } = rate
  return { taxCategory, percentHundredths, exemption }
}

/** Which of a customer's time; each narrows. */
export type Which = {
  from?: LocalDate | undefined
  to?: LocalDate | undefined
  projectId?: Id | undefined
  caseId?: Id | undefined
  categoryId?: Id | undefined
  entryIds?: readonly Id[] | undefined
}

type Row = Record<string, SqlValue>

/** A customer's time that is on no invoice, the earliest first. */
export function uninvoiced(data: Data, customerId: Id, { entryIds, ...which }: Which): TimeEntry[] {
  const given = Object.fromEntries(Object.entries(which).filter(([, value]) => value !== undefined))
  const { sql, values } = conditionOf(data, given)
  const chosen = entryIds === undefined ? '' : ' AND e.id IN (SELECT value FROM json_each(?))'
  return data
    .all<Row>(
      `SELECT ${MAPPINGS.timeEntry.select('e')} FROM time_entry e
       WHERE e.customer_id = +? AND ${sql}${chosen}
       AND NOT EXISTS (SELECT 1 FROM invoiced_entry i WHERE i.entry_id = e.id)
       ORDER BY e.work_date, e.start_at, e.id`,
      customerId,
      ...values,
      ...(entryIds === undefined ? [] : [JSON.stringify(entryIds)]),
    )
    .map((row) => decodeRow('timeEntry', row))
}

export const entriesOn = (data: Data, invoiceId: Id): TimeEntry[] =>
  data
    .all<Row>(
      `SELECT ${MAPPINGS.timeEntry.select('e')} FROM invoiced_entry i JOIN time_entry e ON e.id = i.entry_id
       WHERE i.invoice_id = +? ORDER BY e.work_date, e.start_at, e.id`,
      invoiceId,
    )
    .map((row) => decodeRow('timeEntry', row))

export type Sorted = {
  items: BillableItem[]
  /** Billable, but no rate holds for them. */
  withoutRate: TimeEntry[]
  notBillable: TimeEntry[]
}

/** Which of these can be billed, at which price, and what they are called. By the settings and rates of their days. */
export function sorted(data: Data, entries: readonly TimeEntry[], language: InvoiceLanguage): Sorted {
  const book = rateBook(data.list('rate'))
  const exact = exactThrough(data)
  const histories = new Map<string, History<boolean>>()
  const isBillableOn = ({ categoryId, projectId, billable, workDate }: TimeEntry): boolean => {
    const key = `${categoryId} ${projectId} ${billable}`
    let history = histories.get(key)
    if (history === undefined)
      histories.set(key, (history = billableHistory(data, { categoryId, projectId, billable })))
    return settingsOn(history, workDate)
  }
  const found: Sorted = { items: [], withoutRate: [], notBillable: [] }
  const drawnOf = drawnBy(data, entries)
  const { prepaid: called } = invoiceWords(language)
  for (const entry of entries) {
    const rate = isBillableOn(entry) ? book.rateOn(entry, entry.workDate) : undefined
    if (rate === undefined) {
      found.notBillable.push(entry)
      continue
    }
    const ms = countedTime(entry.durationMs, entry.workDate, exact)
    const drawnMs = drawnOf(entry.id)
    // What is prepaid needs no rate.
    if (rate === null && (drawnMs < ms || ms === 0)) {
      found.withoutRate.push(entry)
      continue
    }
    const item: BillableItem = {
      entryId: entry.id,
      date: entry.workDate,
      ms,
      rateMinor: rate?.amountMinor ?? 0,
      prepaid: false,
      names: lineNames(data, entry, language),
    }
    found.items.push(...splitPrepaid(item, drawnMs, called))
  }
  return found
}

/**
 * What of a customer's entries is prepaid, ms; the earliest come first. Where issued invoices have more as prepaid than packages had
 * room for, as time came before it or hours were taken away, so much less of these is prepaid, the latest first.
 */
function drawnBy(data: Data, entries: readonly TimeEntry[]): (entryId: Id) => number {
  const customerId = entries[0]?.customerId ?? null
  const prepaid = customerId === null ? null : prepaidOf(data, customerId)
  if (prepaid === null) return () => 0
  const drawn = new Map<Id, number>()
  let owedMs = prepaid.owedMs
  for (const { id } of entries.toReversed()) {
    const ms = prepaid.drawnMs.get(id) ?? 0
    const billed = Math.min(ms, owedMs)
    owedMs -= billed
    drawn.set(id, ms - billed)
  }
  return (id) => drawn.get(id) ?? 0
}

/** Longer notes are cut where a line is one of many. */
const MOST_TEXT = 200

function lineNames(data: Data, entry: TimeEntry, language: InvoiceLanguage): BillableItem['names'] {
  const words = invoiceWords(language)
  const day = invoiceDate(entry.workDate, language)
  const note = entry.note.replaceAll(/\s+/g, ' ').trim()
  const said = Array.from(note).slice(0, MOST_TEXT).join('')
  const category = nameOf(data, 'category', entry.categoryId)
  const project = entry.projectId === null ? null : data.find('project', entry.projectId)
  const called = [project?.code, project?.name].filter((part) => (part ?? '') !== '').join(' ')
  return {
    entry: `${day}: ${said === '' ? (category ?? words.time) : said}`,
    day,
    category: category ?? words.noCategory,
    project: called === '' ? words.noProject : called,
    case: caseName(data, entry) ?? words.noCase,
    user: data.find('user', entry.userId)?.name ?? '',
  }
}

/** Its number and subject; of time on none of ours, the number that it has in another system (J19). */
function caseName(data: Data, { caseId, reference }: TimeEntry): string | null {
  const one = caseId === null ? null : data.find('case', caseId)
  if (one !== null) return `${one.code} ${one.name}`
  return reference === '' ? null : reference
}

export type DraftLines = {
  lines: InvoiceLine[]
  /** On the draft, but not to be billed with it. */
  stray: Id[]
  period: { from: LocalDate | null; to: LocalDate | null }
  /** What of each entry is prepaid, ms; not of those of which nothing is. */
  prepaid: ReadonlyMap<Id, number>
}

/** A draft's lines as they would be issued now: it follows its entries, the rates, and the settings. */
export function draftLines(data: Data, invoice: Invoice): DraftLines {
  const entries = entriesOn(data, invoice.id)
  const own = entries.filter(({ customerId }) => customerId === invoice.customerId)
  const { items } = sorted(data, own, invoice.language)
  const billed = new Set(items.map(({ entryId }) => entryId))
  const tax = invoice.tax ?? NO_TAX
  const { groupBy, rounding } = invoice
  const days = items.map(({ date }) => date)
  return {
    lines: [
      ...timeLines(items, { groupBy, rounding, tax }),
      ...invoice.freeLines.map((line) => freeLine(line, tax)),
    ],
    stray: entries.flatMap(({ id }) => (billed.has(id) ? [] : [id])),
    period: { from: days[0] ?? null, to: days.at(-1) ?? null },
    prepaid: new Map(items.flatMap(({ entryId, prepaid, ms }) => (prepaid ? [[entryId, ms]] : []))),
  }
}

export const paidOf = (data: Data, invoiceId: Id): number =>
  data.get<{ minor: number }>(
    'SELECT coalesce(sum(amount_minor), 0) AS minor FROM payment WHERE invoice_id = ?',
    invoiceId,
  )?.minor ?? 0

/** For the guards, within the transaction in which the changes already are. */
export function invoiceFacts(data: Data): InvoiceFacts {
  // A draft of a thousand entries asks a thousand times for the one invoice.
  const invoices = new Map<Id, Invoice | null>()
  const invoice = (id: Id): Invoice | null => {
    const known = invoices.get(id)
    if (known !== undefined) return known
    const found = data.find('invoice', id)
    invoices.set(id, found)
    return found
  }
  return {
    closedThrough: organisationOf(data)?.closedThrough ?? null,
    invoice,
    invoiceOf: (entryId) => {
      const held = data.where('invoicedEntry', 'entry_id = ?', entryId)[0]
      return held === undefined ? null : invoice(held.invoiceId)
    },
    paidMinor: (invoiceId) => paidOf(data, invoiceId),
  }
}
