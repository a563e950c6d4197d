// French words of the client log.
import type { clientLog as english } from '../en/clientLog.ts'
import type { TextsLike } from '../textsLike.ts'

export const clientLog = {
  tab: 'Suivi du temps',
  edit: 'Modifier le suivi du temps',
  title: 'Suivi client',
  add: 'Ajouter une ligne',
  lines_one: '{{count}} ligne',
  lines_other: '{{count}} lignes',
  total: 'Temps total',
  written_one: 'La ligne a été écrite.',
  written_other: '{{count}} lignes ont été écrites.',
  refused: 'non reprise',
  tooMany: 'Au plus {{most}} lignes se collent à la fois. Copiez-en moins, et collez de nouveau.',
  emptyTitle: 'Encore rien dans le suivi',
  emptyText: 'Ajoutez une ligne avec une date et une durée, ou collez des lignes d’un tableur.',
  yes: 'oui',
  no: 'non',
  column: {
    label: 'Libellé',
    date: 'Date',
    amount: 'Durée',
    user: 'Utilisateur',
    category: 'Catégorie',
    billable: 'Facturable',
  },
  problem: {
    labelTooLong: 'Un libellé compte au plus 10 000 caractères.',
    date: 'Ce n’est pas une date. Écrivez par exemple {{date}}.',
    amount: 'Ce n’est pas une durée. Écrivez par exemple 1:30, 2h 30min, 2,5 ou 90min.',
    amountMissing: 'Saisissez la durée.',
    user: 'Aucun utilisateur actif ne porte ce nom.',
    userKept:
      'Le temps enregistré reste à son utilisateur. Ajoutez une ligne pour l’autre, et supprimez celle-ci.',
    category: 'Aucune catégorie active ne porte ce nom.',
    billable: 'Écrivez oui ou non ; vide suit la catégorie.',
  },
} satisfies TextsLike<typeof english>
