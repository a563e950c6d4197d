// What the modules are called in Spanish (F12).
import type { ModuleName } from '../entities/module.ts'

export const modulesEs: Record<ModuleName, string> = {
  clientTimer: 'Cronómetro de clientes',
  calendar: 'Calendario',
  opportunities: 'Oportunidades',
  cases: 'Casos',
  packages: 'Bonos de horas',
  invoicing: 'Facturación',
  approvals: 'Aprobaciones',
  absence: 'Ausencias',
}
