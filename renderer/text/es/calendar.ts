// Spanish words of the calendar.
import type { calendar as english } from '../en/calendar.ts'
import type { TextsLike } from '../textsLike.ts'

export const calendar = {
  title: 'Calendario',
  view: 'Vista',
  views: { day: 'Día', week: 'Semana', month: 'Mes', agenda: 'Agenda' },
  previous: {
    day: 'Día anterior',
    week: 'Semana anterior',
    month: 'Mes anterior',
    agenda: 'Semana anterior',
  },
  next: {
    day: 'Día siguiente',
    week: 'Semana siguiente',
    month: 'Mes siguiente',
    agenda: 'Semana siguiente',
  },
  today: 'Hoy',
  people: 'Personas',
  allDay: 'Todo el día',
  timed: 'Con hora',
  nothing: 'No hay nada en estos días.',
  empty:
    'Aún no hay nada. Arrastre sobre un intervalo, o elíjalo con el teclado, para añadir tiempo, una reunión o una tarea; o inicie el cronómetro.',
  more: '+{{count}} más',
  choose: 'Elegir un intervalo',
  chosen:
    'Elegido: {{what}}. Las flechas lo mueven, con Mayús cambian su duración; Intro añade un registro, una reunión o una tarea, Esc sale.',
  kind: {
    entry: 'registro de tiempo',
    task: 'tarea pendiente',
    timer: 'cronómetro',
    meeting: 'reunión',
    absence: 'ausencia solicitada',
    holiday: 'festivo',
  },
  absent: 'Ausente',
  kindDone: { absence: 'ausencia', entry: 'registro de tiempo con su llamada, hecha', task: 'tarea, hecha' },
  timer: {
    running: 'cronómetro en marcha',
    paused: 'cronómetro en pausa',
    stopped: 'detenido, aún sin registrar',
  },
  meetingWith: 'con {{people}}',
  repeated: 'se repite',
  logged: 'incluida en los registros',
  addWhat: 'Qué añadir',
  what: { entry: 'Registro de tiempo', meeting: 'Reunión', task: 'Tarea' },
  callDone: 'Hecha',
  moved: 'Hora cambiada.',
  refused: 'No se ha movido',
  stays: '{{what}} no se puede mover aquí.',
  twice: 'En ese momento se atrasan los relojes y las {{time}} ocurren dos veces. ¿Cuál de ellas?',
  twiceFirst: 'La primera ({{offset}})',
  twiceSecond: 'La segunda ({{offset}})',
} satisfies TextsLike<typeof english>
