// The button that writes a workbook, with the other way to get one beside it: a template of the person's own, filled.
import { Button, Menu } from '@mantine/core'
import { ChevronDown, FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FillTemplate } from './FillTemplate.tsx'
import type { FillTemplateProps } from './FillTemplate.tsx'
import { useExport } from './useExport.tsx'

export function WorkbookButton({ what, title }: { what: FillTemplateProps['what']; title: string }) {
  const { t } = useTranslation('diary')
  const exporting = useExport()
  const [filling, setFilling] = useState(false)
  return (
    <>
      <Button.Group>
        <Button
          variant="default"
          leftSection={<FileSpreadsheet size={16} />}
          title={title}
          loading={exporting.pending}
          onClick={() => void exporting.start(what)}
        >
          {t('export.button')}
        </Button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" px={8} aria-label={t('template.more')} title={t('template.more')}>
              <ChevronDown size={16} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setFilling(true)}>{t('template.menu')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      {filling && <FillTemplate what={what} onClose={() => setFilling(false)} />}
    </>
  )
}
