// The menu of saved reports: one is opened, the one that is open is saved, renamed or deleted (I10).
import { Button, Menu } from '@mantine/core'
import { BookMarked, ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedReportRow } from '../../../shared/contract/report.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { definitionOf, viewOf } from './reportView.ts'
import type { ReportView } from './reportView.ts'
import { SaveReport } from './SaveReport.tsx'

export type SavedReportsProps = { view: ReportView; onOpen: (view: ReportView) => void }

export function SavedReports({ view, onOpen }: SavedReportsProps) {
  const { t } = useTranslation('reports')
  const saved = useRequest('report.list', {}).data ?? []
  const open = saved.find(({ id }) => id === view.saved) ?? null
  const [naming, setNaming] = useState<SavedReportRow | 'new' | null>(null)
  const edit = useCommand('report.edit', { undo: t('saved.changed', { name: open?.name ?? '' }) })
  const remove = useCommand('report.remove', { undo: t('saved.deleted', { name: open?.name ?? '' }) })
  const definition = definitionOf(view)
  const changed = open !== null && JSON.stringify(open.definition) !== JSON.stringify(definition)
  const removeIt = async (report: SavedReportRow) => {
    const reply = await remove.run({ reportId: report.id })
    if (reply.ok) onOpen({ ...view, saved: null })
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<BookMarked size={16} />}
            rightSection={<ChevronDown size={14} />}
          >
            {open?.name ?? t('saved.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          {saved.length > 0 && <Menu.Label>{t('saved.open')}</Menu.Label>}
          {saved.map((report) => (
            <Menu.Item key={report.id} onClick={() => onOpen(viewOf(report.definition, report.id))}>
              {report.name}
              {report.userId === null && <span className="quiet"> · {t('saved.forAllMark')}</span>}
            </Menu.Item>
          ))}
          {saved.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => setNaming('new')}>{t('saved.save')}</Menu.Item>
          {open?.mine === true && (
            <>
              {changed && (
                <Menu.Item onClick={() => void edit.run({ reportId: open.id, definition })}>
                  {t('saved.update', { name: open.name })}
                </Menu.Item>
              )}
              <Menu.Item onClick={() => setNaming(open)}>{t('saved.rename', { name: open.name })}</Menu.Item>
              <Menu.Item color="red" onClick={() => void removeIt(open)}>
                {t('saved.delete', { name: open.name })}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming !== null && (
        <SaveReport
          report={naming === 'new' ? null : naming}
          definition={definition}
          onSaved={(reportId) => onOpen({ ...view, saved: reportId })}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  )
}
