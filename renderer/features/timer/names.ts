// How a session is called: "Acme · Support".
import { useTranslation } from 'react-i18next'

type Names = { customerName: string | null; categoryName: string | null }

export const sessionName = ({ customerName, categoryName }: Names, nothing: string): string => {
  const names = [customerName, categoryName].filter((name) => name !== null && name !== '')
  return names.length === 0 ? nothing : names.join(' · ')
}

export function useSessionName(): (names: Names) => string {
  const { t } = useTranslation('common')
  return (names) => sessionName(names, t('noCustomer'))
}
