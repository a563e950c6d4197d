// What the modules are called in German (F12).
import type { ModuleName } from '../entities/module.ts'

export const modulesDe: Record<ModuleName, string> = {
  clientTimer: 'Kunden-Timer',
  calendar: 'Kalender',
  opportunities: 'Verkaufschancen',
  cases: 'Fälle',
  packages: 'Stundenpakete',
  invoicing: 'Abrechnung',
  approvals: 'Freigaben',
  absence: 'Abwesenheit',
}
