// French words of the search in notes.
import type { search as english } from '../en/search.ts'
import type { TextsLike } from '../textsLike.ts'

export const search = {
  title: 'Recherche',
  label: 'Rechercher dans les notes',
  hint: 'Trouve tous les mots ; le dernier peut être incomplet. Des "mots entre guillemets" comptent comme une expression.',
  placeholder: 'De quoi s’agissait-il ?',
  clear: 'Effacer la recherche',
  more: 'Charger des résultats plus anciens',
  onlyYours: 'La recherche porte sur vos notes uniquement.',
  thereAreMore: 'Il y en a d’autres.',
  incomplete: 'Des notes plus anciennes sont encore en cours d’ajout à la recherche.',
  column: { when: 'Quand', who: 'Qui', customer: 'Client', category: 'Catégorie', note: 'Note' },
  start: {
    title: 'Retrouver une session par sa note',
    text: 'Tapez un mot ou son début. Les sessions les plus récentes viennent en premier ; une ligne ouvre son jour dans le relevé d’heures.',
  },
  nothing: {
    title: 'Rien trouvé',
    text: 'Aucune note ne contient tous les mots de « {{text}} ».',
  },
} satisfies TextsLike<typeof english>
