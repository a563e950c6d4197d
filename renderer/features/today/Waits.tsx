// What waits for a decision, for those who decide; and what of one's own days was rejected, with the reason (B49, I7).
import { Anchor, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useCurrentUser } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { APPROVALS_PATH, diaryPath } from '../diary/diaryAddress.ts'

export function Waits() {
  const { t } = useTranslation('today')
  const format = useFormat()
  const me = useCurrentUser()
  const { data } = useRequest('approval.count', {})
  const { waiting = 0, rejected = [] } = data ?? {}
  const [newest] = rejected
  if (waiting === 0 && newest === undefined) return null
  return (
    <Stack gap={4}>
      {waiting > 0 && (
        <Text size="sm">
          {t('approvals.waits', { count: waiting })}{' '}
          <Anchor component={Link} href={APPROVALS_PATH} size="sm" underline="always">
            {t('approvals.look')}
          </Anchor>
        </Text>
      )}
      {newest !== undefined && (
        <Text size="sm">
          {rejected.length === 1
            ? t('approvals.rejectedOwn', { date: format.date(newest.date) })
            : t('approvals.rejectedOwnMore', { date: format.date(newest.date), count: rejected.length - 1 })}
          {newest.reason !== '' && (
            <>
              {' – '}
              <bdi>{newest.reason}</bdi>
            </>
          )}{' '}
          <Anchor
            component={Link}
            href={diaryPath(newest.date.slice(0, 7), me.id)}
            size="sm"
            underline="always"
          >
            {t('approvals.lookOwn')}
          </Anchor>
        </Text>
      )}
    </Stack>
  )
}
