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
}
export type WebWords = typeof webWordsEn
