// French words of opportunities: the tab on a customer's page, and the field wherever time is put on one.
import type { opportunities as english } from '../en/opportunities.ts'
import type { TextsLike } from '../textsLike.ts'

export const opportunities = {
  tab: 'Opportunités',
  add: 'Ajouter une opportunité',
  newName: 'Nom de la nouvelle opportunité',
  placeholder: 'Par exemple Second site',
  count_one: '{{count}} opportunité',
  count_other: '{{count}} opportunités',
  column: {
    name: 'Nom',
    stage: 'Étape',
    value: 'Valeur',
    expected: 'Clôture prévue',
    status: 'Statut',
    time: 'Temps',
    yours: 'Votre temps',
    actions: 'Actions',
  },
  status: { Open: 'En cours', Won: 'Gagnée', Lost: 'Perdue' },
  nameOf: 'Nom de {{name}}',
  nameRequired: 'Saisissez un nom.',
  statusOf: 'Statut de {{name}}',
  stageOf: 'Étape de {{name}}',
  valueOf: 'Valeur de {{name}}',
  expectedOf: 'Clôture prévue de {{name}}',
  delete: 'Supprimer {{name}}',
  added: 'L’opportunité {{name}} a été ajoutée.',
  saved: 'L’opportunité {{name}} a été enregistrée.',
  became: {
    Won: 'L’opportunité {{name}} est gagnée.',
    Lost: 'L’opportunité {{name}} est perdue.',
    Open: 'L’opportunité {{name}} est de nouveau en cours.',
  },
  deleted: 'L’opportunité {{name}} a été supprimée.',
  empty: {
    title: 'Aucune opportunité pour l’instant',
    text: 'Une opportunité est ce que ce client pourrait acheter : avec une étape, une valeur et le jour prévu de la décision. Tant qu’elle est en cours, elle accepte du temps.',
  },
  field: { label: 'Opportunité', none: 'Sans opportunité' },
} satisfies TextsLike<typeof english>
