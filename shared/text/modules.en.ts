// What the modules are called in English (F12).
import type { ModuleName } from '../entities/module.ts'

export const modulesEn: Record<ModuleName, string> = {
  clientTimer: 'Client Timer',
  calendar: 'Calendar',
  opportunities: 'Opportunities',
  cases: 'Cases',
  packages: 'Packages',
  invoicing: 'Billing & Invoicing',
  approvals: 'Approvals',
  absence: 'Absence',
}
