// Settings that hold for everybody: name, day rule, currency, holidays, and how time is recorded (F7, F8).
import { Alert, SegmentedControl, Select, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { Reach } from '../../../shared/entities/organisation.ts'
import { useModule, useOrganisation } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { localTimeText } from '../../ui/fields/TimeField.tsx'
import { countryChoices, currencyChoices, zoneChoices } from './choices.ts'
import { BreaksRow } from './BreaksRow.tsx'
import { SavedText } from '../../ui/fields/SavedText.tsx'
import { Row, Section } from './settingsSearch.tsx'

const HALF_HOURS = Array.from({ length: 25 }, (_, index) => index * 30)

export function OrganisationSettings() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const organisation = useOrganisation()
  const cases = useModule('cases')
  const edit = useCommand('organisation.edit', { errors: 'return', undo: t('saved') })
  const [error, setError] = useState<AppError | null>(null)
  const save = async (change: ArgsOf<'organisation.edit'>): Promise<AppError | null> => {
    const reply = await edit.run(change)
    return reply.ok ? null : reply.error
  }
  const choose = (change: ArgsOf<'organisation.edit'>) => void save(change).then(setError)
  const dayStarts = [...new Set([...HALF_HOURS, organisation.dayStartMinutes])].sort((a, b) => a - b)
  return (
    <Section id="organisation" title={t('section.organisation')} lead={t('lead.organisation')}>
      {organisation.sample && (
        <Alert variant="light" color="gray" mb="xs">
          {t('organisation.sample')}
        </Alert>
      )}
      <Refusal error={error} onClose={() => setError(null)} />
      <Row
        label={t('organisation.name')}
        control={
          <SavedText
            label={t('organisation.name')}
            value={organisation.name}
            maxLength={200}
            emptyError={t('organisation.nameRequired')}
            onSave={(name) => save({ name })}
          />
        }
      />
      <Row
        label={t('organisation.zone')}
        hint={t('organisation.zoneHint')}
        control={
          <Select
            aria-label={t('organisation.zone')}
            data={zoneChoices(organisation.zone)}
            value={organisation.zone}
            searchable
            limit={100}
            allowDeselect={false}
            onChange={(zone) => zone !== null && zone !== organisation.zone && choose({ zone })}
            w={300}
          />
        }
      />
      <Row
        label={t('organisation.dayStart')}
        hint={t('organisation.dayStartHint', { last: localTimeText(clockText(720), format.locale) })}
        control={
          <Select
            aria-label={t('organisation.dayStart')}
            data={dayStarts.map((minutes) => ({
              value: String(minutes),
              label: localTimeText(clockText(minutes), format.locale),
            }))}
            value={String(organisation.dayStartMinutes)}
            allowDeselect={false}
            onChange={(value) =>
              value !== null &&
              Number(value) !== organisation.dayStartMinutes &&
              choose({ dayStartMinutes: Number(value) })
            }
            w={130}
          />
        }
      />
      <Row
        label={t('organisation.weekStart')}
        hint={t('organisation.weekStartHint')}
        control={
          <Select
            aria-label={t('organisation.weekStart')}
            data={[
              { value: '', label: t('organisation.weekStartLocale') },
              ...[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
                value: String(weekday),
                label: format.weekday(weekday),
              })),
            ]}
            value={String(organisation.weekStart ?? '')}
            allowDeselect={false}
            onChange={(value) => {
              const weekStart = value === null || value === '' ? null : Number(value)
              if (value !== null && weekStart !== organisation.weekStart) choose({ weekStart })
            }}
            w={300}
          />
        }
      />
      <Row
        label={t('organisation.currency')}
        hint={t('organisation.currencyHint')}
        control={
          <Select
            aria-label={t('organisation.currency')}
            data={currencyChoices(format.locale, organisation.currency)}
            value={organisation.currency}
            searchable
            limit={100}
            allowDeselect={false}
            onChange={(currency) =>
              currency !== null && currency !== organisation.currency && choose({ currency })
            }
            w={300}
          />
        }
      />
      <Row
        label={t('organisation.holidayCountry')}
        hint={t('organisation.holidayHint')}
        control={
          <Select
            aria-label={t('organisation.holidayCountry')}
            data={[{ value: '', label: t('organisation.noHolidays') }, ...countryChoices(format.locale)]}
            value={organisation.holidayCountry ?? ''}
            searchable
            limit={100}
            allowDeselect={false}
            onChange={(value) =>
              value !== null &&
              value !== (organisation.holidayCountry ?? '') &&
              choose({ holidayCountry: value === '' ? null : value })
            }
            w={300}
          />
        }
      />
      <BreaksRow />
      <Row
        label={t('organisation.timeLogDialog')}
        hint={t('organisation.timeLogDialogHint')}
        control={
          <Switch
            aria-label={t('organisation.timeLogDialog')}
            checked={organisation.timeLogDialog}
            onChange={(event) => choose({ timeLogDialog: event.currentTarget.checked })}
          />
        }
      />
      <Row
        label={t('organisation.overlaps')}
        control={
          <SegmentedControl
            aria-label={t('organisation.overlaps')}
            data={[
              { value: 'flag', label: t('organisation.overlapsFlag') },
              { value: 'refuse', label: t('organisation.overlapsRefuse') },
            ]}
            value={organisation.overlaps}
            onChange={(value) => choose({ overlaps: value === 'refuse' ? 'refuse' : 'flag' })}
          />
        }
      />
      <Row
        label={t('organisation.severalTimers')}
        hint={t('organisation.severalTimersHint')}
        control={
          <Switch
            aria-label={t('organisation.severalTimers')}
            checked={organisation.severalTimers}
            onChange={(event) => choose({ severalTimers: event.currentTarget.checked })}
          />
        }
      />
      <Row
        label={t('organisation.colleaguesSeeTime')}
        hint={t('organisation.colleaguesSeeTimeHint')}
        control={
          <Switch
            aria-label={t('organisation.colleaguesSeeTime')}
            checked={organisation.colleaguesSeeTime}
            onChange={(event) => choose({ colleaguesSeeTime: event.currentTarget.checked })}
          />
        }
      />
      {cases && (
        <Row
          label={t('organisation.casesNeedProject')}
          hint={t('organisation.casesNeedProjectHint')}
          control={
            <Switch
              aria-label={t('organisation.casesNeedProject')}
              checked={organisation.casesNeedProject}
              onChange={(event) => choose({ casesNeedProject: event.currentTarget.checked })}
            />
          }
        />
      )}
      {(['manager', 'employee'] as const).map((role) => (
        <Row
          key={role}
          label={t(`organisation.namesOffered.${role}`)}
          hint={t('organisation.namesOffered.hint')}
          control={
            <Select
              aria-label={t(`organisation.namesOffered.${role}`)}
              data={Reach.options.map((value) => ({ value, label: t(`organisation.reach.${value}`) }))}
              value={organisation.namesOffered[role]}
              allowDeselect={false}
              onChange={(value) => {
                const reach = Reach.parse(value)
                if (reach !== organisation.namesOffered[role])
                  choose({ namesOffered: { ...organisation.namesOffered, [role]: reach } })
              }}
              w={300}
            />
          }
        />
      ))}
      <Row
        label={t('organisation.pins')}
        hint={t('organisation.pinsHint')}
        control={
          <Switch
            aria-label={t('organisation.pins')}
            checked={organisation.pins}
            onChange={(event) => choose({ pins: event.currentTarget.checked })}
          />
        }
      />
    </Section>
  )
}

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
