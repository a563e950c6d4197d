// How a session is called: "Acme · Support".
import { useTranslation } from 'react-i18next'

// Right-to-left names must not turn the order of what stands beside them.
const isolated = (name: string) => (/[\u0590-\u08ff\ufb1d-\ufeff]/.test(name) ? `\u2068${name}\u2069` : name)

type Names = { customerName: string | null; categoryName: string | null }

export const sessionName = ({ customerName, categoryName }: Names, nothing: string): string => {
  const names = [customerName ?? '', categoryName ?? ''].filter((name) => name !== '')
  return names.length === 0 ? nothing : names.map(isolated).join(' · ')
}

export function useSessionName(): (names: Names) => string {
  const { t } = useTranslation('common')
  return (names) => sessionName(names, t('noCustomer'))
}
