// Makes the sentence of one step of an explanation: its values as durations, money and dates of the screen (G7).
import type { TFunction } from 'i18next'
import type { ExplainStep } from '../../../shared/contract/diary.ts'
import { isLocalDate } from '../../../shared/base/localDate.ts'
import type { Format } from './format.ts'

type Figures = Pick<Format, 'duration' | 'money' | 'date' | 'days'>

export function explainStep(
  step: ExplainStep,
  t: TFunction<'diary'>,
  format: Figures,
): { text: string; result: string } {
  const values = Object.fromEntries(
    Object.entries(step.values).map(([name, value]) => [name, valueText(name, value, format)]),
  )
  // The codes are the application's; each has its words, which a test holds against what the rules emit.
  const words = t as unknown as (key: string, values: Record<string, string>) => string
  const text = words(`explain.step.${step.code}`, values)
  return { text, result: resultText(step, format) }
}

function valueText(name: string, value: string | number | null, format: Figures): string {
  if (value === null) return '–'
  if (typeof value === 'number') {
    if (name.endsWith('Minor')) return format.money(value)
    if (name.endsWith('Hundredths')) return format.days(value)
    if (name === 'ms' || name.endsWith('Ms')) return format.duration(value)
    return String(value)
  }
  return isLocalDate(value) ? format.date(value) : value
}

function resultText(step: ExplainStep, format: Figures): string {
  if (step.resultHundredths !== undefined) return format.days(step.resultHundredths)
  if (step.resultMinor !== undefined) return format.money(step.resultMinor)
  return step.resultMs === undefined ? '' : format.duration(step.resultMs)
}
