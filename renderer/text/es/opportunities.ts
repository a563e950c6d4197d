// Spanish words of opportunities.
import type { opportunities as english } from '../en/opportunities.ts'
import type { TextsLike } from '../textsLike.ts'

export const opportunities = {
  tab: 'Oportunidades',
  add: 'Añadir oportunidad',
  newName: 'Nombre de la nueva oportunidad',
  placeholder: 'Por ejemplo, segunda sede',
  count_one: '{{count}} oportunidad',
  count_other: '{{count}} oportunidades',
  column: {
    name: 'Nombre',
    stage: 'Etapa',
    value: 'Valor',
    expected: 'Cierre previsto',
    status: 'Estado',
    time: 'Tiempo',
    yours: 'Su tiempo',
    actions: 'Acciones',
  },
  status: { Open: 'Abierta', Won: 'Ganada', Lost: 'Perdida' },
  nameOf: 'Nombre de {{name}}',
  nameRequired: 'Introduzca un nombre.',
  statusOf: 'Estado de {{name}}',
  stageOf: 'Etapa de {{name}}',
  valueOf: 'Valor de {{name}}',
  expectedOf: 'Cierre previsto de {{name}}',
  delete: 'Eliminar {{name}}',
  added: 'Se ha añadido {{name}}.',
  saved: 'Se ha guardado {{name}}.',
  became: {
    Won: '{{name}}: ganada.',
    Lost: '{{name}}: perdida.',
    Open: '{{name}}: abierta de nuevo.',
  },
  deleted: 'Se ha eliminado {{name}}.',
  empty: {
    title: 'Aún no hay oportunidades',
    text: 'Una oportunidad es algo que este cliente puede comprar: con una etapa, un valor y el día en que se espera la decisión. Mientras está abierta, se le puede imputar tiempo.',
  },
  field: { label: 'Oportunidad', none: 'Sin oportunidad' },
} satisfies TextsLike<typeof english>
