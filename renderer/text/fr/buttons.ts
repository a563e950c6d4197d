// French words of the button bar.
import type { buttons as english } from '../en/buttons.ts'
import type { TextsLike } from '../textsLike.ts'

export const buttons = {
  bar: 'Boutons',
  arrange: 'Organiser les boutons',
  arranged: 'Les boutons ont été réorganisés.',
  lead: 'Ces boutons se trouvent au-dessus du calendrier et sur Aujourd’hui, pour vous seul. Faites-les glisser dans l’ordre voulu.',
  none: 'Aucun bouton. Ajoutez-en ci-dessous.',
  act: {
    start: 'Démarrer le chronomètre',
    pause: 'Mettre en pause',
    resume: 'Reprendre le chronomètre',
    stop: 'Arrêter le chronomètre',
    startLast: 'Reprendre le dernier',
    newEntry: 'Nouvelle saisie',
    newMeeting: 'Nouvelle réunion',
    newTask: 'Nouvelle tâche',
    favourite: 'Favori',
  },
  gone: 'Client qui n’est plus actif',
  moveNamed: 'Déplacer {{name}}',
  removeNamed: 'Retirer {{name}}',
  addNamed: 'Ajouter {{name}}',
  favourite: 'Favori',
  addFavourite: 'Ajouter un favori',
  reset: 'Revenir aux boutons habituels',
  done: 'Terminé',
  drag: {
    how: 'Appuyez sur Espace pour saisir un bouton, sur les flèches pour le déplacer, sur Espace pour le déposer, sur Échap pour le laisser à sa place.',
    start: '{{name}} saisi, {{place}} sur {{all}}.',
    over: '{{name}} est maintenant {{place}} sur {{all}}.',
    end: '{{name}} déposé, {{place}} sur {{all}}.',
    cancel: '{{name}} reste à sa place.',
  },
} satisfies TextsLike<typeof english>
