// What a field of names says when it could not take what is typed; null: nothing is wrong.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorView } from '../feedback/ErrorView.tsx'
import type { NamePicker } from './namePicker.ts'

export function usePickerError({ refused, unknown, fits, typed }: NamePicker): ReactNode {
  const { t } = useTranslation('common')
  if (refused !== null) return <ErrorView error={refused} />
  if (unknown) return t(fits === 0 ? 'select.unknown' : 'select.several', { name: typed })
  return null
}
