// The side of a case's page: what it is about, each field edited in place, its timer, and who spent how much on it.
import { Anchor, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Reply } from '../../../shared/contract/channel.ts'
import type { CaseView } from '../../../shared/contract/case.ts'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { isOpenCase } from '../../../shared/entities/case.ts'
import { useOrganisation, usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { CustomerSelect } from '../../ui/fields/CustomerSelect.tsx'
import { EditInPlace } from '../../ui/fields/EditInPlace.tsx'
import { ProjectSelect } from '../../ui/fields/ProjectSelect.tsx'
import { codeLabel } from '../../ui/figures/codeLabel.ts'
import { useFormat } from '../../ui/figures/format.ts'
import type { SidePageProps } from '../../ui/SidePage.tsx'
import { AtWork, useOthers } from '../timer/AtWork.tsx'
import { AssigneeSelect, PrioritySelect, StatusSelect } from './CaseChoices.tsx'
import { chosenCase } from './chosenCase.ts'
import classes from './cases.module.css'

export function useCaseSide(one: CaseView): Pick<SidePageProps<string>, 'fields' | 'work' | 'below'> {
  return {
    fields: <CaseFields one={one} />,
    work: <CaseTimer one={one} />,
    below: <People one={one} />,
  }
}

type Edit = Omit<ArgsOf<'case.edit'>, 'caseId'>

function CaseFields({ one }: { one: CaseView }) {
  const { t } = useTranslation('cases')
  const may = usePermitted()('case.edit')
  const edit = useCommand('case.edit', { errors: 'return', undo: t('saved', { what: one.code }) })
  const [refused, setRefused] = useState<{ error: AppError; change: Edit } | null>(null)
  const run = (change: Edit): Promise<Reply<null>> => edit.run({ caseId: one.id, ...change })
  const choose = async (change: Edit) => {
    const reply = await run(change)
    setRefused(reply.ok ? null : { error: reply.error, change })
  }
  const save = may
    ? (field: 'name' | 'reference') => async (text: string) => {
        const reply = await run({ [field]: text })
        return reply.ok ? null : reply.error
      }
    : () => undefined
  const off = !may || edit.pending
  const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
  return (
    <>
      <EditInPlace label={t('details.subject')} value={one.name} maxLength={200} onSave={save('name')} />
      <div>
        <CustomerSelect
          value={{ id: one.customerId, name: one.customerName }}
          disabled={off}
          onChange={(next) => {
            if (next !== null && next.id !== one.customerId) void choose({ customerId: next.id })
          }}
        />
        <Anchor component={Link} href={`/customers/${one.customerId}`} size="xs">
          {t('details.openCustomer')}
        </Anchor>
      </div>
      <ProjectSelect
        customerId={one.customerId}
        keep={one.projectId}
        value={named(
          one.projectId,
          one.projectCode === null ? null : codeLabel({ code: one.projectCode, name: one.projectName ?? '' }),
        )}
        disabled={off}
        onChange={(next) => void choose({ projectId: next?.id ?? null })}
      />
      <StatusSelect
        value={one.status}
        disabled={off}
        onChange={(status) => status !== one.status && void choose({ status })}
      />
      <PrioritySelect
        value={one.priority}
        disabled={off}
        onChange={(priority) => priority !== one.priority && void choose({ priority })}
      />
      <AssigneeSelect
        value={named(one.assigneeId, one.assigneeName)}
        disabled={off}
        onChange={(next) => void choose({ assigneeId: next?.id ?? null })}
      />
      <EditInPlace
        label={t('details.reference')}
        value={one.reference}
        maxLength={100}
        onSave={save('reference')}
      />
      <Refusal
        error={refused?.error ?? null}
        onClose={() => setRefused(null)}
        onRetry={() => {
          if (refused !== null) void choose(refused.change)
        }}
      />
    </>
  )
}

const ABOUT = ['customer', 'case'] as const

/** The timer of the header, started and stopped from here (D2). */
function CaseTimer({ one }: { one: CaseView }) {
  const { t } = useTranslation('cases')
  const { casesNeedProject } = useOrganisation()
  const others = useOthers(one.running.filter(({ state }) => state !== 'stopped'))
  const hindrance = !isOpenCase(one) ? (
    <Closed one={one} />
  ) : casesNeedProject && one.projectId === null ? (
    t('timer.needsProject')
  ) : null
  return (
    <AtWork
      name={one.code}
      chosen={chosenCase(one)}
      about={ABOUT}
      isOn={({ caseId }) => caseId === one.id}
      others={others}
      hindrance={hindrance}
    />
  )
}

function Closed({ one }: { one: CaseView }) {
  const { t } = useTranslation('cases')
  return (
    <Group gap="xs">
      <span>{t('timer.closed')}</span>
      <TurnButton one={one} compact />
    </Group>
  )
}

/** Closes it, or opens it again. */
export function TurnButton({ one, compact = false }: { one: CaseView; compact?: boolean }) {
  const { t } = useTranslation('cases')
  const permitted = usePermitted()
  const open = isOpenCase(one)
  const edit = useCommand('case.edit', { undo: t(open ? 'closed' : 'reopened', { what: one.code }) })
  if (!permitted('case.edit')) return null
  return (
    <Button
      variant="default"
      size={compact ? 'compact-sm' : 'sm'}
      loading={edit.pending}
      onClick={() => void edit.run({ caseId: one.id, status: open ? 'closed' : 'open' })}
    >
      {t(open ? 'close' : 'reopen')}
    </Button>
  )
}

function People({ one }: { one: CaseView }) {
  const { t } = useTranslation('cases')
  const format = useFormat()
  const added = format.date(format.local(one.createdAt).date)
  return (
    <>
      {one.users.length > 1 && (
        <section aria-label={t('details.time')}>
          <Text size="xs" c="dimmed">
            {t('details.time')}
          </Text>
          <dl className={classes.people}>
            {one.users.map(({ userId, userName, totalMs }) => (
              <div key={userId} style={{ display: 'contents' }}>
                <dt title={userName}>
                  <bdi>{userName}</bdi>
                </dt>
                <dd className="num">{format.duration(totalMs)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Text size="xs" c="dimmed">
        {t('details.since', { date: added })}
      </Text>
    </>
  )
}
