// The Polish sentences of the host's own pages.
import type { HostWords } from './words.en.ts'

export const hostWordsPl: HostWords = {
  lang: 'pl',
  closedTitle: 'Ta strona wymaga łącza',
  closedText:
    'Daybook otwiera się łączem, które jest ważne na jedno wejście w jednej przeglądarce. Uruchom Daybook jeszcze raz: otworzy nowe łącze i wypisze kolejne, a działająca praca nie zostanie przerwana.',
  openingTitle: 'Daybook się otwiera',
  opening: 'Przejdź do Daybook',
  unbuiltTitle: 'Ekrany nie są jeszcze zbudowane',
  unbuiltText:
    'Uruchom „npm start” w folderze Daybook: ekrany zostaną zbudowane, a ta strona otworzy się ponownie.',
  problemTitle: 'Daybook nie może otworzyć swoich danych',
  folder: 'Folder danych',
  technical: 'Szczegóły techniczne',
  retry: 'Spróbuj ponownie',
  restore: 'Przywróć kopię zapasową: {{at}}',
  restoreText:
    'Uszkodzony plik zostanie odłożony w folderze danych i tam pozostanie. To, co zapisano po utworzeniu kopii, jest tylko w tym pliku.',
  lostText:
    'Bazy danych nie ma lub została opróżniona, ale jest jej kopia zapasowa. To, co z bazy zostało, będzie odłożone w folderze danych i tam pozostanie.',
  freshBeside: 'Zacznij z pustymi danymi; kopie zapasowe pozostaną',
  noBackup: 'Nie ma kopii zapasowej, która przechodzi kontrolę.',
  fresh: 'Odłóż uszkodzony plik i zacznij z pustymi danymi',
  notFound: 'Pod tym adresem nic nie ma.',
}
