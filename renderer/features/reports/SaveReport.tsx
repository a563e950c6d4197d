// The dialog that saves a report under a name, or gives a saved one another (I10).
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { SavedReportRow } from '../../../shared/contract/report.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { ReportDefinition } from '../../../shared/entities/report.ts'
import { useCurrentUser } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'

export type SaveReportProps = {
  /** The saved one; null: it is new. */
  report: SavedReportRow | null
  definition: ReportDefinition
  onSaved: (reportId: Id) => void
  onClose: () => void
}

export function SaveReport({ report, definition, onSaved, onClose }: SaveReportProps) {
  const { t } = useTranslation('reports')
  const leads = useCurrentUser().role !== 'employee'
  const [name, setName] = useState(report?.name ?? '')
  const [forAll, setForAll] = useState(report?.userId === null)
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const save = useCommand('report.save', { errors: 'return', undo: t('saved.done', { name: name.trim() }) })
  const edit = useCommand('report.edit', { errors: 'return', undo: t('saved.done', { name: name.trim() }) })
  const submit = async () => {
    setTried(true)
    if (name.trim() === '') return
    const shared = leads ? { forAll } : {}
    const reply =
      report === null
        ? await save.run({ name, definition, ...shared })
        : await edit.run({ reportId: report.id, name, ...shared })
    if (!reply.ok) return setError(reply.error)
    onClose()
    onSaved(report?.id ?? reply.value?.reportId ?? '')
  }
  return (
    <Dialog title={t(report === null ? 'saved.titleNew' : 'saved.titleRename')} onClose={onClose}>
      <SubmitForm onSubmit={() => void submit()}>
        <Stack gap="sm">
          <TextInput
            label={t('saved.name')}
            value={name}
            maxLength={200}
            required
            data-autofocus
            error={tried && name.trim() === '' ? t('saved.nameRequired') : null}
            onChange={(event) => {
              setName(event.currentTarget.value)
              setError(null)
            }}
          />
          {leads && (
            <Checkbox
              label={t('saved.forAll')}
              checked={forAll}
              onChange={(event) => setForAll(event.currentTarget.checked)}
            />
          )}
          <Refusal error={error} onClose={() => setError(null)} />
          <Group justify="flex-end">
            <Button type="submit" loading={save.pending || edit.pending}>
              {t('saved.submit')}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}
