// Exceptions: time of a timer over the cut, which falls into the closed period and waits; a manager books it into the open period or
// drops it with a reason (G8).
import { Button, Group, Stack, Text } from '@mantine/core'
import { CheckCheck } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { ExceptionView } from '../../../shared/contract/periodException.ts'
import { useAppState, usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { useDateRefusal } from '../../ui/feedback/dateRefusal.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { NoteField } from '../../ui/fields/NoteField.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { Page } from '../../ui/Page.tsx'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import classes from './diary.module.css'

type Acting = { act: 'book' | 'drop'; exception: ExceptionView }

export function ExceptionsPage() {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const permitted = usePermitted()
  const nameOf = useSessionName('noCategory')
  const query = useRequest('periodException.list', {}, { keepPrevious: true })
  const [acting, setActing] = useState<Acting | null>(null)
  const decides = permitted('periodException.book')
  const spoken = (of: ExceptionView) =>
    `${of.userName}, ${format.date(of.workDate)}, ${format.duration(of.durationMs)}`
  return (
    <Page title={t('exceptions.title')}>
      <Loaded query={query} rows={4}>
        {({ rows, closedThrough }) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<CheckCheck size={28} />}
              title={t('exceptions.emptyTitle')}
              text={t('exceptions.emptyText')}
            />
          ) : (
            <>
              <Text size="sm" mb="xs">
                {closedThrough === null
                  ? t('exceptions.textOpen')
                  : t('exceptions.text', { date: format.date(closedThrough, 'long') })}
              </Text>
              <PlainTable>
                <thead>
                  <tr>
                    <th scope="col">{t('column.user')}</th>
                    <th scope="col">{t('column.date')}</th>
                    <th scope="col" data-end>
                      {t('column.total')}
                    </th>
                    <th scope="col">{t('exceptions.what')}</th>
                    <th scope="col">{t('exceptions.note')}</th>
                    {decides && <th scope="col">{t('exceptions.decide')}</th>}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <td>
                        <bdi>{row.userName}</bdi>
                      </td>
                      <td className="num">
                        {format.date(row.workDate)}, {format.time(row.startAt)}–{format.time(row.endAt)}
                      </td>
                      <td data-end className="num">
                        {format.duration(row.durationMs)}
                      </td>
                      <td>
                        <bdi>{nameOf(row)}</bdi>
                      </td>
                      <td>
                        <bdi>{row.note}</bdi>
                      </td>
                      {decides && (
                        <td>
                          <div className={classes.approvalActs}>
                            {(['book', 'drop'] as const).map((act) => (
                              <Button
                                key={act}
                                size="compact-sm"
                                variant={act === 'book' ? 'filled' : 'default'}
                                aria-label={t(`exceptions.${act}Of`, { what: spoken(row) })}
                                onClick={() => setActing({ act, exception: row })}
                              >
                                {t(`exceptions.${act}`)}
                              </Button>
                            ))}
                          </div>
                        </td>
                      )}
                    </tr>
                  ))}
                </tbody>
              </PlainTable>
            </>
          )
        }
      </Loaded>
      {acting?.act === 'book' && (
        <BookDialog
          exception={acting.exception}
          what={spoken(acting.exception)}
          onClose={() => setActing(null)}
        />
      )}
      {acting?.act === 'drop' && (
        <DropDialog
          exception={acting.exception}
          what={spoken(acting.exception)}
          onClose={() => setActing(null)}
        />
      )}
    </Page>
  )
}

type DialogProps = { exception: ExceptionView; what: string; onClose: () => void }

function BookDialog({ exception, what, onClose }: DialogProps) {
  const { t } = useTranslation('diary')
  const { t: tc } = useTranslation('common')
  const { today } = useAppState()
  const [date, setDate] = useState<LocalDate | null>(today)
  const [error, setError] = useState<AppError | null>(null)
  const [tried, setTried] = useState(false)
  const refused = useDateRefusal(error)
  const book = useCommand('periodException.book', { errors: 'return', undo: t('exceptions.booked') })
  const submit = async () => {
    setTried(true)
    if (date === null) return
    const reply = await book.run({ exceptionId: exception.id, date })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <Dialog title={t('exceptions.bookTitle')} onClose={onClose} size={440} closeOnClickOutside={false}>
      <SubmitForm onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">
            <bdi>{what}</bdi>
          </Text>
          <DateField
            label={t('exceptions.day')}
            lean="past"
            autoFocus
            value={date}
            onChange={(day) => {
              setDate(day)
              setError(null)
            }}
            required
            error={tried && date === null ? tc('required') : refused.date}
            width={220}
          />
          <Refusal error={refused.rest} onClose={() => setError(null)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {tc('cancel')}
            </Button>
            <Button type="submit" loading={book.pending}>
              {t('exceptions.bookDo')}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}

function DropDialog({ exception, what, onClose }: DialogProps) {
  const { t } = useTranslation('diary')
  const { t: tc } = useTranslation('common')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const refusal = useId()
  const drop = useCommand('periodException.drop', { errors: 'return', undo: t('exceptions.dropped') })
  const submit = async () => {
    const reply = await drop.run({ exceptionId: exception.id, reason })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <Dialog title={t('exceptions.dropTitle')} onClose={onClose} size={440} closeOnClickOutside={false}>
      <SubmitForm onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">
            <bdi>{what}</bdi>
          </Text>
          <NoteField
            label={t('period.reason')}
            value={reason}
            autoFocus
            minRows={2}
            aria-required
            error={error?.code === 'exception.reasonMissing'}
            aria-errormessage={error === null ? undefined : refusal}
            onChange={(text) => {
              setReason(text)
              setError(null)
            }}
          />
          <Refusal id={refusal} error={error} onClose={() => setError(null)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {tc('cancel')}
            </Button>
            <Button type="submit" color="red" loading={drop.pending}>
              {t('exceptions.dropDo')}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}
