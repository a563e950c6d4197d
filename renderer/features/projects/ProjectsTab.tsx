// The Projects tab of a customer: every project with its code, status, time and budget; added, corrected, completed, deleted.
import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { CircleCheck, FolderKanban, Pencil, Plus, RotateCcw, Trash2 } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/directory.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { ProjectRow } from '../../../shared/contract/project.ts'
import { useAppState, usePermitted } from '../../channel/AppState.tsx'
import { usePages } from '../../channel/usePages.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ColourMark } from '../../ui/figures/ColourMark.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { SkeletonRows } from '../../ui/feedback/Loaded.tsx'
import { codeLabel } from '../../ui/figures/codeLabel.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { VirtualTable } from '../../ui/table/VirtualTable.tsx'
import type { Column } from '../../ui/table/VirtualTable.tsx'
import { RatesButton } from '../billing/CustomerRates.tsx'
import { BudgetBar } from './BudgetBar.tsx'
import { ProjectModal } from './ProjectModal.tsx'
import classes from './projects.module.css'

type Open = { mode: 'add' } | { mode: 'edit'; projectId: string }

export function ProjectsTab({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('projects')
  const permitted = usePermitted()
  const [open, setOpen] = useState<Open | null>(null)
  const [place, setPlace] = useState({ offset: 0, active: 0 })
  const pages = usePages('project.list', { customerId: customer.id })
  const onlyYours = pages.first?.onlyYours ?? false
  const columns = useColumns(onlyYours)
  const [refused, setRefused] = useState<{ error: AppError; again: () => void } | null>(null)
  const edit = useCallback((projectId: string) => setOpen({ mode: 'edit', projectId }), [])
  const cells = useCells(edit, setRefused, onlyYours)
  const add = permitted('project.add') && (
    <Button variant="default" leftSection={<Plus size={16} />} onClick={() => setOpen({ mode: 'add' })}>
      {t('add')}
    </Button>
  )
  const none = pages.first !== undefined && pages.total === 0
  return (
    <>
      {(pages.total > 0 || pages.error !== null) && (
        <Group gap="sm">
          {add}
          <Text size="sm" c="dimmed" className="num" role="status">
            {pages.first !== undefined && t('count', { count: pages.total })}
          </Text>
          {permitted('rate.list') && pages.total > 0 && <RatesButton customer={customer} />}
        </Group>
      )}
      <Refusal error={pages.error?.error ?? null} onClose={pages.refetch} />
      <Refusal
        error={refused?.error ?? null}
        onClose={() => setRefused(null)}
        onRetry={() => refused?.again()}
      />
      {pages.first === undefined && pages.error === null && <SkeletonRows />}
      {none && (
        <EmptyState
          icon={<FolderKanban size={32} />}
          title={t('empty.title')}
          text={t('empty.text')}
          action={add}
        />
      )}
      {pages.first !== undefined && pages.total > 0 && (
        <VirtualTable
          label={t('tab')}
          columns={columns}
          rowHeight={48}
          count={pages.total}
          item={pages.row}
          cells={cells}
          rowKey={({ id }) => id}
          onOpen={(index) => {
            const project = pages.row(index)
            if (project !== undefined) edit(project.id)
          }}
          onShow={pages.show}
          place={place}
          onPlace={setPlace}
        />
      )}
      {open !== null && (
        <ProjectModal
          customer={{ id: customer.id, name: customer.name }}
          projectId={open.mode === 'edit' ? open.projectId : null}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

function useColumns(onlyYours: boolean): Column[] {
  const { t } = useTranslation('projects')
  return useMemo(
    () => [
      { key: 'code', header: t('column.code'), width: 'minmax(76px, 0.6fr)', rowHeader: true },
      { key: 'name', header: t('column.name'), width: 'minmax(90px, 1.7fr)' },
      { key: 'status', header: t('column.status'), width: '92px' },
      {
        key: 'total',
        header: t(onlyYours ? 'column.yours' : 'column.total'),
        width: ['10000:00'],
        end: true,
      },
      { key: 'budget', header: t('column.budget'), width: 'minmax(98px, 1fr)' },
      {
        key: 'actions',
        header: <span className="visually-hidden">{t('column.actions')}</span>,
        width: '94px',
        end: true,
      },
    ],
    [t, onlyYours],
  )
}

function useCells(onEdit: (projectId: string) => void, onRefused: OnRefused, onlyYours: boolean) {
  const { t } = useTranslation('projects')
  const format = useFormat()
  const cells = (project: ProjectRow): Record<string, ReactNode> => ({
    code: <bdi title={project.code}>{project.code}</bdi>,
    name: (
      <bdi title={project.name}>
        <ColourMark colour={project.colour} /> {project.name}
        {!project.billable && <span className="quiet"> ({t('notBillable')})</span>}
      </bdi>
    ),
    status: <Status project={project} />,
    total: <strong className="num">{format.duration(project.totalMs)}</strong>,
    budget: <BudgetBar {...project} onlyYours={onlyYours} />,
    actions: <RowActs project={project} onEdit={onEdit} onRefused={onRefused} />,
  })
  // oxlint-disable-next-line react/exhaustive-deps -- `cells` is made of nothing else
  return useCallback(cells, [t, format, onEdit, onRefused, onlyYours])
}

function Status({ project: { completionDate, completed } }: { project: ProjectRow }) {
  const { t } = useTranslation('projects')
  const format = useFormat()
  if (completionDate === null) return <span>{t('active')}</span>
  const date = format.date(completionDate, 'short')
  return (
    <Stack gap={0}>
      <span {...(completed && { className: 'quiet' })}>{t(completed ? 'completed' : 'active')}</span>
      <span className={`${classes.day} quiet num`}>{completed ? date : t('activeUntil', { date })}</span>
    </Stack>
  )
}

type OnRefused = (refused: { error: AppError; again: () => void } | null) => void
type RowActsProps = { project: ProjectRow; onEdit: (projectId: string) => void; onRefused: OnRefused }

/** Done at once, with an undo; what a timer protects is refused above the list, and can be tried again (C11, C12). */
function RowActs({ project, onEdit, onRefused }: RowActsProps) {
  const { t } = useTranslation('projects')
  const { today } = useAppState()
  const permitted = usePermitted()
  const what = codeLabel(project)
  const edit = useCommand('project.edit', {
    errors: 'return',
    undo: project.completed ? t('wasReopened', { what }) : t('wasCompleted', { what }),
  })
  const remove = useCommand('project.remove', { errors: 'return', undo: t('deleted', { what }) })
  const tryTo = async (act: () => Promise<{ ok: true } | { ok: false; error: AppError }>) => {
    const reply = await act()
    onRefused(reply.ok ? null : { error: reply.error, again: () => void tryTo(act) })
  }
  const turn = () => edit.run({ projectId: project.id, completionDate: project.completed ? null : today })
  return (
    <Group gap={2} justify="flex-end" wrap="nowrap">
      {permitted('project.edit') && (
        <>
          <ActionIcon
            aria-label={t(project.completed ? 'reopen' : 'complete', { what })}
            title={t(project.completed ? 'reopen' : 'complete', { what })}
            loading={edit.pending}
            onClick={() => void tryTo(turn)}
          >
            {project.completed ? <RotateCcw size={15} /> : <CircleCheck size={15} />}
          </ActionIcon>
          <ActionIcon
            c="var(--db-edit)"
            aria-label={t('edit', { what })}
            title={t('edit', { what })}
            onClick={() => onEdit(project.id)}
          >
            <Pencil size={15} />
          </ActionIcon>
        </>
      )}
      {permitted('project.remove') && (
        <ActionIcon
          c="var(--db-stop)"
          aria-label={t('delete', { what })}
          title={t('delete', { what })}
          loading={remove.pending}
          onClick={() => void tryTo(() => remove.run({ projectId: project.id }))}
        >
          <Trash2 size={15} />
        </ActionIcon>
      )}
    </Group>
  )
}
