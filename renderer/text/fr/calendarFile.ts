// French words of calendars as files.
import type { calendarFile as english } from '../en/calendarFile.ts'
import type { TextsLike } from '../textsLike.ts'

export const calendarFile = {
  menu: 'Fichier de calendrier',
  export: 'Exporter…',
  import: 'Importer…',
  exportTitle: 'Exporter le calendrier',
  exportText:
    'Un fichier iCalendar avec les réunions, les tâches et le temps enregistré, que d’autres calendriers savent lire. Une série qui touche ces jours est écrite en entier.',
  from: 'Du',
  to: 'Au',
  person: 'Calendrier de',
  emptyRange: 'Le dernier jour est avant le premier.',
  write: 'Exporter',
  cancel: 'Annuler',
  importTitle: 'Importer un calendrier',
  importText:
    'Choisissez un fichier iCalendar (.ics). Vous voyez ensuite ce que deviendrait chaque réunion et chaque tâche ; rien ne change sans votre accord.',
  choose: 'Choisir un fichier…',
  another: 'Autre fichier…',
  reading: 'Lecture de {{name}}…',
  stop: 'Annuler',
  read: '{{name}} : {{summary}}',
  state: 'Quoi',
  when: 'Quand',
  title: 'Titre',
  remarks: 'Remarques',
  kind: { meeting: 'Réunion', task: 'Tâche' },
  repeated: 'se répète',
  noDate: 'Sans date',
  ignored_one: '{{count}} autre partie du fichier n’est ni une réunion ni une tâche et n’est pas lue.',
  ignored_other:
    '{{count}} autres parties du fichier ne sont ni des réunions ni des tâches et ne sont pas lues.',
  more: 'Afficher {{count}} de plus',
  zones: 'Le fichier cite des fuseaux horaires inconnus. Lesquels est-ce ?',
  zone: '« {{name}} » est',
  nothing: 'Rien à importer.',
  run_one: 'Importer {{count}} ligne',
  run_other: 'Importer {{count}} lignes',
  done: 'Importé : {{summary}}.',
} satisfies TextsLike<typeof english>
