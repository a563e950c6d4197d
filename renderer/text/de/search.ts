// German words of the search in notes.
import type { search as english } from '../en/search.ts'

export const search: typeof english = {
  title: 'Suche',
  label: 'In Notizen suchen',
  hint: 'Findet alle Wörter; das letzte darf unvollständig sein. „Wörter in Anführungszeichen“ gelten als Ausdruck.',
  placeholder: 'Worum ging es?',
  clear: 'Suche leeren',
  more: 'Ältere laden',
  onlyYours: 'Gesucht wird nur in Ihren eigenen Notizen.',
  thereAreMore: 'Es gibt weitere.',
  incomplete: 'Notizen von früher werden noch in die Suche aufgenommen.',
  column: { when: 'Wann', who: 'Wer', customer: 'Kunde', category: 'Kategorie', note: 'Notiz' },
  start: {
    title: 'Eine Sitzung über ihre Notiz finden',
    text: 'Ein Wort oder seinen Anfang eingeben. Die neuesten Sitzungen stehen oben; eine Zeile öffnet ihren Tag im Tagebuch.',
  },
  nothing: {
    title: 'Nichts gefunden',
    text: 'Keine Notiz enthält alle Wörter von „{{text}}“.',
  },
}
