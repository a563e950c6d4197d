// The calendar as a file: the menu that leads to its export and its import.
import { ActionIcon, Menu } from '@mantine/core'
import { Download, Ellipsis, Upload } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../../../shared/base/localDate.ts'
import type { Id } from '../../../../shared/entities/entity.ts'

const ExportCalendar = lazy(async () => ({ default: (await import('./ExportCalendar.tsx')).ExportCalendar }))
const ImportCalendar = lazy(async () => ({ default: (await import('./ImportCalendar.tsx')).ImportCalendar }))

export type Shown = { from: LocalDate; to: LocalDate; userId: Id }

export function FileMenu(shown: Shown) {
  const { t } = useTranslation('calendarFile')
  const [open, setOpen] = useState<'export' | 'import' | null>(null)
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={t('menu')}>
            <Ellipsis size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Download size={16} />} onClick={() => setOpen('export')}>
            {t('export')}
          </Menu.Item>
          <Menu.Item leftSection={<Upload size={16} />} onClick={() => setOpen('import')}>
            {t('import')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {open === 'export' && <ExportCalendar {...shown} onClose={() => setOpen(null)} />}
        {open === 'import' && <ImportCalendar onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  )
}
