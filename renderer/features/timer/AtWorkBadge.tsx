// The At Work badge: somebody has an active session here (B24).
import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './AtWork.module.css'

export function AtWorkBadge({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('timer')
  const who = names.length === 0 ? t('atWork.badge') : t('atWork.badgeBy', { names: names.join(', ') })
  return (
    <Badge
      className={classes.atWork}
      variant="light"
      size="sm"
      radius="sm"
      title={who}
      leftSection={<span className={classes.dot} />}
    >
      {t('atWork.badge')}
    </Badge>
  )
}
