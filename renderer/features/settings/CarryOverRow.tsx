// What of a year's vacation goes on into the next, and until when it can be taken there (I3).
import { Button, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDays } from '../../../shared/base/signedText.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { CarryOver } from '../../../shared/entities/entitlement.ts'
import { useOrganisation } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { Row } from './settingsSearch.tsx'

type Most = 'all' | 'some' | 'none'
const mostOf = ({ most }: CarryOver): Most => (most === null ? 'all' : most === 0 ? 'none' : 'some')

export function CarryOverRow() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { carryOver } = useOrganisation()
  const edit = useCommand('organisation.edit', { errors: 'return', undo: t('saved') })
  const [most, setMost] = useState<Most>(mostOf(carryOver))
  const [days, setDays] = useState(
    format.days(carryOver.most === null || carryOver.most === 0 ? 500 : carryOver.most),
  )
  const [until, setUntil] = useState(carryOver.until ?? '')
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const read = readDays(days)
  const daysWrong = most === 'some' && (read === null || read <= 0 || read > 36_600)
  const lastDay = until.trim() === '' ? null : until.trim()
  const untilWrong = most !== 'none' && !CarryOver.shape.until.safeParse(lastDay).success
  const wanted: CarryOver = {
    most: most === 'all' ? null : most === 'none' ? 0 : read,
    until: most === 'none' ? null : lastDay,
  }
  const changed = wanted.most !== carryOver.most || wanted.until !== carryOver.until
  const save = async () => {
    setTried(true)
    if (daysWrong || untilWrong) return
    const reply = await edit.run({ carryOver: wanted })
    setError(reply.ok ? null : reply.error)
  }
  return (
    <Row label={t('absence.carry')} hint={t('absence.carryHint')}>
      <SubmitForm onSubmit={() => void save()}>
        <Group gap="md" align="flex-end">
          <SegmentedControl
            aria-label={t('absence.carry')}
            data={(['all', 'some', 'none'] as const).map((value) => ({
              value,
              label: t(`absence.most.${value}`),
            }))}
            value={most}
            onChange={(value) => setMost(value === 'some' ? 'some' : value === 'none' ? 'none' : 'all')}
          />
          {most === 'some' && (
            <TextInput
              label={t('absence.mostDays')}
              value={days}
              w={110}
              autoComplete="off"
              error={tried && daysWrong ? t('absence.daysWrong') : undefined}
              onChange={(event) => setDays(event.currentTarget.value)}
            />
          )}
          {most !== 'none' && (
            <TextInput
              label={t('absence.until')}
              placeholder="03-31"
              value={until}
              w={170}
              autoComplete="off"
              error={tried && untilWrong ? t('absence.untilWrong') : undefined}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          )}
          {changed && (
            <Button type="submit" variant="default" loading={edit.pending}>
              {t('save')}
            </Button>
          )}
        </Group>
        <Refusal error={error} onClose={() => setError(null)} />
      </SubmitForm>
    </Row>
  )
}
