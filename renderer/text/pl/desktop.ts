// Polish words of what only the desktop program has.
import type { desktop as english } from '../en/desktop.ts'
import type { TextsLike } from '../textsLike.ts'

export const desktop = {
  method: {
    tray: {
      label: 'Jak pokazywana jest ikona w zasobniku',
      system: 'Przez system.',
      panel: 'Przez panel pulpitu (StatusNotifierItem). Daybook pyta go, czy pokazuje ikonę.',
    },
    idle: {
      label: 'Jak wykrywana jest bezczynność',
      system: 'Informuje system.',
      mutter: 'Informuje GNOME (monitor bezczynności Mutter).',
      idleNotify: 'Informuje kompozytor Wayland (ext-idle-notify), po pełnej minucie.',
      none: 'Na tym pulpicie nic o tym nie informuje, więc Daybook nie pyta o bezczynność. O uśpienie pyta nadal.',
    },
    lock: {
      label: 'Jak wykrywana jest blokada ekranu',
      system: 'Informuje system.',
      logind: 'Informuje menedżer logowania (logind).',
      screenSaver: 'Informuje blokada ekranu pulpitu (ScreenSaver przez D-Bus).',
      none: 'Na tym pulpicie nic o tym nie informuje, więc Daybook nie pyta o blokadę ekranu. O uśpienie pyta nadal.',
    },
    shortcuts: {
      label: 'Jak przypisywane są skróty globalne',
      system: 'Przez system.',
      portal:
        'Przez portal pulpitu, który może najpierw zapytać lub odmówić bez komunikatu. Test pokazuje, czy klawisze docierają.',
    },
    places: {
      label: 'Gdzie pojawiają się okna',
      hint: 'Na tym pulpicie (Wayland) okna rozmieszcza tylko system: ich położenie nie jest zapamiętywane, a szybki licznik ma pasek tytułu do przesuwania.',
    },
  },
  test: {
    run: 'Testuj',
    tray: {
      works: 'Ikona jest widoczna.',
      fails: 'Ikona Daybook nie jest widoczna.',
      waiting: 'Sprawdzanie…',
    },
    idle: {
      works: 'Wykryto: nikogo nie było przez {{seconds}} s.',
      fails: 'Nie wykryto. Podczas testu nie dotykaj myszy ani klawiatury.',
      waiting: 'Przez pięć sekund nie dotykaj myszy ani klawiatury…',
    },
    lock: {
      works: 'Wykryto blokadę.',
      fails: 'W ciągu minuty nie wykryto blokady.',
      waiting: 'Zablokuj teraz ekran i wróć…',
    },
    shortcuts: {
      works: 'Klawisze dotarły.',
      fails: 'W ciągu 15 sekund nie dotarły żadne klawisze.',
      waiting: 'Naciśnij teraz jeden ze skrótów globalnych…',
    },
  },
  smallTimer: {
    label: 'Mały licznik',
    hint: 'Pasek z działającym licznikiem, zawsze nad innymi oknami. Przesuwa się go, chwytając za nazwę.',
    hide: 'Ukryj mały licznik',
  },
  reminders: {
    label: 'Przypomnienia',
    hint: 'Powiadomienia tego komputera, najwyżej jedno każdego rodzaju naraz.',
    nothingRuns: 'W dniu pracy między 9 a 17 od godziny nie działa żaden licznik',
    longTimer: 'Licznik działa od dziesięciu godzin lub dłużej, niż pozwalają reguły czasu',
    gaps: 'Po 17 w danym dniu są luki dłuższe niż przerwa',
  },
  startAtLogin: {
    label: 'Uruchamiaj z komputerem',
    hint: 'Po zalogowaniu, ukryty w zasobniku. Jeśli nie ma zasobnika, otwiera się okno.',
  },
  hardwareAcceleration: {
    label: 'Rysuj za pomocą karty graficznej',
    hint: 'Wyłącz, jeśli okna są puste lub migoczą. Działa od następnego uruchomienia.',
  },
  idle: {
    label: 'Pytaj o bezczynność',
    hint: 'Gdy działa licznik i przez tyle czasu nikt nie dotyka myszy ani klawiatury, Daybook pyta potem, czy to była praca.',
    none: 'Ten pulpit nie informuje, gdy nikogo nie ma, więc Daybook nie może o to pytać.',
    never: 'Nigdy',
    minutes: 'po {{count}} min',
  },
  updates: {
    label: 'Nowe wersje',
    hint: 'Daybook sprawdza je co kilka godzin, pobiera w trakcie pracy i instaluje przy zakończeniu. Instalowane jest tylko to, co podpisaliśmy.',
    none: 'Ta kompilacja nie ma źródła nowych wersji, więc niczego nie sprawdza.',
    check: 'Sprawdź teraz',
    install: 'Zakończ i zainstaluj…',
    state: {
      idle: 'Jeszcze nie sprawdzono.',
      current: 'To najnowsza wersja.',
      unreachable: 'Nie można połączyć się ze źródłem nowych wersji.',
      lied: 'To, co oferuje źródło, nie ma naszego podpisu. Nie zostało zainstalowane.',
      fetching: 'Pobieranie wersji {{version}}…',
      ready: 'Wersja {{version}} jest gotowa; zostanie zainstalowana po zakończeniu programu.',
      failed:
        'Wersji {{version}} nie udało się pobrać albo nie jest tym, co podpisaliśmy. Nie została zainstalowana.',
    },
  },
  licences: {
    open: 'Licencje…',
    title: 'Z czego składa się Daybook',
    failed: 'Nie udało się odczytać listy licencji. Zbuduj Daybook od nowa.',
  },
  diagnostics: {
    label: 'Diagnostyka',
    hint: 'Archiwum z wersjami i dziennikiem zdarzeń, do wysłania, gdy coś nie działa. Nie zawiera nazw ani notatek.',
    save: 'Zapisz…',
    saved: 'Zapisano archiwum.',
  },
  whenClosed: {
    label: 'Gdy zamykam okno',
    hint: 'W zasobniku licznik pozostaje widoczny, a kliknięcie przywraca Daybook.',
    noTray:
      'Ten pulpit nie pokazuje ikony Daybook w zasobniku, więc zamknięcie zawsze kończy program. Działający licznik liczy dalej.',
    tray: 'Pozostań w zasobniku',
    quit: 'Zakończ',
  },
} satisfies TextsLike<typeof english>
