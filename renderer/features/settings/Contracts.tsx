// The dated versions of a user's contract, newest first, and the form that adds or changes one (B47, G7).
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { UserView } from '../../../shared/contract/directory.ts'
import type { Employment } from '../../../shared/entities/employment.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { DatedVersions } from '../../ui/dated/DatedVersions.tsx'
import type { ShownVersion } from '../../ui/dated/DatedVersions.tsx'
import { VersionRow } from '../../ui/dated/VersionRow.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { ContractForm } from './ContractForm.tsx'
import { StartDate } from './StartDate.tsx'

export function Contracts({ user }: { user: UserView }) {
  const { t } = useTranslation('settings')
  const versions = user.employments
  const first = versions.length === 0
  return (
    <DatedVersions
      label={t('contract.title')}
      head={{ title: t('contract.title'), lead: first ? t('contract.none') : t('contract.lead') }}
      versions={versions}
      empty={<StartDate user={user} />}
      add={{ text: first ? t('contract.addFirst') : t('contract.add') }}
      form={(form) => <ContractForm userId={user.id} versions={versions} {...form} />}
    >
      {(shown) => <Version {...shown} />}
    </DatedVersions>
  )
}

function Version({ version, state, onEdit }: ShownVersion<Employment>) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const date = format.date(version.validFrom)
  const remove = useCommand('employment.remove', { undo: t('contract.deleted', { date }) })
  const week = version.expectedMinutes.reduce((sum, minutes) => sum + minutes, 0)
  const { wage } = version
  return (
    <VersionRow
      validFrom={version.validFrom}
      state={state}
      editLabel={t('contract.edit', { date })}
      deleteLabel={t('contract.delete', { date })}
      onEdit={onEdit}
      onDelete={() => void remove.run({ employmentId: version.id })}
      head={
        <Text fw={600} className="num">
          {date}
        </Text>
      }
    >
      <Text size="sm">
        {[
          version.expectedMonthMinutes === null
            ? t('contract.perWeek', { total: format.duration(week * MINUTE_MS) })
            : t('contract.perMonth', { total: format.duration(version.expectedMonthMinutes * MINUTE_MS) }),
          t(`contract.wageText.${wage.kind}`, { amount: format.money(wage.amountMinor) }),
          version.extraHourMinor > 0
            ? t('contract.extraText', { amount: format.money(version.extraHourMinor) })
            : null,
          version.extraBy === 'month' ? null : t(`contract.extraByText.${version.extraBy}`),
          version.extraSteps.length > 0
            ? t('contract.stepsText', {
                percents: version.extraSteps.map(({ percent }) => format.percent(percent)).join(', '),
              })
            : null,
          version.supplements.length > 0
            ? t('contract.supplementsText', { count: version.supplements.length })
            : null,
          version.bonusMinor > 0
            ? t('contract.bonusText', { amount: format.money(version.bonusMinor) })
            : null,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </Text>
    </VersionRow>
  )
}
