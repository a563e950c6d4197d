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
  code: 'Code Ihres zweiten Faktors',
  codeHint: 'Sechs Ziffern Ihrer Authenticator-App oder ein Wiederherstellungscode.',
  setupText:
    'Lesen Sie dieses Bild mit einer Authenticator-App ein und geben Sie dann die sechs Ziffern ein, die sie zeigt.',
  pictureLabel: 'Bild für die Authenticator-App; derselbe Schlüssel steht darunter als Text',
  secretLabel: 'Schlüssel zum Abtippen:',
  recoveryTitle: 'Ihre Wiederherstellungscodes',
  recoveryText:
    'Bewahren Sie sie sicher auf: Jeder gilt einmal, falls Sie Ihre Authenticator-App verlieren. Sie werden nur jetzt gezeigt.',
  onward: 'Ich habe sie aufbewahrt',
  factorTitle: 'Zweiter Faktor',
  factorOff: 'Aus: Ihr Passwort allein genügt.',
  factorOn: 'Ein: Neben dem Passwort wird ein Code Ihrer Authenticator-App verlangt.',
  recoveryLeft: 'Verbleibende Wiederherstellungscodes:',
  setUp: 'Einrichten…',
  turnOn: 'Einschalten',
  renew: 'Neue Wiederherstellungscodes',
  turnOff: 'Ausschalten',
  deviceTitle: 'Ein Gerät zulassen',
  deviceCode: 'Code, den das Gerät zeigt',
  deviceNext: 'Weiter',
  deviceFrom: 'Es fragte von der Netzwerkadresse',
  deviceWarning:
    'Lassen Sie es nur zu, wenn Sie dies gerade selbst an diesem Gerät begonnen haben und es denselben Code zeigt. Es arbeitet dann im Team als Sie.',
  deviceAllow: 'Zulassen',
  deviceDeny: 'Nicht zulassen',
  deviceAllowed: 'Das Gerät ist zugelassen. Sie können diese Seite schließen.',
  deviceDenied: 'Das Gerät ist nicht zugelassen.',
}
