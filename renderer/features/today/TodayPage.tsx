// Today: what runs, the day as a list, and its totals.
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'

export function TodayPage() {
  const { t } = useTranslation('common')
  return <Page title={t('nav.today')}>{null}</Page>
}
