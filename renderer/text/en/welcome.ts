// English words of the first screen.
export const welcome = {
  title: 'Welcome to Daybook',
  intro: 'Everything stays on this computer. You can change all of it later.',
  yourName: 'Your name',
  organisation: 'Organisation',
  organisationHint: 'Your firm, or your own name.',
  zone: 'Time zone',
  currency: 'Currency',
  firstCustomer: 'First customer (optional)',
  firstCustomerHint: 'For whom will you work first?',
  begin: 'Begin',
  sampleTitle: 'Only looking around?',
  sampleText:
    'Load a sample firm: 12 people, 60 customers and two years of time. Use another data folder for real work.',
  sampleLoad: 'Load sample data',
  sampleLoading: 'Writing two years of entries…',
  notSetUp: 'Daybook is not set up yet',
  notSetUpText: 'Open the main window and say who you are.',
  readBackTitle: 'Restore an export',
  readBackText:
    'Do you have an archive of everything that another Daybook exported? Choose it and carry on from there.',
  readBackChoose: 'Choose the archive…',
  readBackReading: 'Restoring …',
  readBackRows: '{{done}} of {{total}}',
  readBackCounting: 'Counting and checking the figures …',
}
