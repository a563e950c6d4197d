// Spanish words of calendars as files.
import type { calendarFile as english } from '../en/calendarFile.ts'
import type { TextsLike } from '../textsLike.ts'

export const calendarFile = {
  menu: 'Archivo de calendario',
  export: 'Exportar…',
  import: 'Importar…',
  exportTitle: 'Exportar el calendario',
  exportText:
    'Un archivo iCalendar con reuniones, tareas y tiempo registrado, que otros calendarios pueden leer. Una serie que toca estos días se exporta entera.',
  from: 'Desde',
  to: 'Hasta',
  person: 'Calendario de',
  emptyRange: 'El último día es anterior al primero.',
  write: 'Exportar',
  cancel: 'Cancelar',
  importTitle: 'Importar un calendario',
  importText:
    'Elija un archivo iCalendar (.ics). Verá entonces qué pasaría con cada reunión y cada tarea; no cambia nada hasta que usted lo confirme.',
  choose: 'Elegir un archivo…',
  another: 'Otro archivo…',
  reading: 'Leyendo {{name}}…',
  stop: 'Cancelar',
  read: '{{name}}: {{summary}}',
  state: 'Qué',
  when: 'Cuándo',
  title: 'Título',
  remarks: 'Observaciones',
  kind: { meeting: 'Reunión', task: 'Tarea' },
  repeated: 'se repite',
  noDate: 'Sin fecha',
  ignored_one: 'Otra parte del archivo no es una reunión ni una tarea y no se lee.',
  ignored_other: 'Otras {{count}} partes del archivo no son reuniones ni tareas y no se leen.',
  more: 'Mostrar {{count}} más',
  zones: 'El archivo nombra zonas horarias que no se conocen. ¿Cuáles son?',
  zone: '«{{name}}» es',
  nothing: 'Nada que importar.',
  run_one: 'Importar {{count}} línea',
  run_other: 'Importar {{count}} líneas',
  done: 'Importado: {{summary}}.',
} satisfies TextsLike<typeof english>
