// French words of hours packages.
import type { packages as english } from '../en/packages.ts'
import type { TextsLike } from '../textsLike.ts'

export const packages = {
  tab: 'Forfaits d’heures',
  allocated: 'Heures achetées',
  remaining: 'Heures restantes',
  over: 'Dépassement',
  more: 'Forfaits d’heures',
  buy: 'Acheter des heures',
  correct: 'Corriger',
  roll: 'Reporter',
  delete: 'Supprimer',
  removed: 'Le forfait a été supprimé.',
  bought: 'Les heures ont été ajoutées.',
  corrected: 'Le forfait a été corrigé.',
  rolled: 'Les heures ont été reportées.',
  ledger: 'Mouvements',
  newest: 'Les {{shown}} lignes les plus récentes sur {{total}}.',
  left: 'Heures restantes : {{left}}',
  leftOver: 'Heures restantes épuisées, dépassement de {{over}}',
  level: {
    low: 'Plus de 80 % des heures sont consommées : il reste {{left}}.',
    used: '100 % des heures sont consommées.',
  },
  emptyTitle: 'Aucune heure achetée',
  emptyText:
    'Le temps facturable consomme les heures qu’un client a achetées d’avance, en commençant par le forfait le plus ancien.',
  column: {
    from: 'À partir du',
    hours: 'Heures',
    used: 'Consommées',
    left: 'Restantes',
    expires: 'Expiration',
    price: 'Prix',
    actions: 'Actions',
    date: 'Date',
    what: 'Quoi',
    reason: 'Motif',
  },
  kind: {
    buy: 'Achat',
    draw: 'Consommation',
    over: 'Dépassement',
    expire: 'Expiration',
    roll: 'Report',
    correct: 'Correction',
  },
  form: {
    hours: 'Heures',
    change: 'Heures en plus (− en moins)',
    hoursUnreadable: 'Ce ne sont pas des heures. Écrivez par exemple 10, 2,5 ou 1:30.',
    date: 'À partir du',
    expires: 'Expire après le',
    price: 'Prix',
    reason: 'Motif',
  },
} satisfies TextsLike<typeof english>
