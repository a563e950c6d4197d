// From a wish to what a template is filled with.
import type { Result } from '../../../shared/base/result.ts'
import { ok } from '../../../shared/base/result.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { ExportKind } from '../../../shared/contract/organisation.ts'
import type { TemplateKind } from '../../../shared/contract/template.ts'
import { TEMPLATE_KINDS } from '../../../shared/contract/template.ts'
import type { ReportContext } from '../context.ts'
import { customerFacts } from './facts/customer.ts'
import type { FactsOf, TemplateFacts, TemplateLine } from './facts/facts.ts'
import { invoiceFacts } from './facts/invoice.ts'
import { payrollFacts, userMonthFacts } from './facts/month.ts'

export type TemplateWhat = Extract<ExportKind, { kind: TemplateKind }>

export const fitsTemplate = (what: ExportKind): what is TemplateWhat =>
  (TEMPLATE_KINDS as readonly string[]).includes(what.kind)

export function templateFacts(context: ReportContext, what: TemplateWhat): Result<TemplateFacts, AppError> {
  switch (what.kind) {
    case 'payroll':
      return named(context, what.kind, payrollFacts(context, what))
    case 'userMonth':
      return named(context, what.kind, userMonthFacts(context, what))
    case 'customer':
      return named(context, what.kind, customerFacts(context, what))
    case 'invoice':
      return named(context, what.kind, invoiceFacts(context, what))
  }
}

function named<K extends TemplateKind>(
  { organisation }: ReportContext,
  kind: K,
  facts: Result<FactsOf<K> & { currency?: string }, AppError>,
): Result<TemplateFacts, AppError> {
  if (!facts.ok) return facts
  const { values, tables, currency = organisation.currency } = facts.value
  return ok({ kind, values: values as TemplateLine, tables, currency })
}
