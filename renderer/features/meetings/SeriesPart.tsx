// Which part of a series a change is for, and what becomes of the time that its occurrences have in the log.
import { Radio, SegmentedControl, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MeetingView } from '../../../shared/contract/meeting.ts'
import type { Scope } from './meetingDraft.ts'

export function SeriesPart({ scope, onChange }: { scope: Scope; onChange: (scope: Scope) => void }) {
  const { t } = useTranslation('meetings')
  const scopes = ['one', 'following', 'all'] as const
  return (
    <Stack gap={4}>
      <SegmentedControl
        size="xs"
        aria-label={t('scope.label')}
        data={scopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
        value={scope}
        onChange={(value) => onChange(scopes.find((each) => each === value) ?? 'one')}
      />
      <Text size="sm" c="dimmed">
        {t(`scope.hint.${scope}`)}
      </Text>
    </Stack>
  )
}

/** How many log items a change of that part touches, and how many of them are settled. */
export function itemsOf({ logItems, repeat }: MeetingView, at: number, scope: Scope) {
  const touched = logItems.filter(
    (item) => repeat === '' || scope === 'all' || (scope === 'one' ? item.at === at : item.at >= at),
  )
  const sum = (of: (item: (typeof touched)[number]) => number): number =>
    touched.reduce((total, item) => total + of(item), 0)
  const fixed = sum((item) => item.fixed)
  return { open: sum(({ count }) => count) - fixed, fixed }
}

export type LoggedTimeProps = {
  open: number
  fixed: number
  stay: boolean
  onChange: (stay: boolean) => void
}

export function LoggedTime({ open, fixed, stay, onChange }: LoggedTimeProps) {
  const { t } = useTranslation('meetings')
  if (open + fixed === 0) return null
  return (
    <Stack gap={4}>
      {open > 0 && (
        <Radio.Group
          label={t('fate.label', { count: open })}
          value={stay ? 'stay' : 'follow'}
          onChange={(next) => onChange(next === 'stay')}
        >
          <Stack gap={4} mt={4}>
            <Radio value="follow" label={t('fate.follow')} />
            <Radio value="stay" label={t('fate.stay')} />
          </Stack>
        </Radio.Group>
      )}
      {fixed > 0 && (
        <Text size="sm" c="dimmed">
          {t('fate.fixed', { count: fixed })}
        </Text>
      )}
    </Stack>
  )
}
