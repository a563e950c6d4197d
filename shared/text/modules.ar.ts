// What the modules are called in Arabic (F12).
import type { ModuleName } from '../entities/module.ts'

export const modulesAr: Record<ModuleName, string> = {
  clientTimer: 'مؤقت العملاء',
  calendar: 'التقويم',
  opportunities: 'الفرص',
  cases: 'القضايا',
  packages: 'باقات الساعات',
  invoicing: 'الفوترة',
  approvals: 'الاعتمادات',
  absence: 'الغياب',
}
