// The French words of the server's own pages.
import type { WebWords } from './words.en.ts'

export const webWordsFr: WebWords = {
  lang: 'fr',
  signInTitle: 'Connexion',
  signInLead: 'Au Daybook de votre équipe.',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  signIn: 'Se connecter',
  accountTitle: 'Ma connexion',
  signedInAs: 'Connecté en tant que',
  openDaybook: 'Ouvrir Daybook',
  signOut: 'Se déconnecter',
  signOutEverywhere: 'Se déconnecter partout',
  everywhereHint:
    'Dans tous les navigateurs. Les appareils avec l’application Daybook restent dans l’équipe ; excluez-les depuis Paramètres, Équipe.',
  needsScript: 'Cette page a besoin de JavaScript. Activez-le, puis rechargez la page.',
  offline: 'Le serveur est injoignable. Réessayez.',
  problemTitle: 'Cela ne fonctionne pas',
}
