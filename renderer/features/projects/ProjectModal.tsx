// The dialog that adds a project or corrects one, with what was spent on it; a refused one keeps what was typed and says why.
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDuration, MINUTE_MS } from '../../../shared/base/duration.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { ProjectView } from '../../../shared/contract/project.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ColourSelect } from '../../ui/fields/ColourSelect.tsx'
import { CustomerSelect } from '../../ui/fields/CustomerSelect.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { readTyped } from '../../ui/fields/DurationField.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { NoteField } from '../../ui/fields/NoteField.tsx'
import { noteTooLong } from '../../ui/fields/noteLength.ts'
import { codeLabel } from '../../ui/figures/codeLabel.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { ProjectFigures } from './ProjectFigures.tsx'

type Named = { id: Id; name: string }
export type ProjectModalProps = {
  customer: Named
  /** null: a new one. */
  projectId: Id | null
  onClose: () => void
}

export function ProjectModal(props: ProjectModalProps) {
  const { t } = useTranslation('projects')
  return (
    <Dialog
      onClose={props.onClose}
      title={props.projectId === null ? t('form.addTitle') : t('form.editTitle')}
      size={560}
      closeOnClickOutside={false}
      closeLabel={t('form.cancel')}
    >
      {props.projectId === null ? (
        <ProjectFields {...props} project={null} />
      ) : (
        <EditProject {...props} projectId={props.projectId} />
      )}
    </Dialog>
  )
}

function EditProject(props: ProjectModalProps & { projectId: Id }) {
  const query = useRequest('project.get', { projectId: props.projectId })
  return (
    <Loaded query={query}>
      {(project) => (
        <Stack gap="md">
          <ProjectFigures project={project} />
          <ProjectFields {...props} project={project} />
        </Stack>
      )}
    </Loaded>
  )
}

function ProjectFields({ customer, project, onClose }: ProjectModalProps & { project: ProjectView | null }) {
  const { t } = useTranslation('projects')
  const { t: tc } = useTranslation('common')
  const { today } = useAppState()
  const [owner, setOwner] = useState<Named>(customer)
  const [name, setName] = useState(project?.name ?? '')
  const [code, setCode] = useState(project?.code ?? '')
  const [budget, setBudget] = useState(() =>
    project?.budgetMinutes == null ? '' : formatDuration(project.budgetMinutes * MINUTE_MS),
  )
  const [completed, setCompleted] = useState(project !== null && project.completionDate !== null)
  const [date, setDate] = useState<string | null>(project?.completionDate ?? today)
  const [billable, setBillable] = useState(project?.billable ?? true)
  const [notes, setNotes] = useState(project?.notes ?? '')
  const [colour, setColour] = useState(project?.colour ?? null)
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const add = useCommand('project.add', {
    errors: 'return',
    undo: (value) => t('added', { what: codeLabel({ code: value.code, name: name.trim() }) }),
  })
  const edit = useCommand('project.edit', {
    errors: 'return',
    undo: t('saved', { what: codeLabel({ code: code.trim(), name: name.trim() }) }),
  })

  const typed = budget.trim() === '' ? null : readTyped(budget, 'hours')
  const budgetMinutes = typed?.ok === true ? Math.round(typed.value / MINUTE_MS) : null
  const problems = {
    name: name.trim() === '' ? t('form.nameRequired') : null,
    code: project !== null && code.trim() === '' ? t('form.codeRequired') : null,
    budget:
      typed?.ok === false
        ? tc(typed.error.reason === 'tooLarge' ? 'field.durationTooLarge' : 'field.durationUnreadable')
        : budgetMinutes === 0
          ? t('form.budgetZero')
          : null,
    date: completed && date === null ? t('form.dateRequired') : null,
  }
  const shown = (problem: string | null) => (tried ? problem : null)

  const submit = async () => {
    setTried(true)
    if (Object.values(problems).some((problem) => problem !== null) || noteTooLong(notes) > 0) return
    const fields = {
      name,
      completionDate: completed ? date : null,
      budgetMinutes,
      billable,
      notes,
      ...(colour !== null && { colour }),
      ...(code.trim() !== '' && { code }),
    }
    const reply = await (project === null
      ? add.run({ ...fields, customerId: customer.id })
      : edit.run({ ...fields, projectId: project.id, customerId: owner.id }))
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <SubmitForm onSubmit={() => void submit()}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-start" wrap="nowrap">
          <TextInput
            label={t('form.name')}
            value={name}
            maxLength={200}
            required
            withAsterisk={false}
            data-autofocus
            flex={1}
            dir="auto"
            error={shown(problems.name)}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('form.code')}
            placeholder={project === null ? t('form.codeHint') : ''}
            value={code}
            maxLength={40}
            w={164}
            error={shown(problems.code)}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </Group>
        {project !== null && (
          <CustomerSelect
            label={t('form.customer')}
            value={owner}
            required
            onChange={(choice) => choice !== null && setOwner(choice)}
          />
        )}
        <Group gap="lg" align="flex-start">
          <TextInput
            label={t('form.budget')}
            placeholder={t('form.budgetHint')}
            value={budget}
            w={164}
            classNames={{ input: 'num' }}
            autoComplete="off"
            error={shown(problems.budget)}
            onChange={(event) => setBudget(event.currentTarget.value)}
          />
          <Checkbox
            label={t('form.completed')}
            checked={completed}
            mt={30}
            onChange={(event) => setCompleted(event.currentTarget.checked)}
          />
          {completed && (
            <DateField
              label={t('form.completionDate')}
              value={date}
              required
              error={shown(problems.date)}
              onChange={setDate}
            />
          )}
        </Group>
        <Checkbox
          label={t('form.billable')}
          checked={billable}
          onChange={(event) => setBillable(event.currentTarget.checked)}
        />
        {colour !== null && <ColourSelect value={colour} onChange={setColour} width={164} />}
        <NoteField label={t('form.notes')} minRows={2} maxRows={6} value={notes} onChange={setNotes} />
        <Refusal error={error} onClose={() => setError(null)} onRetry={() => void submit()} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" loading={add.pending || edit.pending}>
            {project === null ? t('form.submit') : t('form.save')}
          </Button>
        </Group>
      </Stack>
    </SubmitForm>
  )
}
