// Which tool a table comes from, and which of its columns holds what: told by the set of its headers, never by their order.
import { fold } from '../../base/text.ts'
import type { ImportField, ImportSource } from '../../contract/timeImport.ts'
import { IMPORT_FIELDS } from '../../contract/timeImport.ts'

export type Columns = Partial<Record<ImportField, string>>

/** How headers are compared: without case, accents, and what stands between their words. */
export const headerKey = (header: string): string =>
  fold(header)
    .replaceAll(/[\s_\-./?:]+/g, ' ')
    .trim()

/** What columns are called, in the languages that tools write them in; what stands first is taken first. */
const CALLED: Record<ImportField, readonly string[]> = {
  startDate: [
    'start date',
    'date',
    'datum',
    'day',
    'tag',
    'local date',
    'startdatum',
    'fecha',
    'data',
    'dag',
  ],
  startTime: [
    'start time',
    'start',
    'from',
    'von',
    'begin',
    'beginn',
    'startzeit',
    'time in',
    'de',
    'desde',
    'da',
    'van',
    'od',
    'debut',
  ],
  endDate: ['end date', 'stop date', 'enddatum'],
  endTime: [
    'end time',
    'stop time',
    'end',
    'stop',
    'to',
    'bis',
    'ende',
    'endzeit',
    'time out',
    'a',
    'hasta',
    'fin',
    'tot',
    'do',
  ],
  duration: [
    'duration (h)',
    'duration',
    'dauer',
    'hours',
    'stunden',
    'time (h)',
    'time (hours)',
    'duration (decimal)',
    'duration minutes',
    'minutes',
    'minuten',
    'duree',
    'duracion',
    'durata',
    'duur',
    'czas trwania',
  ],
  person: [
    'user',
    'user name',
    'first name',
    'employee',
    'name',
    'person',
    'member',
    'staff',
    'vorname',
    'benutzer',
    'mitarbeiter',
    'utilisateur',
    'usuario',
    'utente',
    'gebruiker',
    'uzytkownik',
  ],
  surname: ['last name', 'nachname', 'surname'],
  email: ['email', 'e mail', 'user email', 'mail', 'email address'],
  customer: [
    'client',
    'customer',
    'kunde',
    'client name',
    'customer name',
    'contact',
    'cliente',
    'klant',
    'klient',
    'account',
  ],
  project: ['project', 'projekt', 'project name', 'projet', 'proyecto', 'progetto'],
  projectCode: ['project code', 'projektcode', 'project number', 'projektnummer'],
  category: [
    'task',
    'activity',
    'category',
    'work code',
    'tatigkeit',
    'aktivitat',
    'kategorie',
    'aufgabe',
    'activite',
    'tache',
    'actividad',
    'tarea',
    'attivita',
    'activiteit',
    'taak',
    'service item',
  ],
  tags: ['tags', 'labels', 'schlagworte', 'schlagworter', 'mots cles', 'etiquetas', 'etichette', 'tagi'],
  note: [
    'description',
    'notes',
    'note',
    'comment',
    'comments',
    'annotation',
    'beschreibung',
    'notiz',
    'notizen',
    'bemerkung',
    'kommentar',
    'descripcion',
    'descrizione',
    'omschrijving',
    'opis',
    'memo',
  ],
  reference: [
    'reference',
    'referenz',
    'ticket',
    'issue',
    'issue key',
    'order',
    'external reference url',
    'external reference',
    'reference number',
    'ticket number',
  ],
  billable: ['billable', 'abrechenbar', 'verrechenbar', 'facturable', 'fatturabile', 'factureerbaar'],
}

type Layout = {
  source: ImportSource
  /** All of these groups must be there, each by one of its names. */
  needs: readonly (readonly string[])[]
  /** None of these may be there. */
  lacks?: readonly string[]
  /** Where its columns are not called as elsewhere; null: it has no such column. */
  columns?: Partial<Record<ImportField, readonly string[] | null>>
}

/** The first that fits. */
const LAYOUTS: readonly Layout[] = [
  {
    source: 'clockify',
    needs: [['start date'], ['duration (h)', 'duration (decimal)']],
    columns: { reference: null },
  },
  { source: 'toggl', needs: [['start date'], ['start time'], ['duration']] },
  {
    source: 'solidtime',
    needs: [['start'], ['end'], ['user name', 'user email'], ['client'], ['description']],
    columns: { startDate: null },
  },
  {
    source: 'harvest',
    needs: [['date'], ['hours'], ['project code', 'last name', 'billable rate']],
    lacks: ['start time'],
    columns: { startTime: null, endTime: null, endDate: null },
  },
  {
    source: 'hamster',
    needs: [
      ['activity', 'tatigkeit', 'aktivitat', 'activite', 'actividad'],
      ['start time', 'startzeit', 'heure de debut', 'hora de inicio'],
      ['duration minutes', 'dauer in minuten', 'duree en minutes', 'duracion en minutos'],
    ],
    columns: {
      startDate: null,
      startTime: ['start time', 'startzeit', 'heure de debut', 'hora de inicio'],
      endTime: ['end time', 'endzeit', 'heure de fin', 'hora de fin'],
      duration: ['duration minutes', 'dauer in minuten', 'duree en minutes', 'duracion en minutos'],
      // What somebody does is its kind of work; what it belongs to is whom it is for.
      category: ['activity', 'tatigkeit', 'aktivitat', 'activite', 'actividad'],
      customer: ['category', 'kategorie', 'categorie', 'categoria'],
    },
  },
  {
    source: 'kimai',
    needs: [
      ['date', 'datum', 'fecha', 'data'],
      ['from', 'von', 'de', 'desde', 'da', 'van', 'od', 'begin', 'beginn'],
      ['to', 'bis', 'a', 'hasta', 'tot', 'do', 'end', 'ende', 'fin'],
      ['customer', 'kunde', 'client', 'cliente', 'klant', 'klient'],
      ['activity', 'tatigkeit', 'aktivitat', 'activite', 'actividad', 'attivita', 'activiteit'],
    ],
    columns: {
      person: ['name', 'user', 'benutzer', 'utilisateur', 'usuario', 'utente', 'gebruiker'],
      category: CALLED.category.filter(
        (name) => !['task', 'category', 'kategorie', 'aufgabe'].includes(name),
      ),
    },
  },
]

/** Where the table comes from, and what its columns hold as far as they say it. */
export function recognise(
  headers: readonly string[],
  source?: ImportSource,
): { source: ImportSource; columns: Columns } {
  const keys = new Map<string, string>()
  for (const header of headers) if (!keys.has(headerKey(header))) keys.set(headerKey(header), header)
  const layout =
    source === undefined
      ? LAYOUTS.find((each) => fits(each, keys))
      : LAYOUTS.find((each) => each.source === source)
  const columns: Columns = {}
  const taken = new Set<string>()
  for (const field of IMPORT_FIELDS) {
    const own = layout?.columns?.[field]
    if (own === null) continue
    const header = (own ?? CALLED[field])
      .map((name) => keys.get(headerKey(name)))
      .find((found) => found !== undefined && !taken.has(found))
    if (header === undefined) continue
    columns[field] = header
    taken.add(header)
  }
  return { source: source ?? layout?.source ?? 'csv', columns }
}

const fits = ({ needs, lacks = [] }: Layout, keys: ReadonlyMap<string, string>): boolean =>
  needs.every((group) => group.some((name) => keys.has(headerKey(name)))) &&
  !lacks.some((name) => keys.has(headerKey(name)))

/** Can time be made of these columns: a start with an end or a length, or a day and a length? */
export const sufficient = (columns: Columns): boolean => {
  const begins = columns.startDate !== undefined || columns.startTime !== undefined
  return (
    begins &&
    (columns.duration !== undefined || (columns.startTime !== undefined && columns.endTime !== undefined))
  )
}

/** The unit of plain numbers in a column of lengths. */
export const unitOf = (header: string): 'hours' | 'minutes' | 'seconds' =>
  /minut/.test(headerKey(header)) ? 'minutes' : /second|sekund/.test(headerKey(header)) ? 'seconds' : 'hours'
