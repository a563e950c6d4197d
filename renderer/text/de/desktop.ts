// German words of what only the desktop program has.
export const desktop = {
  method: {
    tray: {
      label: 'Wie das Symbol im Infobereich gezeigt wird',
      system: 'Vom System.',
      panel: 'Von der Leiste des Desktops (StatusNotifierItem). Daybook fragt sie, ob sie das Symbol zeigt.',
    },
    idle: {
      label: 'Wie Leerlauf bemerkt wird',
      system: 'Vom System.',
      mutter: 'Von GNOME (Mutters Idle Monitor).',
      idleNotify: 'Vom Wayland-Compositor (ext-idle-notify), nach einer vollen Minute.',
      none: 'Dieser Desktop meldet ihn nicht, deshalb fragt Daybook nicht nach Leerlauf, wohl aber nach dem Ruhezustand.',
    },
    lock: {
      label: 'Wie ein gesperrter Bildschirm bemerkt wird',
      system: 'Vom System.',
      logind: 'Von der Anmeldeverwaltung (logind).',
      screenSaver: 'Von der Bildschirmsperre des Desktops (ScreenSaver über D-Bus).',
      none: 'Dieser Desktop meldet sie nicht, deshalb fragt Daybook nicht nach einer Sperre, wohl aber nach dem Ruhezustand.',
    },
    shortcuts: {
      label: 'Wie globale Tastenkürzel angemeldet werden',
      system: 'Beim System.',
      portal:
        'Beim Portal des Desktops, das Sie erst fragen oder ohne ein Wort ablehnen kann. Der Test zeigt, ob die Tasten ankommen.',
    },
    places: {
      label: 'Wo Fenster stehen',
      hint: 'Dieser Desktop (Wayland) platziert Fenster selbst: Ihre Position wird nicht gespeichert, und der Schnelltimer hat eine Titelleiste zum Verschieben.',
    },
  },
  test: {
    run: 'Testen',
    tray: {
      works: 'Das Symbol wird gezeigt.',
      fails: 'Es wird kein Symbol von Daybook gezeigt.',
      waiting: 'Wird gefragt …',
    },
    idle: {
      works: 'Bemerkt: {{seconds}} s lang war niemand da.',
      fails: 'Nicht bemerkt. Lassen Sie Maus und Tastatur während des Tests in Ruhe.',
      waiting: 'Lassen Sie Maus und Tastatur fünf Sekunden in Ruhe …',
    },
    lock: {
      works: 'Die Sperre wurde bemerkt.',
      fails: 'Innerhalb einer Minute wurde keine Sperre bemerkt.',
      waiting: 'Sperren Sie jetzt den Bildschirm und kommen Sie zurück …',
    },
    shortcuts: {
      works: 'Die Tasten kamen an.',
      fails: 'Innerhalb von 15 Sekunden kamen keine Tasten an.',
      waiting: 'Drücken Sie jetzt eines Ihrer globalen Tastenkürzel …',
    },
  },
  smallTimer: {
    label: 'Kleiner Timer',
    hint: 'Ein Streifen mit dem laufenden Timer, der über anderen Fenstern bleibt. Am Namen lässt er sich verschieben.',
    hide: 'Kleinen Timer ausblenden',
  },
  reminders: {
    label: 'Erinnerungen',
    hint: 'Hinweise dieses Computers, von jeder Art höchstens einer auf einmal.',
    nothingRuns: 'An einem Arbeitstag lief zwischen 9 und 17 Uhr eine Stunde lang nichts',
    longTimer: 'Ein Timer läuft zehn Stunden, oder länger als die Zeitregeln erlauben',
    gaps: 'Nach 17 Uhr hat der Tag Lücken, die länger als eine Pause sind',
  },
  startAtLogin: {
    label: 'Mit diesem Computer starten',
    hint: 'Beim Anmelden, verborgen im Infobereich. Wo es keinen gibt, öffnet sich das Fenster.',
  },
  hardwareAcceleration: {
    label: 'Mit der Grafikkarte zeichnen',
    hint: 'Schalten Sie es aus, wo Fenster leer bleiben oder flackern. Gilt ab dem nächsten Start.',
  },
  idle: {
    label: 'Nach Leerlauf fragen',
    hint: 'Läuft ein Timer und rührt so lange niemand Maus oder Tastatur an, fragt Daybook danach, ob das Arbeit war.',
    none: 'Dieser Desktop meldet keinen Leerlauf, deshalb kann Daybook nicht danach fragen.',
    never: 'Nie',
    minutes: 'nach {{count}} Min.',
  },
  updates: {
    label: 'Neue Versionen',
    hint: 'Daybook sucht sie alle paar Stunden, holt sie neben Ihrer Arbeit und installiert sie, wenn Sie beenden. Installiert wird nur, was wir signiert haben.',
    none: 'Diese Ausgabe hat keine Quelle für neue Versionen, es wird also nichts abgefragt.',
    check: 'Jetzt suchen',
    install: 'Beenden und installieren …',
    state: {
      idle: 'Noch nicht gesucht.',
      current: 'Das ist die neueste Version.',
      unreachable: 'Die Quelle für neue Versionen ist nicht erreichbar.',
      lied: 'Was die Quelle anbietet, ist nicht von uns signiert. Es wurde nicht installiert.',
      fetching: 'Version {{version}} wird geholt …',
      ready: 'Version {{version}} ist bereit und wird installiert, wenn Sie beenden.',
      failed:
        'Version {{version}} ließ sich nicht holen oder ist nicht, was wir signiert haben. Sie wurde nicht installiert.',
    },
  },
  licences: {
    open: 'Lizenzen …',
    title: 'Woraus Daybook besteht',
    failed: 'Die Liste der Lizenzen ließ sich nicht lesen. Erstellen Sie Daybook neu.',
  },
  diagnostics: {
    label: 'Diagnose',
    hint: 'Ein Archiv mit Versionen und Protokoll, zum Mitschicken, wenn etwas nicht stimmt. Es enthält keine Namen und keine Notizen.',
    save: 'Speichern …',
    saved: 'Das Archiv wurde gespeichert.',
  },
  whenClosed: {
    label: 'Wenn ich das Fenster schließe',
    hint: 'Im Infobereich bleibt der Timer in Sicht, und ein Klick holt Daybook zurück.',
    noTray:
      'Dieser Desktop zeigt kein Symbol von Daybook, deshalb beendet das Schließen immer. Ein laufender Timer zählt weiter.',
    tray: 'Im Infobereich bleiben',
    quit: 'Beenden',
  },
}
