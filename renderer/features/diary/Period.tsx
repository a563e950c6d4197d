// Closing a period up to a day and opening it again, and the mark of months that are closed (C1, C2).
import { ActionIcon, Badge, Button, Checkbox, Group, Menu, Stack, Text } from '@mantine/core'
import { Ellipsis, Hourglass, Lock, LockOpen } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { addDays, lastDayOf, monthOf } from '../../../shared/base/localDate.ts'
import type { LocalDate, Month } from '../../../shared/base/localDate.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useAppState, useOrganisation, usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { NoteField } from '../../ui/fields/NoteField.tsx'
import { EXCEPTIONS_PATH } from './diaryAddress.ts'
import { ClosingCheck } from './ClosingCheck.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { useDateRefusal } from '../../ui/feedback/dateRefusal.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'

export function ClosedBadge({ month }: { month: Month }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const { closedThrough } = useOrganisation()
  if (closedThrough === null || monthOf(closedThrough) < month) return null
  const whole = closedThrough >= lastDayOf(month)
  return (
    <Badge
      variant="light"
      color="gray"
      tt="none"
      radius="sm"
      leftSection={<Lock size={11} />}
      style={{ flex: 'none' }}
    >
      {whole
        ? t('period.monthClosed')
        : t('period.monthPartly', { date: format.date(closedThrough, 'dayMonth') })}
    </Badge>
  )
}

export function PeriodMenu({ month }: { month: Month }) {
  const { t } = useTranslation('diary')
  const permitted = usePermitted()
  const { closedThrough } = useOrganisation()
  const [open, setOpen] = useState<'close' | 'reopen' | null>(null)
  if (!permitted('period.close')) return null
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={34} aria-label={t('menu.label')} title={t('menu.label')}>
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Lock size={16} />} onClick={() => setOpen('close')}>
            {t('menu.close')}
          </Menu.Item>
          {closedThrough !== null && (
            <Menu.Item component={Link} href={EXCEPTIONS_PATH} leftSection={<Hourglass size={16} />}>
              {t('exceptions.menu')}
            </Menu.Item>
          )}
          {closedThrough !== null && (
            <Menu.Item leftSection={<LockOpen size={16} />} onClick={() => setOpen('reopen')}>
              {t('menu.reopen')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'close' && <ClosePeriod month={month} onClose={() => setOpen(null)} />}
      {open === 'reopen' && closedThrough !== null && (
        <Reopen closedThrough={closedThrough} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

function ClosePeriod({ month, onClose }: { month: Month; onClose: () => void }) {
  const { t } = useTranslation('diary')
  const { t: tc } = useTranslation('common')
  const format = useFormat()
  const { today } = useAppState()
  const { closedThrough } = useOrganisation()
  const end = lastDayOf(month)
  // A day that is still going on cannot be closed.
  const [through, setThrough] = useState<LocalDate | null>(end < today ? end : addDays(today, -1))
  const [error, setError] = useState<AppError | null>(null)
  const refused = useDateRefusal(error)
  const refusal = useId()
  const [tried, setTried] = useState(false)
  const [reason, setReason] = useState('')
  const [overTimers, setOverTimers] = useState(false)
  // An earlier day than before opens what lies between again.
  const opens = closedThrough !== null && through !== null && through < closedThrough
  const said = t('period.done', { date: through === null ? '' : format.date(through, 'long') })
  const close = useCommand('period.close', { errors: 'return', undo: said })
  const submit = async () => {
    setTried(true)
    if (through === null) return
    const reply = await close.run({ through, ...(opens && { reason }), ...(overTimers && { overTimers }) })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <Dialog onClose={onClose} title={t('period.title')} closeLabel={t('period.cancel')}>
      <SubmitForm onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{t('period.text')}</Text>
          <DateField
            label={t('period.through')}
            lean="past"
            value={through}
            onChange={(day) => {
              setThrough(day)
              setError(null)
            }}
            required
            error={tried && through === null ? tc('required') : refused.date}
            width={220}
          />
          <Text size="sm" c="dimmed">
            {closedThrough === null
              ? t('period.notClosed')
              : t('period.closedThrough', { date: format.date(closedThrough, 'long') })}
          </Text>
          {opens ? (
            <ReasonField
              reason={reason}
              error={error}
              refusal={refusal}
              onChange={(text) => {
                setReason(text)
                setError(null)
              }}
            />
          ) : (
            through !== null && (
              <ClosingCheck
                through={through}
                onLeave={onClose}
                timersBeside={error?.code === 'guard.periodTimers'}
              />
            )
          )}
          <Refusal
            id={refusal}
            error={refused.rest}
            onClose={() => setError(null)}
            onRetry={() => void submit()}
          />
          {(overTimers || error?.code === 'guard.periodTimers') && (
            <Checkbox
              label={t('period.overTimers')}
              checked={overTimers}
              onChange={(event) => setOverTimers(event.currentTarget.checked)}
            />
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('period.cancel')}
            </Button>
            <Button type="submit" loading={close.pending}>
              {t('period.submit')}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}

function Reopen({ closedThrough, onClose }: { closedThrough: LocalDate; onClose: () => void }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const refusal = useId()
  const reopen = useCommand('period.close', { errors: 'return', undo: t('period.reopened') })
  const submit = async () => {
    const reply = await reopen.run({ through: null, reason })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <Dialog onClose={onClose} title={t('period.reopenTitle')} closeLabel={t('period.cancel')}>
      <SubmitForm onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{t('period.reopenText', { date: format.date(closedThrough, 'long') })}</Text>
          <ReasonField
            reason={reason}
            error={error}
            refusal={refusal}
            onChange={(text) => {
              setReason(text)
              setError(null)
            }}
            autoFocus
          />
          <Refusal id={refusal} error={error} onClose={() => setError(null)} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('period.cancel')}
            </Button>
            <Button type="submit" color="red" loading={reopen.pending}>
              {t('period.reopen')}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}

/** Why closed days are opened. `refusal`: the id of the sentence that says what is wrong. */
function ReasonField({
  reason,
  error,
  refusal,
  onChange,
  autoFocus = false,
}: {
  reason: string
  error: AppError | null
  refusal: string
  onChange: (text: string) => void
  autoFocus?: boolean
}) {
  const { t } = useTranslation('diary')
  return (
    <NoteField
      label={t('period.reason')}
      value={reason}
      aria-required
      error={error?.code === 'period.reasonMissing'}
      aria-errormessage={error === null ? undefined : refusal}
      onChange={onChange}
      autoFocus={autoFocus}
    />
  )
}
