// What the modules are called in Polish (F12).
import type { ModuleName } from '../entities/module.ts'

export const modulesPl: Record<ModuleName, string> = {
  clientTimer: 'Licznik klienta',
  calendar: 'Kalendarz',
  opportunities: 'Szanse sprzedaży',
  cases: 'Sprawy',
  packages: 'Pakiety godzin',
  invoicing: 'Rozliczenia i faktury',
  approvals: 'Zatwierdzanie',
  absence: 'Nieobecności',
}
