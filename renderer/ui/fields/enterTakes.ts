// Says what an Enter takes in a picker of names that has just been come to.
import { useTranslation } from 'react-i18next'
import type { PickerRow } from './pickerRows.ts'

export function useEnterTakes(): (row: PickerRow | undefined) => string | undefined {
  const { t } = useTranslation('common')
  return (row) =>
    row === undefined
      ? undefined
      : t('select.enterTakes', { name: row.kind === 'name' ? row.option.name : t('addNew') })
}
