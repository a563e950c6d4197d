// Which page stands at which address; all but Today are fetched when first visited.
import { lazy } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { TodayPage } from '../features/today/TodayPage.tsx'

const CustomersPage = lazy(async () => ({
  default: (await import('../features/customers/CustomersPage.tsx')).CustomersPage,
}))
const CustomerPage = lazy(async () => ({
  default: (await import('../features/customers/CustomerPage.tsx')).CustomerPage,
}))
const DiaryPage = lazy(async () => ({ default: (await import('../features/diary/DiaryPage.tsx')).DiaryPage }))
const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/SettingsPage.tsx')).SettingsPage,
}))
const SearchPage = lazy(async () => ({
  default: (await import('../features/search/SearchPage.tsx')).SearchPage,
}))
const HistoryPage = lazy(async () => ({
  default: (await import('../features/history/HistoryPage.tsx')).HistoryPage,
}))

/** Pages read their own part of the address with wouter's useParams: customers/:id, diary/*, settings/:section. */
export function Routes() {
  return (
    <Switch>
      <Route path="/" component={TodayPage} />
      <Route path="/customers" component={CustomersPage} />
      <Route path="/customers/:id/:tab?" component={CustomerPage} />
      <Route path="/diary/*?" component={DiaryPage} />
      <Route path="/search/:text?" component={SearchPage} />
      <Route path="/settings/:section?" component={SettingsPage} />
      <Route path="/history" component={HistoryPage} />
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  )
}
