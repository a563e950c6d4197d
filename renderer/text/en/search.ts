// English words of the search in notes.
export const search = {
  title: 'Search',
  label: 'Search in notes',
  hint: 'Matches all words; the last may be incomplete. “Words in quotes” match as a phrase.',
  placeholder: 'What was it about?',
  clear: 'Clear the search',
  more: 'Load older results',
  onlyYours: 'Only your own notes are searched.',
  thereAreMore: 'There are more.',
  incomplete: 'Older notes are still being added to the search.',
  column: { when: 'When', who: 'Who', customer: 'Customer', category: 'Category', note: 'Note' },
  start: {
    title: 'Find a session by its note',
    text: 'Type a word or its beginning. The newest sessions come first; a row opens its day in the Diary.',
  },
  nothing: {
    title: 'Nothing found',
    text: 'No note contains all the words of “{{text}}”.',
  },
}
