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
  code: 'Code de votre second facteur',
  codeHint: 'Les six chiffres de votre application d’authentification, ou un code de secours.',
  setupText:
    'Scannez cette image avec une application d’authentification, puis saisissez les six chiffres affichés.',
  pictureLabel: 'Image pour l’application d’authentification ; la même clé figure dessous en toutes lettres',
  secretLabel: 'Clé à saisir :',
  recoveryTitle: 'Vos codes de secours',
  recoveryText:
    'Gardez-les en lieu sûr : chacun sert une fois si vous perdez votre application d’authentification. Ils ne s’affichent que maintenant.',
  onward: 'Je les ai conservés',
  factorTitle: 'Second facteur',
  factorOff: 'Désactivé : votre mot de passe suffit pour entrer.',
  factorOn: 'Activé : en plus du mot de passe, un code de votre application est demandé.',
  recoveryLeft: 'Codes de secours restants :',
  setUp: 'Configurer…',
  turnOn: 'Activer',
  renew: 'Nouveaux codes de secours',
  turnOff: 'Désactiver',
}
