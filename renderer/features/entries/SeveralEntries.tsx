// What is done with the entries that are chosen: moved, given another category or project, or deleted, as one change (I15).
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { FlagPart, PartialSubject } from '../../../shared/entities/subject.ts'
import { FLAGS } from '../../../shared/entities/subject.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { CategorySelect } from '../../ui/fields/CategorySelect.tsx'
import { CustomerSelect } from '../../ui/fields/CustomerSelect.tsx'
import { ProjectSelect } from '../../ui/fields/ProjectSelect.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import type { Named } from '../../ui/fields/subjectChoice.ts'

export type SeveralEntriesProps = { customerId: Id; entryIds: readonly Id[]; onDone: () => void }

export function SeveralEntries({ customerId, entryIds, onDone }: SeveralEntriesProps) {
  const { t } = useTranslation('entries')
  const permitted = usePermitted()
  const [editing, setEditing] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const count = entryIds.length
  const remove = useCommand('entry.removeMany', {
    errors: 'return',
    undo: ({ entryIds: gone }) => t('several.deleted', { count: gone.length }),
  })
  const removeAll = async () => {
    const reply = await remove.run({ entryIds: [...entryIds] })
    if (reply.ok) onDone()
    else setError(reply.error)
  }
  return (
    <>
      <Group gap="xs" role="toolbar" aria-label={t('several.label')}>
        <Text size="sm" fw={600} role="status" className="num">
          {t('several.chosen', { count })}
        </Text>
        {permitted('entry.editMany') && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Pencil size={14} />}
            onClick={() => setEditing(true)}
          >
            {t('several.edit')}
          </Button>
        )}
        {permitted('entry.removeMany') && (
          <Button
            size="compact-sm"
            variant="default"
            color="red"
            leftSection={<Trash2 size={14} />}
            loading={remove.pending}
            onClick={() => void removeAll()}
          >
            {t('several.delete')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={onDone}>
          {t('several.clear')}
        </Button>
      </Group>
      <Refusal error={error} onClose={() => setError(null)} />
      {editing && (
        <EditSeveral
          customerId={customerId}
          entryIds={entryIds}
          onClose={() => setEditing(false)}
          onDone={onDone}
        />
      )}
    </>
  )
}

const FLAG_VALUES = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
])

function EditSeveral({
  customerId,
  entryIds,
  onClose,
  onDone,
}: SeveralEntriesProps & { onClose: () => void }) {
  const { t } = useTranslation('entries')
  const { t: tc } = useTranslation('common')
  const [customer, setCustomer] = useState<Named | null>(null)
  const [category, setCategory] = useState<Named | null>(null)
  const [project, setProject] = useState<Named | null>(null)
  const [flags, setFlags] = useState<Pick<PartialSubject, FlagPart>>({})
  const [error, setError] = useState<AppError | null>(null)
  const [nothing, setNothing] = useState(false)
  const edit = useCommand('entry.editMany', {
    errors: 'return',
    undo: ({ entryIds: changed }) => t('several.changed', { count: changed.length }),
  })
  const submit = async () => {
    const changed: PartialSubject = {
      ...(customer !== null && { customerId: customer.id }),
      ...(category !== null && { categoryId: category.id }),
      ...(project !== null && { projectId: project.id }),
      ...flags,
    }
    if (Object.values(changed).every((value) => value === undefined)) return setNothing(true)
    const reply = await edit.run({ entryIds: [...entryIds], ...changed })
    if (!reply.ok) return setError(reply.error)
    onClose()
    onDone()
  }
  const stays = t('several.stays')
  return (
    <Dialog title={t('several.title', { count: entryIds.length })} onClose={onClose}>
      <SubmitForm onSubmit={() => void submit()} aria-label={t('several.title', { count: entryIds.length })}>
        <Stack gap="sm">
          <CustomerSelect
            value={customer}
            placeholder={stays}
            clearable
            passable
            onChange={(choice) => {
              setCustomer(choice)
              setProject(null)
            }}
            error={
              nothing &&
              customer === null &&
              category === null &&
              project === null &&
              FLAGS.every(({ field }) => flags[field] === undefined)
                ? t('several.nothing')
                : undefined
            }
          />
          <CategorySelect value={category} placeholder={stays} passable clearable onChange={setCategory} />
          <ProjectSelect
            customerId={customer?.id ?? customerId}
            value={project}
            placeholder={stays}
            onChange={setProject}
          />
          {FLAGS.map(({ field, part }) => (
            <NativeSelect
              key={field}
              label={tc(`subject.${part}`)}
              value={String(flags[field])}
              data={[
                { value: 'undefined', label: stays },
                { value: 'true', label: tc('flag.yes') },
                { value: 'false', label: tc('flag.no') },
                { value: 'null', label: tc(`flag.unsaid.${part}`) },
              ]}
              onChange={(event) => {
                const value = FLAG_VALUES.get(event.currentTarget.value)
                setFlags((was) => ({ ...was, [field]: value }))
              }}
            />
          ))}
          <Refusal error={error} onClose={() => setError(null)} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('several.cancel')}
            </Button>
            <Button type="submit" loading={edit.pending}>
              {t('several.submit')}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}
