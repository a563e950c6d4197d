// The pages beyond the first screen: each is fetched when first visited, or when somebody is about to go there.
import { lazy } from 'react'
import type { ComponentType } from 'react'
import { getI18n } from 'react-i18next'
import { fetchWords } from '../text/i18n.ts'

type Page = { Component: ComponentType; ahead: () => void }

/** With its words, so that it waits once: a page that waits again is held back for a moment each time. */
function page(fetch: () => Promise<ComponentType>): Page {
  const whole = async () => {
    const [Component] = await Promise.all([fetch(), fetchWords(getI18n().language)])
    return { default: Component }
  }
  // A failure is told by the page itself, which asks again.
  return { Component: lazy(whole), ahead: () => void whole().catch(() => undefined) }
}

export const CustomersPage = page(
  async () => (await import('../features/customers/CustomersPage.tsx')).CustomersPage,
)
export const CustomerPage = page(
  async () => (await import('../features/customers/CustomerPage.tsx')).CustomerPage,
)
export const CalendarPage = page(
  async () => (await import('../features/calendar/CalendarPage.tsx')).CalendarPage,
)
export const DiaryPage = page(async () => (await import('../features/diary/DiaryPage.tsx')).DiaryPage)
export const AbsencePage = page(async () => (await import('../features/absence/AbsencePage.tsx')).AbsencePage)
export const WorkingPage = page(async () => (await import('../features/diary/WorkingPage.tsx')).WorkingPage)
export const SettingsPage = page(
  async () => (await import('../features/settings/SettingsPage.tsx')).SettingsPage,
)
export const SearchPage = page(async () => (await import('../features/search/SearchPage.tsx')).SearchPage)
export const InvoicesPage = page(
  async () => (await import('../features/invoices/InvoicesPage.tsx')).InvoicesPage,
)
export const InvoicePage = page(
  async () => (await import('../features/invoices/InvoicePage.tsx')).InvoicePage,
)
export const CasesPage = page(async () => (await import('../features/cases/CasesPage.tsx')).CasesPage)
export const CasePage = page(async () => (await import('../features/cases/CasePage.tsx')).CasePage)
export const ReportsPage = page(async () => (await import('../features/reports/ReportsPage.tsx')).ReportsPage)
export const ImportPage = page(async () => (await import('../features/timeImport/ImportPage.tsx')).ImportPage)
export const HistoryPage = page(async () => (await import('../features/history/HistoryPage.tsx')).HistoryPage)
export const AttentionPage = page(
  async () => (await import('../features/history/AttentionPage.tsx')).AttentionPage,
)
