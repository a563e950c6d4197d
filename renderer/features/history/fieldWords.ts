// What a field was before a change and is after it, as the screens say it: its word, and its value in the locale.
import { useTranslation } from 'react-i18next'
import type { FieldChange, LeafValue, ValueKind } from '../../../shared/entities/differences.ts'
import type { Format } from '../../ui/figures/format.ts'
import { useFormat } from '../../ui/figures/format.ts'

const MINUTE_MS = 60_000

const WRITTEN: Partial<Record<ValueKind, (value: LeafValue, format: Format) => string | null>> = {
  money: (value, format) => (typeof value === 'number' ? format.money(value) : null),
  date: (value, format) => (typeof value === 'string' ? format.date(value) : null),
  instant: (value, format) => (typeof value === 'number' ? format.dateTime(value) : null),
  minutes: (value, format) => (typeof value === 'number' ? format.duration(value * MINUTE_MS) : null),
  duration: (value, format) => (typeof value === 'number' ? format.duration(value) : null),
}

/** Of a module, which is on or off. */
const isSwitch = (path: string): boolean => path === 'clientTimer' || path.startsWith('modules.')

export function useFieldWords() {
  const { t, i18n } = useTranslation('history')
  const format = useFormat()
  const lookup = (key: string, otherwise: string): string =>
    i18n.exists(key, { ns: 'history' }) ? (t as unknown as (name: string) => string)(key) : otherwise
  const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)
  const field = ({ field: path }: FieldChange): string => lookup(`field.${lastOf(path)}`, path)
  const written = (path: string, kind: ValueKind, value: LeafValue): string => {
    if (value === null || value === '') return t('value.empty')
    if (Array.isArray(value)) return list(path, kind, value as readonly LeafValue[])
    if (typeof value === 'boolean' && isSwitch(path)) return t(value ? 'value.on' : 'value.off')
    if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no')
    return WRITTEN[kind]?.(value, format) ?? lookup(`value.${lastOf(path)}.${String(value)}`, String(value))
  }
  /** Stretches of time are lists of a start and an end. */
  const list = (path: string, kind: ValueKind, values: readonly LeafValue[]): string =>
    values.length === 0
      ? t('value.empty')
      : values
          .map((value) =>
            Array.isArray(value)
              ? (value as readonly LeafValue[])
                  .map((part) =>
                    kind === 'instant' && typeof part === 'number'
                      ? format.time(part)
                      : written(path, kind, part),
                  )
                  .join(' – ')
              : written(path, kind, value),
          )
          .join(', ')
  const before = ({ field: path, kind, before: value }: FieldChange): string => written(path, kind, value)
  const after = ({ field: path, kind, after: value }: FieldChange): string => written(path, kind, value)
  return { field, before, after }
}
