// The button that writes a list of time as a workbook: as it is filtered, a month of it, or all.
import { Button, Menu } from '@mantine/core'
import { ChevronDown, FileSpreadsheet } from 'lucide-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addMonths, monthOf } from '../../../shared/base/localDate.ts'
import type { EntryFilter } from '../../../shared/contract/entryFilter.ts'
import { isFiltered } from '../../../shared/contract/entryFilter.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { useAppState, useCurrentUser, usePermitted } from '../../channel/AppState.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { FillTemplate } from '../export/FillTemplate.tsx'
import { useExport } from '../export/useExport.tsx'

const EVERYTHING: EntryFilter = {}

type ExportTimeProps = {
  customerId: Id
  /** How the list is filtered now. */
  filter: EntryFilter
  /** What it never holds more than. */
  within?: EntryFilter
}

/** Not drawn again with each step of the list beside it. */
export const ExportTime = memo(function ExportTime({
  customerId,
  filter,
  within = EVERYTHING,
}: ExportTimeProps) {
  const { t } = useTranslation('entries')
  const { t: td } = useTranslation('diary')
  const format = useFormat()
  const permitted = usePermitted()
  const { today } = useAppState()
  const exporting = useExport()
  const [filling, setFilling] = useState(false)
  // The workbook holds everybody's time.
  const leads = useCurrentUser().role !== 'employee'
  if (!leads || !permitted('export.start')) return null
  const months = [0, -1, -2].map((back) => addMonths(monthOf(today), back))
  const wish = (narrowed: EntryFilter, month?: string) => {
    const both = { ...narrowed, ...within }
    return {
      kind: 'customer' as const,
      customerId,
      ...(month !== undefined && { month }),
      ...(isFiltered(both) && { filter: both }),
    }
  }
  const start = (narrowed: EntryFilter, month?: string) => void exporting.start(wish(narrowed, month))
  return (
    <Button.Group ms="auto">
      <Button
        variant="default"
        leftSection={<FileSpreadsheet size={16} />}
        loading={exporting.pending}
        onClick={() => start(filter)}
      >
        {t('list.export')}
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" px={8} aria-label={t('list.exportChoose')} title={t('list.exportChoose')}>
            <ChevronDown size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => start(EVERYTHING)}>{t('list.exportAll')}</Menu.Item>
          {months.map((month) => (
            <Menu.Item key={month} onClick={() => start(EVERYTHING, month)}>
              {t('list.exportMonth', { month: format.month(month) })}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setFilling(true)}>{td('template.menu')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {filling && <FillTemplate what={wish(filter)} onClose={() => setFilling(false)} />}
    </Button.Group>
  )
})
