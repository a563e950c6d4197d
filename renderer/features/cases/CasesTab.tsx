// The Cases tab of a customer: the same list, of that customer alone.
import { useCallback, useMemo, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { CasesList } from './CasesList.tsx'
import type { CasesView } from './casesView.ts'
import { casesPath, casesViewFrom } from './casesView.ts'

export function CasesTab({ customer }: { customer: { id: string; name: string } }) {
  const { view: part = '' } = useParams<{ view?: string }>()
  const [, navigate] = useLocation()
  const [place, setPlace] = useState({ offset: 0, active: 0 })
  const view = useMemo(() => casesViewFrom(part), [part])
  const setView = useCallback(
    (next: CasesView) => navigate(`/customers/${customer.id}/cases${casesPath(next)}`, { replace: true }),
    [navigate, customer.id],
  )
  return <CasesList customer={customer} view={view} setView={setView} place={place} onPlace={setPlace} />
}
