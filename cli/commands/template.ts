// `daybook fill` and `daybook template`: a workbook of one's own, filled; and one to begin with (J8).
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ExportKind } from '../../shared/contract/organisation.ts'
import type { TemplateKind } from '../../shared/contract/template.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { readMonth } from '../times.ts'
import { finished } from './export.ts'
import { invoiceCalled } from './invoices.ts'

export type FillOptions = {
  month?: string
  user?: string
  customer?: string
  invoice?: string
  out: string
}

export async function fillTemplate(session: Session, file: string, options: FillOptions): Promise<Outcome> {
  const path = workbookPath(options.out)
  const template = resolve(file)
  if (isSameFile(template, path))
    throw new UsageError(`--out ${options.out}: this is the template itself. Give another name.`)
  const { user, customer, invoice } = options
  if ([user, customer, invoice].filter((each) => each !== undefined).length > 1)
    throw new UsageError('Give --user, --customer or --invoice, not several of them.')
  await session.setUp()
  const what = await kindOf(session, options)
  const job = await finished(session, what, path, template)
  return { value: { file: job.path ?? path, kind: job.kind }, text: `Filled ${job.path ?? path}.` }
}

async function kindOf(session: Session, options: FillOptions): Promise<ExportKind> {
  if (options.invoice !== undefined) {
    if (options.month !== undefined) throw new UsageError('--month does not go with --invoice.')
    const { id } = await invoiceCalled(session, options.invoice)
    return { kind: 'invoice', invoiceId: id, format: 'xlsx' }
  }
  const month = options.month === undefined ? undefined : readMonth(options.month)
  if (options.customer !== undefined) {
    const customerId = await idOfName(session, 'customer', options.customer, null)
    return { kind: 'customer', customerId, ...(month === undefined ? {} : { month }) }
  }
  if (month === undefined) throw new UsageError('Say which month: --month YYYY-MM.')
  if (options.user === undefined) return { kind: 'payroll', month }
  return { kind: 'userMonth', userId: await idOfName(session, 'user', options.user, null), month }
}

const KINDS: Readonly<Record<string, TemplateKind>> = {
  month: 'payroll',
  user: 'userMonth',
  customer: 'customer',
  invoice: 'invoice',
}

export async function sampleTemplate(
  session: Session,
  kind: string,
  { out }: { out: string },
): Promise<Outcome> {
  const path = workbookPath(out)
  const of = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
  if (of === undefined) throw new UsageError(`${kind}: it is one of ${Object.keys(KINDS).join(', ')}.`)
  const { user } = await session.setUp()
  const job = await finished(session, { kind: 'template', of, userId: user.id }, path)
  return { value: { file: job.path ?? path }, text: `Wrote ${job.path ?? path}.` }
}

function workbookPath(out: string): string {
  if (!/\.xlsx$/i.test(out)) throw new UsageError(`--out ${out}: a workbook’s name must end in .xlsx.`)
  return resolve(out)
}

/** Also where one of them is a link to the other. */
function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return one === other
  }
}
