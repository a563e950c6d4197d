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
  deviceTitle: 'Autoriser un appareil',
  deviceCode: 'Code affiché par l’appareil',
  deviceNext: 'Suivant',
  deviceFrom: 'Demande venue de l’adresse réseau',
  deviceWarning:
    'N’autorisez que si vous venez de lancer cela vous-même sur cet appareil et qu’il affiche le même code. Il travaillera alors dans l’équipe en votre nom.',
  deviceAllow: 'Autoriser',
  deviceDeny: 'Refuser',
  deviceAllowed: 'L’appareil est autorisé. Vous pouvez fermer cette page.',
  deviceDenied: 'L’appareil n’est pas autorisé.',
}
