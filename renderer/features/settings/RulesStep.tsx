// Step 1: which fields a session must have, how long it may be, expected hours; for one's profile or as the organisation's default (B1 to B3, F6).
import { ActionIcon, Button, Fieldset, Group, SegmentedControl, Stack, Switch, Text } from '@mantine/core'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { TimeRules } from '../../../shared/entities/rules.ts'
import { useAppState, useOrganisation, usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { MinutesField } from '../../ui/fields/MinutesField.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { MINUTE_RULES, problemsOf, REQUIRED_RULES, withoutRule, withRule } from './rulesDraft.ts'
import type { MinuteRule, RuleName } from './rulesDraft.ts'
import { ruleLabels, ruleText } from './ruleText.ts'
import classes from './settings.module.css'

export type RulesDraft = {
  scope: 'mine' | 'organisation'
  mine: Partial<TimeRules>
  organisation: TimeRules
  /** Fields whose text cannot be read. */
  unreadable: MinuteRule[]
  changed: boolean
  /** Grows when a value is set from outside of its field, so that the field shows it. */
  version: number
}

export const emptyDraft = (mine: Partial<TimeRules>, organisation: TimeRules): RulesDraft => ({
  scope: 'mine',
  mine,
  organisation,
  unreadable: [],
  changed: false,
  version: 0,
})

export type RulesStepProps = { draft: RulesDraft; onDraft: (draft: RulesDraft) => void; onNext: () => void }

export function RulesStep({ draft, onDraft, onNext }: RulesStepProps) {
  const { t } = useTranslation('settings')
  const { team } = useAppState()
  const permitted = usePermitted()
  const saved = useOrganisation().rules
  const [error, setError] = useState<AppError | null>(null)
  const saveMine = useCommand('rules.saveMine', { errors: 'return', undo: t('rules.saved') })
  const saveAll = useCommand('organisation.edit', { errors: 'return', undo: t('rules.savedOrganisation') })
  const mine = draft.scope === 'mine'
  // A profile lies over the organisation's saved rules, not over what is being typed for it.
  const inForce: TimeRules = mine ? { ...saved, ...draft.mine } : draft.organisation
  const problems = problemsOf(inForce)
  const labels = ruleLabels(t)

  const set = <N extends RuleName>(name: N, value: TimeRules[N]) => {
    const unreadable = draft.unreadable.filter((each) => each !== name)
    const next = mine
      ? { mine: withRule(draft.mine, name, value, saved) }
      : { organisation: { ...draft.organisation, [name]: value } }
    onDraft({ ...draft, ...next, unreadable, changed: true })
  }
  const typed = (name: MinuteRule, minutes: number | null | undefined) => {
    if (minutes === undefined)
      return onDraft({ ...draft, unreadable: [...new Set([...draft.unreadable, name])], changed: true })
    if (name === 'maxSessionMinutes' || name === 'expectedMonthMinutes') set(name, minutes)
    else set(name, minutes ?? 0)
  }
  const reset = (name: RuleName) =>
    onDraft({
      ...draft,
      mine: withoutRule(draft.mine, name),
      unreadable: draft.unreadable.filter((each) => each !== name),
      changed: true,
      version: draft.version + 1,
    })
  const submit = async () => {
    if (draft.unreadable.length > 0 || Object.keys(problems).length > 0) return
    const reply = mine
      ? await saveMine.run({ rules: draft.mine })
      : await saveAll.run({ rules: draft.organisation })
    if (!reply.ok) return setError(reply.error)
    setError(null)
    onDraft({ ...draft, changed: false })
  }
  const origin = (name: RuleName) =>
    mine && (
      <Origin
        name={name}
        overridden={name in draft.mine}
        saved={saved}
        label={labels[name]}
        onReset={() => reset(name)}
      />
    )

  return (
    <SubmitForm onSubmit={() => void submit()}>
      <Stack gap="sm">
        {team && permitted('organisation.edit') && (
          <Stack gap={4}>
            <SegmentedControl
              aria-label={t('rules.scope')}
              data={[
                { value: 'mine', label: t('rules.scopeMine') },
                { value: 'organisation', label: t('rules.scopeOrganisation') },
              ]}
              value={draft.scope}
              onChange={(value) =>
                onDraft({
                  ...draft,
                  scope: value === 'organisation' ? 'organisation' : 'mine',
                  unreadable: [],
                  version: draft.version + 1,
                })
              }
            />
            <Text size="sm" c="dimmed">
              {mine ? t('rules.scopeMineHint') : t('rules.scopeOrganisationHint')}
            </Text>
          </Stack>
        )}
        <Fieldset legend={t('rules.mandatory')}>
          {REQUIRED_RULES.map((name) => (
            <div key={name} className={classes.rule}>
              <Switch
                label={labels[name]}
                checked={inForce[name]}
                onChange={(event) => set(name, event.currentTarget.checked)}
              />
              {origin(name)}
            </div>
          ))}
        </Fieldset>
        {(['session', 'expected'] as const).map((group) => (
          <Fieldset key={group} legend={t(`rules.${group}`)}>
            <div className={classes.pair}>
              {MINUTE_RULES.filter((name) => name.includes('Session') === (group === 'session')).map(
                (name) => (
                  <div key={name}>
                    <MinutesField
                      key={`${draft.scope} ${draft.version}`}
                      label={labels[name]}
                      value={inForce[name]}
                      unit={name === 'minSessionMinutes' ? 'minutes' : 'hours'}
                      onChange={(minutes) => typed(name, minutes)}
                      {...(name === 'maxSessionMinutes' && { emptyText: t('rules.noLimit') })}
                      {...(name === 'expectedMonthMinutes' && { emptyText: t('rules.fromDays') })}
                      error={problems[name] === undefined ? null : t(`rules.${problems[name]}`)}
                      width="100%"
                    />
                    {origin(name)}
                  </div>
                ),
              )}
            </div>
          </Fieldset>
        ))}
        <Refusal error={error} onClose={() => setError(null)} />
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed" style={{ flex: '1 1 220px' }} role="status">
            {draft.changed ? t('rules.unsaved') : ''}
          </Text>
          <Group gap="sm">
            <Button type="submit" loading={saveMine.pending || saveAll.pending}>
              {t('rules.submit')}
            </Button>
            <Button variant="default" onClick={onNext}>
              {t('rules.next')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </SubmitForm>
  )
}

type OriginProps = {
  name: RuleName
  overridden: boolean
  saved: TimeRules
  label: string
  onReset: () => void
}

/** Where a rule comes from: the organisation, or this profile, with the way back. */
function Origin({ name, overridden, saved, label, onReset }: OriginProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const value = ruleText(t, name, saved[name], (minutes) => format.duration(minutes * MINUTE_MS))
  if (!overridden) return <span className={classes.origin}>{t('rules.fromOrganisation')}</span>
  return (
    <span className={classes.origin}>
      {t('rules.overridden', { value })}
      <ActionIcon
        size="sm"
        aria-label={t('rules.reset', { field: label })}
        title={t('rules.reset', { field: label })}
        onClick={onReset}
      >
        <Undo2 size={14} />
      </ActionIcon>
    </span>
  )
}
