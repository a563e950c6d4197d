// The dialog that adds a case; a refused one keeps what was typed and says why.
import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { CasePriority } from '../../../shared/entities/case.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { CustomerSelect } from '../../ui/fields/CustomerSelect.tsx'
import { noteTooLong } from '../../ui/fields/noteLength.ts'
import { NoteField } from '../../ui/fields/NoteField.tsx'
import { ProjectSelect } from '../../ui/fields/ProjectSelect.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { codeLabel } from '../../ui/figures/codeLabel.ts'
import { AssigneeSelect, PrioritySelect } from './CaseChoices.tsx'

type Named = { id: string; name: string }
type NewCaseProps = {
  /** Whose it is, where the page says so. */
  customer: Named | null
  onClose: () => void
  onAdded: (caseId: string) => void
}

export function NewCase({ customer: given, onClose, onAdded }: NewCaseProps) {
  const { t } = useTranslation('cases')
  const [customer, setCustomer] = useState(given)
  const [name, setName] = useState('')
  const [project, setProject] = useState<Named | null>(null)
  const [priority, setPriority] = useState<CasePriority>('normal')
  const [assignee, setAssignee] = useState<Named | null>(null)
  const [reference, setReference] = useState('')
  const [notes, setNotes] = useState('')
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const add = useCommand('case.add', {
    errors: 'return',
    undo: ({ code }) => t('added', { what: codeLabel({ code, name: name.trim() }) }),
  })
  const submit = async () => {
    setTried(true)
    if (customer === null || name.trim() === '' || noteTooLong(notes) > 0) return
    const reply = await add.run({
      customerId: customer.id,
      name,
      projectId: project?.id ?? null,
      priority,
      assigneeId: assignee?.id ?? null,
      reference,
      notes,
    })
    if (!reply.ok) return setError(reply.error)
    onClose()
    onAdded(reply.value.caseId)
  }
  return (
    <Dialog
      title={t('form.addTitle')}
      onClose={onClose}
      size={600}
      closeOnClickOutside={false}
      closeLabel={t('form.cancel')}
    >
      <SubmitForm onSubmit={() => void submit()}>
        <Stack gap="sm">
          {given === null && (
            <CustomerSelect
              value={customer}
              required
              autoFocus
              onChange={(next) => {
                setCustomer(next)
                setProject(null)
                setError(null)
              }}
              error={tried && customer === null ? t('form.customerRequired') : null}
            />
          )}
          <TextInput
            label={t('form.subject')}
            value={name}
            maxLength={200}
            required
            withAsterisk={false}
            data-autofocus={given !== null || undefined}
            dir="auto"
            error={tried && name.trim() === '' ? t('form.subjectRequired') : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
            <ProjectSelect customerId={customer?.id ?? null} value={project} onChange={setProject} />
            <PrioritySelect value={priority} onChange={setPriority} />
            <AssigneeSelect value={assignee} onChange={setAssignee} />
            <TextInput
              label={t('details.reference')}
              value={reference}
              maxLength={100}
              dir="auto"
              onChange={(event) => setReference(event.currentTarget.value)}
            />
          </SimpleGrid>
          <NoteField label={t('details.notes')} minRows={3} value={notes} onChange={setNotes} />
          <Refusal error={error} onClose={() => setError(null)} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={add.pending}>
              {t('form.submit')}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}
