// The German words of the server's own pages.
import type { WebWords } from './words.en.ts'

export const webWordsDe: WebWords = {
  lang: 'de',
  signInTitle: 'Anmelden',
  signInLead: 'Beim Daybook Ihres Teams.',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  signIn: 'Anmelden',
  accountTitle: 'Meine Anmeldung',
  signedInAs: 'Angemeldet als',
  openDaybook: 'Daybook öffnen',
  signOut: 'Abmelden',
  signOutEverywhere: 'Überall abmelden',
  everywhereHint:
    'In jedem Browser. Geräte mit der Daybook-App bleiben im Team; schließen Sie sie dort aus, unter Einstellungen, Team.',
  needsScript: 'Diese Seite braucht JavaScript. Schalten Sie es ein und laden Sie die Seite neu.',
  offline: 'Der Server ist nicht erreichbar. Versuchen Sie es noch einmal.',
  problemTitle: 'Das geht nicht',
}
