// French words of the calendar.
import type { calendar as english } from '../en/calendar.ts'
import type { TextsLike } from '../textsLike.ts'

export const calendar = {
  title: 'Calendrier',
  view: 'Vue',
  views: { day: 'Jour', week: 'Semaine', month: 'Mois', agenda: 'Agenda' },
  previous: {
    day: 'Jour précédent',
    week: 'Semaine précédente',
    month: 'Mois précédent',
    agenda: 'Semaine précédente',
  },
  next: { day: 'Jour suivant', week: 'Semaine suivante', month: 'Mois suivant', agenda: 'Semaine suivante' },
  today: 'Aujourd’hui',
  people: 'Personnes',
  allDay: 'Journée',
  timed: 'Avec une heure',
  nothing: 'Rien dans ces jours.',
  empty:
    'Encore rien ici. Faites glisser sur une plage horaire, ou choisissez-en une au clavier, pour ajouter du temps, une réunion ou une tâche ; ou démarrez le chronomètre.',
  more: '{{count}} de plus',
  choose: 'Choisir une plage horaire',
  chosen:
    'Choisi : {{what}}. Les flèches la déplacent, avec Maj elles changent sa durée ; Entrée ajoute une saisie, une réunion ou une tâche, Échap quitte.',
  kind: {
    entry: 'saisie de temps',
    task: 'tâche en cours',
    timer: 'chronomètre',
    meeting: 'réunion',
    absence: 'absence demandée',
    holiday: 'jour férié',
  },
  absent: 'Absent',
  kindDone: {
    absence: 'absence',
    entry: 'saisie de temps avec son appel, terminé',
    task: 'tâche terminée',
  },
  timer: {
    running: 'chronomètre en cours',
    paused: 'chronomètre en pause',
    stopped: 'arrêté, pas encore enregistré',
  },
  meetingWith: 'avec {{people}}',
  repeated: 'se répète',
  logged: 'incluse comme saisie de temps',
  addWhat: 'Que faut-il ajouter',
  what: { entry: 'Saisie de temps', meeting: 'Réunion', task: 'Tâche' },
  callDone: 'Terminé',
  moved: 'Horaire modifié.',
  refused: 'Non déplacé',
  stays: '{{what}} ne peut pas être déplacé ici.',
  twice: 'Passage à l’heure d’hiver : {{time}} existe deux fois. Laquelle ?',
  twiceFirst: 'La première ({{offset}})',
  twiceSecond: 'La seconde ({{offset}})',
} satisfies TextsLike<typeof english>
