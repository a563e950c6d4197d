// English words of the search in notes.
export const search = {
  title: 'Search',
  label: 'Search in notes',
  hint: 'All words must be in the note; the last may be just begun. “Words in quotes” stand side by side.',
  placeholder: 'What was it about?',
  clear: 'Clear the search',
  more: 'Load older ones',
  incomplete: 'Notes of earlier times are still being added to the search.',
  column: { when: 'When', who: 'Who', customer: 'Customer', category: 'Category', note: 'Note' },
  start: {
    title: 'Find a session by its note',
    text: 'Type a word or its beginning. The newest sessions come first; a row opens its day in the Diary.',
  },
  nothing: {
    title: 'Nothing found',
    text: 'No note has all the words of “{{text}}”.',
  },
}
