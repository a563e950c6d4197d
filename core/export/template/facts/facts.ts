// What a template is filled with: a value for each of its places, and lines for each of its rows that are repeated.
import { fail } from '../../../../shared/base/result.ts'
import { appError } from '../../../../shared/contract/errors.ts'
import type { TEMPLATE_TABLES, TEMPLATE_VALUES, TemplateKind } from '../../../../shared/contract/template.ts'
import type { ReportContext } from '../../context.ts'
import { dateSerial } from '../../workbook/serial.ts'

/** Numbers as a workbook has them: days as serials, durations as parts of a day, money in the currency's main unit. */
export type PlaceValue = string | number | null
export type TemplateLine = Readonly<Record<string, PlaceValue>>
export type TemplateLines = { count: number; lines(): Iterable<TemplateLine> }

type ValuesOf<K extends TemplateKind> = Record<keyof (typeof TEMPLATE_VALUES)[K], PlaceValue>
export type FactsOf<K extends TemplateKind> = {
  values: ValuesOf<K>
  tables: Record<keyof (typeof TEMPLATE_TABLES)[K], TemplateLines>
}

export type TemplateFacts = {
  kind: TemplateKind
  values: TemplateLine
  tables: Readonly<Record<string, TemplateLines>>
  currency: string
}

/** What every template can say. */
export const always = (
  { organisation, request }: ReportContext,
  { from, to }: { from: string | null; to: string | null },
) => ({
  organisation: organisation.name,
  currency: organisation.currency,
  made_on: dateSerial(request.today),
  from: from === null ? null : dateSerial(from),
  to: to === null ? null : dateSerial(to),
})

export const linesOf = (lines: readonly TemplateLine[]): TemplateLines => ({
  count: lines.length,
  lines: () => lines,
})

export const notFound = (noun: 'user' | 'invoice' | 'customer') => fail(appError(`notFound.${noun}`))
