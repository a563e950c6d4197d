// The section of absences: the kinds with what each does (I1, I2), and what is carried over.
import { Badge, Menu, Switch, Text } from '@mantine/core'
import { CalendarOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AbsenceEffect } from '../../../shared/entities/absenceKind.ts'
import type { AbsenceKind } from '../../../shared/entities/absenceKind.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { NamedList } from '../../ui/list/NamedList.tsx'
import { NameRow } from '../../ui/list/NameRow.tsx'
import { OneOf } from '../../ui/list/OneOf.tsx'
import { useAttempts } from '../../ui/list/useAttempts.ts'
import { AddUsualKinds } from '../absence/AddUsualKinds.tsx'
import { CarryOverRow } from './CarryOverRow.tsx'
import { Row, Section } from './settingsSearch.tsx'

export function AbsenceSettings() {
  const { t } = useTranslation('settings')
  const { t: ta } = useTranslation('absence')
  const { t: tc } = useTranslation('common')
  const kinds = useRequest('absenceKind.list', {})
  const add = useCommand('absenceKind.add', {
    errors: 'return',
    undo: (_, { name }) => tc('list.added', { name: name.trim() }),
  })
  return (
    <Section id="absence" title={t('section.absence')} lead={t('lead.absence')}>
      <Row label={t('absence.kinds')} words={(kinds.data ?? []).map(({ name }) => name)}>
        <NamedList
          query={kinds}
          lead=""
          columns={[t('absence.effectTitle'), t('absence.vacation'), t('absence.needsApproval')]}
          add={{
            title: t('absence.add'),
            label: t('absence.newName'),
            placeholder: t('absence.placeholder'),
            onAdd: (name) => add.run({ name, effect: 'relieved' }),
          }}
          empty={{
            icon: <CalendarOff size={28} />,
            title: ta('empty.kindsTitle'),
            text: ta('empty.kindsText'),
            action: <AddUsualKinds variant="default" />,
          }}
          row={(kind) => <KindLine kind={kind} />}
        />
      </Row>
      <CarryOverRow />
    </Section>
  )
}

function KindLine({ kind }: { kind: AbsenceKind }) {
  const { t } = useTranslation('settings')
  const { t: tc } = useTranslation('common')
  const attempts = useAttempts()
  const { id: absenceKindId, name, active, effect, vacation, needsApproval } = kind
  const edit = useCommand('absenceKind.edit', { errors: 'return', undo: t('saved') })
  const remove = useCommand('absenceKind.remove', { errors: 'return', undo: tc('list.deleted', { name }) })
  const change = (values: Partial<Pick<AbsenceKind, 'effect' | 'vacation' | 'needsApproval'>>) =>
    void attempts.attempt(() => edit.run({ absenceKindId, ...values }))
  return (
    <NameRow
      name={name}
      active={active}
      attempts={attempts}
      marks={
        !active && (
          <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
            {tc('list.inactive')}
          </Text>
        )
      }
      cells={[
        <Badge key="effect" size="sm" variant="default" tt="none">
          {t(`absence.effect.${effect}`)}
        </Badge>,
        <Switch
          key="vacation"
          size="xs"
          aria-label={`${t('absence.vacation')}: ${name}`}
          checked={vacation}
          onChange={(event) => change({ vacation: event.currentTarget.checked })}
        />,
        <Switch
          key="approval"
          size="xs"
          aria-label={`${t('absence.needsApproval')}: ${name}`}
          checked={needsApproval}
          onChange={(event) => change({ needsApproval: event.currentTarget.checked })}
        />,
      ]}
      onRename={(to) => edit.run({ absenceKindId, name: to })}
      onActive={(to) => edit.run({ absenceKindId, active: to })}
      onRemove={() => remove.run({ absenceKindId })}
      menu={
        <>
          <Menu.Divider />
          <Menu.Label>{t('absence.effectTitle')}</Menu.Label>
          <OneOf
            options={AbsenceEffect.options.map((each) => [each, t(`absence.effect.${each}`)])}
            value={effect}
            onPick={(to) => change({ effect: to })}
          />
        </>
      }
    />
  )
}
