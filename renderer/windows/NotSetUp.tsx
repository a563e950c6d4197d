// What a small window says before Daybook is set up.
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'

export function NotSetUp() {
  const { t } = useTranslation('welcome')
  return <EmptyState title={t('notSetUp')} text={t('notSetUpText')} />
}
