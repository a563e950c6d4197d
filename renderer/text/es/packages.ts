// Spanish words of hours packages.
import type { packages as english } from '../en/packages.ts'
import type { TextsLike } from '../textsLike.ts'

export const packages = {
  tab: 'Bonos',
  allocated: 'Horas contratadas',
  remaining: 'Horas restantes',
  over: 'Exceso',
  more: 'Bonos',
  buy: 'Comprar horas',
  correct: 'Corregir',
  roll: 'Traspasar',
  delete: 'Eliminar',
  removed: 'Se ha eliminado el bono.',
  bought: 'Se han añadido las horas.',
  corrected: 'Se ha corregido el bono.',
  rolled: 'Se han traspasado las horas.',
  ledger: 'Movimientos',
  newest: 'Las {{shown}} líneas más recientes de {{total}}.',
  left: 'Horas restantes: {{left}}',
  leftOver: 'Horas agotadas, exceso de {{over}}',
  level: {
    low: 'Se ha consumido más del 80 % de las horas: quedan {{left}}.',
    used: 'Se ha consumido el 100 % de las horas.',
  },
  emptyTitle: 'No se han comprado horas',
  emptyText:
    'El tiempo facturable se descuenta de las horas que el cliente compró por adelantado, primero del bono más antiguo.',
  column: {
    from: 'Desde',
    hours: 'Horas',
    used: 'Consumidas',
    left: 'Restantes',
    expires: 'Caduca',
    price: 'Precio',
    actions: 'Acciones',
    date: 'Fecha',
    what: 'Qué',
    reason: 'Motivo',
  },
  kind: {
    buy: 'Compra',
    draw: 'Consumo',
    over: 'Exceso',
    expire: 'Caducidad',
    roll: 'Traspaso',
    correct: 'Corrección',
  },
  form: {
    hours: 'Horas',
    change: 'Horas de más (− de menos)',
    hoursUnreadable: 'No son horas. Escríbalas así: 10, 2,5 o 1:30.',
    date: 'Desde',
    expires: 'Caduca después del',
    price: 'Precio',
    reason: 'Motivo',
  },
} satisfies TextsLike<typeof english>
