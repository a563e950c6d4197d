// The dated billing rates of one subject, newest first, and the form that adds or changes one (G7).
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Rate, RateLevel } from '../../../shared/entities/rate.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { DatedVersions } from '../../ui/dated/DatedVersions.tsx'
import type { ShownVersion } from '../../ui/dated/DatedVersions.tsx'
import { VersionRow } from '../../ui/dated/VersionRow.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { RateForm } from './RateForm.tsx'

/** Whose rates; `name` as sentences call it. */
export type RateSubject = { level: RateLevel; subjectId: string | null; name: string }

export const isRateOf = (rate: Rate, { level, subjectId }: Omit<RateSubject, 'name'>): boolean =>
  rate.level === level && rate.subjectId === subjectId

export type RateVersionsProps = {
  subject: RateSubject
  /** In any order, also of others. */
  rates: readonly Rate[]
  /** Said where there is none. */
  empty: string
}

export function RateVersions({ subject, rates, empty }: RateVersionsProps) {
  const { t } = useTranslation('billing')
  const own = rates.filter((rate) => isRateOf(rate, subject))
  return (
    <DatedVersions
      label={`${t('rate')}: ${subject.name}`}
      versions={own}
      empty={
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      }
      add={{
        text: own.length === 0 ? t('addFirst') : t('add'),
        label: t('addFor', { name: subject.name }),
      }}
      form={({ edited, template, onClose }) => (
        <RateForm
          subject={subject}
          rates={own}
          edited={edited}
          amountMinor={template?.amountMinor ?? 0}
          onClose={onClose}
        />
      )}
    >
      {(shown) => <Version {...shown} name={subject.name} />}
    </DatedVersions>
  )
}

function Version({ version, name, state, onEdit }: ShownVersion<Rate> & { name: string }) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const date = format.date(version.validFrom)
  const remove = useCommand('rate.remove', { undo: t('deleted', { date }) })
  return (
    <VersionRow
      validFrom={version.validFrom}
      state={state}
      editLabel={t('edit', { name, date })}
      deleteLabel={t('delete', { name, date })}
      onEdit={onEdit}
      onDelete={() => void remove.run({ rateId: version.id })}
      head={
        <>
          <Text fw={600} className="num">
            {t('perHour', { amount: format.money(version.amountMinor) })}
          </Text>
          <Text size="sm" className="num">
            {t('from', { date })}
          </Text>
        </>
      }
    />
  )
}
