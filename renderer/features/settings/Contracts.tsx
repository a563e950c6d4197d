// The dated versions of a user's contract, newest first, and the form that adds or changes one (B47, G7).
import { ActionIcon, Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { UserView } from '../../../shared/contract/directory.ts'
import type { Employment } from '../../../shared/entities/employment.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/format.ts'
import { ContractForm } from './ContractForm.tsx'
import classes from './settings.module.css'
import { StartDate } from './StartDate.tsx'

export function Contracts({ user }: { user: UserView }) {
  const { t } = useTranslation('settings')
  const { today } = useAppState()
  const [form, setForm] = useState<{ from: Employment | null } | null>(null)
  const versions = [...user.employments].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  const inForce = versions.find(({ validFrom }) => validFrom <= today)
  return (
    <section aria-label={t('contract.title')}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="xs">
        <div>
          <Title order={3}>{t('contract.title')}</Title>
          <Text size="sm" c="dimmed">
            {versions.length === 0 ? t('contract.none') : t('contract.lead')}
          </Text>
        </div>
        {form === null && (
          <Button
            variant="default"
            leftSection={<Plus size={16} />}
            style={{ flex: 'none' }}
            onClick={() => setForm({ from: null })}
          >
            {versions.length === 0 ? t('contract.addFirst') : t('contract.add')}
          </Button>
        )}
      </Group>
      {versions.length === 0 && form === null && <StartDate key={user.startDate} user={user} />}
      {form !== null && (
        <ContractForm
          // Another version to start from is another form.
          key={form.from?.id ?? 'new'}
          userId={user.id}
          versions={versions}
          edited={form.from}
          template={form.from ?? inForce ?? versions[0] ?? null}
          onClose={() => setForm(null)}
        />
      )}
      {versions.map((version) => (
        <Version
          key={version.id}
          version={version}
          inForce={version.id === inForce?.id}
          future={version.validFrom > today}
          onEdit={() => setForm({ from: version })}
        />
      ))}
    </section>
  )
}

type VersionProps = { version: Employment; inForce: boolean; future: boolean; onEdit: () => void }

function Version({ version, inForce, future, onEdit }: VersionProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const date = format.date(version.validFrom)
  const remove = useCommand('employment.remove', { undo: t('contract.deleted', { date }) })
  const week = version.expectedMinutes.reduce((sum, minutes) => sum + minutes, 0)
  const { wage } = version
  return (
    <div className={classes.version} data-contract={version.validFrom}>
      <Stack gap={1}>
        <Group gap={8}>
          <Text fw={600} className="num">
            {date}
          </Text>
          {inForce && (
            <Badge size="sm" variant="light" tt="none">
              {t('contract.current')}
            </Badge>
          )}
          {future && (
            <Badge size="sm" variant="default" tt="none">
              {t('contract.future')}
            </Badge>
          )}
        </Group>
        <Text size="sm">
          {[
            version.expectedMonthMinutes === null
              ? t('contract.perWeek', { total: format.duration(week * MINUTE_MS) })
              : t('contract.perMonth', { total: format.duration(version.expectedMonthMinutes * MINUTE_MS) }),
            t(`contract.wageText.${wage.kind}`, { amount: format.money(wage.amountMinor) }),
            version.extraHourMinor > 0
              ? t('contract.extraText', { amount: format.money(version.extraHourMinor) })
              : null,
            version.bonusMinor > 0
              ? t('contract.bonusText', { amount: format.money(version.bonusMinor) })
              : null,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </Text>
      </Stack>
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          c="var(--db-edit)"
          aria-label={t('contract.edit', { date })}
          title={t('contract.edit', { date })}
          onClick={onEdit}
        >
          <Pencil size={16} />
        </ActionIcon>
        <ActionIcon
          c="var(--db-stop)"
          aria-label={t('contract.delete', { date })}
          title={t('contract.delete', { date })}
          onClick={() => void remove.run({ employmentId: version.id })}
        >
          <Trash2 size={16} />
        </ActionIcon>
      </Group>
    </div>
  )
}
