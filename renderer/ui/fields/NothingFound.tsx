// What a list to search says when nothing in it fits what is typed: to the eye and to the ear.
import { useTranslation } from 'react-i18next'

export function NothingFound() {
  const { t } = useTranslation('common')
  return <span role="status">{t('select.nothing')}</span>
}
