// A customer's hours packages with what billable time has drawn on them, counted from the record each time (E11, E12).
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Drawing, Ledger } from '../../shared/rules/hoursPackage.ts'
import { ledgerOf } from '../../shared/rules/hoursPackage.ts'
import type { Data } from '../db/data.ts'
import { isModuleOn } from '../../shared/rules/module.ts'
import { organisationOf } from './reads.ts'
import { countedSql, exactThrough } from '../derived/countedSql.ts'
import { conditionOf } from './entryFilter.ts'

const LAST_DAY = '9999-12-31'

/** The issued invoice that time is on. */
const ISSUED = `LEFT JOIN invoiced_entry i ON i.entry_id = e.id
  LEFT JOIN invoice v ON v.id = i.invoice_id AND v.status <> 'draft'`

const hasIssued = (data: Data, customerId: Id): boolean =>
  data.get<{ found: 0 | 1 }>(
    `SELECT EXISTS (SELECT 1 FROM invoice v JOIN invoiced_entry i ON i.invoice_id = v.id
     WHERE v.customer_id = +? AND v.status <> 'draft') AS found`,
    customerId,
  )?.found === 1

/** `by`: each entry for itself, or all of a day together, which gives the same figures for less. */
export function packageLedger(data: Data, customerId: Id, today: LocalDate, by: 'entry' | 'day'): Ledger {
  const packages = data.where('hoursPackage', 'customer_id = +? ORDER BY date, id', customerId)
  const [first] = packages
  if (first === undefined) return ledgerOf([], [], today)
  const from = first.date
  const { sql, values } = conditionOf(data, { from, billable: true }, { customerId })
  const counted = countedSql(exactThrough(data), 'e.')
  const invoiced = hasIssued(data, customerId)
  const join = invoiced ? ISSUED : ''
  const prepaid = invoiced ? 'CASE WHEN v.id IS NULL THEN NULL ELSE coalesce(i.prepaid_ms, 0) END' : 'NULL'
  const drawings = data.all<Drawing>(
    by === 'entry'
      ? `SELECT e.id AS id, e.work_date AS date, ${counted} AS ms, ${prepaid} AS prepaidMs
         FROM time_entry e ${join}
         WHERE e.customer_id = +? AND ${sql} ORDER BY e.work_date, e.start_at, e.id`
      : `SELECT NULL AS id, e.work_date AS date, sum(${counted}) AS ms, sum(${prepaid}) AS prepaidMs
         FROM time_entry e ${join}
         WHERE e.customer_id = +? AND ${sql}
         GROUP BY e.work_date${invoiced ? ', v.id IS NULL' : ''} ORDER BY e.work_date`,
    customerId,
    ...values,
  )
  return ledgerOf(packages, drawings, today)
}

export type Prepaid = {
  /** What each entry draws, ms; not of those that draw nothing. */
  drawnMs: ReadonlyMap<Id, number>
  /** What issued invoices have as prepaid and no package had room for. */
  owedMs: number
}

/** What of a customer's time is paid already, by its packages (E10). null: there is no package, or the module is off. */
export function prepaidOf(data: Data, customerId: Id): Prepaid | null {
  if (!isModuleOn(organisationOf(data), null, 'packages')) return null
  // What is drawn on a day does not depend on days after it.
  const { lots, lines, owedMs } = packageLedger(data, customerId, LAST_DAY, 'entry')
  if (lots.length === 0) return null
  const drawnMs = new Map<Id, number>()
  for (const { kind, entryId, ms } of lines)
    if (kind === 'draw' && entryId !== null) drawnMs.set(entryId, (drawnMs.get(entryId) ?? 0) - ms)
  return { drawnMs, owedMs }
}
