// Closing a period up to a day and opening it again, and the mark of months that are closed (C1, C2).
import { ActionIcon, Badge, Button, Group, Menu, Modal, Stack, Text } from '@mantine/core'
import { Ellipsis, Lock, LockOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, lastDayOf, monthOf } from '../../../shared/base/localDate.ts'
import type { LocalDate, Month } from '../../../shared/base/localDate.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useAppState, useOrganisation, usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { DateField } from '../../ui/DateField.tsx'
import { useFormat } from '../../ui/format.ts'
import { Refusal } from '../../ui/Refusal.tsx'

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
  const format = useFormat()
  const { today } = useAppState()
  const { closedThrough } = useOrganisation()
  const end = lastDayOf(month)
  // A day that is still going on cannot be closed.
  const [through, setThrough] = useState<LocalDate | null>(end < today ? end : addDays(today, -1))
  const [error, setError] = useState<AppError | null>(null)
  const said = t('period.done', { date: through === null ? '' : format.date(through, 'long') })
  const close = useCommand('period.close', { errors: 'return', undo: said })
  const submit = async () => {
    if (through === null) return
    const reply = await close.run({ through })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('period.title')}
      closeButtonProps={{ 'aria-label': t('period.cancel') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('period.text')}</Text>
          <DateField label={t('period.through')} value={through} onChange={setThrough} required width={220} />
          <Text size="sm" c="dimmed">
            {closedThrough === null
              ? t('period.notClosed')
              : t('period.closedThrough', { date: format.date(closedThrough, 'long') })}
          </Text>
          <Refusal error={error} onClose={() => setError(null)} onRetry={() => void submit()} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('period.cancel')}
            </Button>
            <Button type="submit" loading={close.pending} disabled={through === null}>
              {t('period.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function Reopen({ closedThrough, onClose }: { closedThrough: LocalDate; onClose: () => void }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const reopen = useCommand('period.close', { undo: t('period.reopened') })
  const submit = async () => {
    const reply = await reopen.run({ through: null })
    if (reply.ok) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('period.reopenTitle')}
      closeButtonProps={{ 'aria-label': t('period.cancel') }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('period.reopenText', { date: format.date(closedThrough, 'long') })}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('period.cancel')}
          </Button>
          <Button color="red" loading={reopen.pending} onClick={() => void submit()}>
            {t('period.reopen')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
