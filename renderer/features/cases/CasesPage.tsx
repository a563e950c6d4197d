// All cases: the list with its filters in the address, and New case.
import { useCallback, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { Page } from '../../ui/Page.tsx'
import { AddCase, CasesList } from './CasesList.tsx'
import { useCasesPlace } from './casesPlace.ts'
import type { CasesView } from './casesView.ts'
import { casesPath, casesViewFrom } from './casesView.ts'

const addressOf = (view: CasesView): string => {
  const part = casesPath(view)
  return part === '' ? '/cases' : `/cases/list${part}`
}

export function CasesPage() {
  const { t } = useTranslation('cases')
  const { view: part = '' } = useParams<{ view?: string }>()
  const [, navigate] = useLocation()
  const { place, look, stand } = useCasesPlace()
  const view = useMemo(() => casesViewFrom(part), [part])
  const address = addressOf(view)
  useEffect(() => look(address), [look, address])
  const setView = useCallback((next: CasesView) => navigate(addressOf(next), { replace: true }), [navigate])
  return (
    <Page title={t('title')} actions={<AddCase customer={null} />} fill>
      <CasesList customer={null} view={view} setView={setView} place={place} onPlace={stand} />
    </Page>
  )
}
