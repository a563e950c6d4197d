// Which page stands at which address.
import { Route, Switch } from 'wouter'
import { useModule, usePermitted } from '../channel/AppState.tsx'
import { DAY_PATHS } from '../features/today/shownDay.ts'
import { TodayPage } from '../features/today/TodayPage.tsx'
import { GoTo } from '../ui/GoTo.tsx'
import * as pages from './pages.ts'

// One page, so that it stays while its filters change.
const CASES = /^\/cases(?:\/list(?:\/(?<view>[^/]*))?)?\/?$/

/** Pages read their own part of the address with wouter's useParams: customers/:id, diary/*, settings/:section. */
export function Routes() {
  const calendar = useModule('calendar')
  const absence = useModule('absence')
  const cases = useModule('cases')
  const permitted = usePermitted()
  const invoices = useModule('invoicing') && permitted('invoice.list')
  return (
    <Switch>
      {/* One page, so that it stays while a person goes from day to day. */}
      <Route path={DAY_PATHS} component={TodayPage} />
      <Route path="/customers" component={pages.CustomersPage.Component} />
      <Route path="/customers/:id/:tab?/:view?" component={pages.CustomerPage.Component} />
      {calendar && <Route path="/calendar/:view?/:date?/:people?" component={pages.CalendarPage.Component} />}
      <Route path="/diary/*?" component={pages.DiaryPage.Component} />
      {absence && <Route path="/absence/:year?/:id?" component={pages.AbsencePage.Component} />}
      <Route path="/working" component={pages.WorkingPage.Component} />
      {cases && <Route path={CASES} component={pages.CasesPage.Component} />}
      {cases && <Route path="/cases/:id/:tab?/:view?" component={pages.CasePage.Component} />}
      {invoices && <Route path="/invoices" component={pages.InvoicesPage.Component} />}
      {invoices && <Route path="/invoices/:id" component={pages.InvoicePage.Component} />}
      <Route path="/reports/:tab?/:view?" component={pages.ReportsPage.Component} />
      <Route path="/search/:text?" component={pages.SearchPage.Component} />
      <Route path="/settings/:section?" component={pages.SettingsPage.Component} />
      <Route path="/import" component={pages.ImportPage.Component} />
      <Route path="/history" component={pages.HistoryPage.Component} />
      <Route path="/attention" component={pages.AttentionPage.Component} />
      <Route>
        <GoTo path="/" />
      </Route>
    </Switch>
  )
}
