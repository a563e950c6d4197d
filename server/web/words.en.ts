// The English words of the server's own pages.

export const webWordsEn = {
  lang: 'en' as string,
  signInTitle: 'Sign in',
  signInLead: 'To your team’s Daybook.',
  email: 'E-mail address',
  password: 'Password',
  signIn: 'Sign in',
  accountTitle: 'My sign-in',
  signedInAs: 'Signed in as',
  openDaybook: 'Open Daybook',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  everywhereHint:
    'On every browser. Devices with the Daybook app stay in the team; revoke them there under Settings, Team.',
  needsScript: 'This page needs JavaScript. Switch it on, then load the page again.',
  offline: 'The server cannot be reached. Try again.',
  problemTitle: 'This does not work',
  code: 'Code of your second factor',
  codeHint: 'Six digits of your authenticator, or a recovery code.',
  setupText: 'Read this picture with an authenticator app, then enter the six digits that it shows.',
  pictureLabel: 'Picture for the authenticator; the same key stands below as text',
  secretLabel: 'Key, for typing:',
  recoveryTitle: 'Your recovery codes',
  recoveryText:
    'Keep them in a safe place: each lets you in once if you lose your authenticator. They are shown only now.',
  onward: 'I have kept them',
  factorTitle: 'Second factor',
  factorOff: 'Off: your password alone lets you in.',
  factorOn: 'On: beside your password a code of your authenticator is asked for.',
  recoveryLeft: 'Recovery codes left:',
  setUp: 'Set up…',
  turnOn: 'Turn on',
  renew: 'New recovery codes',
  turnOff: 'Turn off',
}
export type WebWords = typeof webWordsEn
