// What the modules are called in French (F12).
import type { ModuleName } from '../entities/module.ts'

export const modulesFr: Record<ModuleName, string> = {
  clientTimer: 'Chronomètre client',
  calendar: 'Calendrier',
  opportunities: 'Opportunités',
  cases: 'Tickets',
  packages: 'Forfaits d’heures',
  invoicing: 'Facturation',
  approvals: 'Approbations',
  absence: 'Absences',
}
