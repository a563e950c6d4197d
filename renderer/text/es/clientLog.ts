// Spanish words of the client log.
import type { clientLog as english } from '../en/clientLog.ts'
import type { TextsLike } from '../textsLike.ts'

export const clientLog = {
  tab: 'Control de tiempo',
  edit: 'Modificar control de tiempo',
  title: 'Registro del cliente',
  add: 'Añadir registro',
  lines_one: '{{count}} línea',
  lines_other: '{{count}} líneas',
  total: 'Tiempo total',
  written_one: 'Se ha guardado la línea.',
  written_other: 'Se han guardado {{count}} líneas.',
  refused: 'no aceptada',
  tooMany: 'Como máximo se pegan {{most}} líneas a la vez. Copie menos y vuelva a pegar.',
  emptyTitle: 'Aún no hay registros',
  emptyText: 'Añada una línea con fecha y tiempo, o pegue líneas de una hoja de cálculo.',
  yes: 'sí',
  no: 'no',
  column: {
    label: 'Concepto',
    date: 'Fecha',
    amount: 'Tiempo',
    user: 'Usuario',
    category: 'Categoría',
    billable: 'Facturable',
  },
  problem: {
    labelTooLong: 'Un concepto tiene como máximo 10.000 caracteres.',
    date: 'No es una fecha. Escríbala así: {{date}}.',
    amount: 'No es una cantidad de tiempo. Escríbala así: 1:30, 2h 30min, 2,5 o 90min.',
    amountMissing: 'Indique cuánto duró.',
    user: 'No hay ningún usuario activo con ese nombre.',
    userKept: 'El tiempo registrado no cambia de usuario. Añada una línea nueva para el otro y elimine esta.',
    category: 'No hay ninguna categoría activa con ese nombre.',
    billable: 'Escriba sí o no; vacío vale lo que indique la categoría.',
  },
} satisfies TextsLike<typeof english>
