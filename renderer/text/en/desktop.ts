// English words of what only the desktop program has.
export const desktop = {
  method: {
    tray: {
      label: 'How the tray icon is shown',
      system: 'By the system.',
      panel: 'By the desktop’s panel (StatusNotifierItem). Daybook asks it whether it shows the icon.',
    },
    idle: {
      label: 'How idle time is noticed',
      system: 'By the system.',
      mutter: 'By GNOME (Mutter’s idle monitor).',
      idleNotify: 'By the Wayland compositor (ext-idle-notify), after a full minute.',
      none: 'Nothing on this desktop reports it, so Daybook does not ask about idle time. It still asks about sleep.',
    },
    lock: {
      label: 'How a locked screen is noticed',
      system: 'By the system.',
      logind: 'By the login manager (logind).',
      screenSaver: 'By the desktop’s screen lock (ScreenSaver over D-Bus).',
      none: 'Nothing on this desktop reports it, so Daybook does not ask about a locked screen. It still asks about sleep.',
    },
    shortcuts: {
      label: 'How global shortcuts are bound',
      system: 'By the system.',
      portal:
        'By the desktop’s portal, which may ask you first or refuse without a word. The test shows whether the keys arrive.',
    },
    places: {
      label: 'Where windows stand',
      hint: 'This desktop (Wayland) places windows by itself: their place is not remembered, and the quick timer has a title bar to move it by.',
    },
  },
  test: {
    run: 'Test',
    tray: { works: 'The icon is shown.', fails: 'No icon of Daybook is shown.', waiting: 'Asking…' },
    idle: {
      works: 'Noticed: nobody was there for {{seconds}} s.',
      fails: 'Not noticed. Leave mouse and keyboard alone during the test.',
      waiting: 'Leave mouse and keyboard alone for five seconds…',
    },
    lock: {
      works: 'The lock was noticed.',
      fails: 'No lock was noticed within a minute.',
      waiting: 'Lock the screen now, and come back…',
    },
    shortcuts: {
      works: 'The keys arrived.',
      fails: 'No keys arrived within 15 seconds.',
      waiting: 'Press one of your global shortcuts now…',
    },
  },
  smallTimer: {
    label: 'Small timer',
    hint: 'A strip with the running timer that stays on top of other windows. It is moved by its name.',
    hide: 'Hide the small timer',
  },
  reminders: {
    label: 'Reminders',
    hint: 'Notifications on this computer, at most one of each kind at a time.',
    nothingRuns: 'Nothing has run for an hour between 9 and 17 on a working day',
    longTimer: 'A timer runs for ten hours, or longer than the time rules allow',
    gaps: 'After 17, the day has gaps longer than a break',
  },
  startAtLogin: {
    label: 'Start with this computer',
    hint: 'When you log in, hidden in the tray. Where there is no tray, the window opens.',
  },
  hardwareAcceleration: {
    label: 'Draw with the graphics card',
    hint: 'Switch it off where windows stay empty or flicker. Takes effect at the next start.',
  },
  idle: {
    label: 'Ask about idle time',
    hint: 'While a timer runs and nobody touches mouse or keyboard for that long, Daybook asks afterwards whether that was work.',
    none: 'This desktop does not report idle time, so Daybook cannot ask about it.',
    never: 'Never',
    minutes: 'after {{count}} min',
  },
  updates: {
    label: 'New versions',
    hint: 'Daybook looks for them every few hours, fetches them beside your work, and installs them when you quit. Only what we have signed is installed.',
    none: 'This build has no feed of new versions, so nothing is asked for.',
    check: 'Look now',
    install: 'Quit and install…',
    state: {
      idle: 'Not looked for yet.',
      current: 'This is the newest version.',
      unreachable: 'The feed of new versions cannot be reached.',
      lied: 'What the feed offers is not signed by us. It was not installed.',
      fetching: 'Version {{version}} is being fetched…',
      ready: 'Version {{version}} is ready and is installed when you quit.',
      failed: 'Version {{version}} could not be fetched, or is not what we signed. It was not installed.',
    },
  },
  licences: {
    open: 'Licences…',
    title: 'What Daybook is made of',
    failed: 'The list of licences could not be read. Build Daybook again.',
  },
  diagnostics: {
    label: 'Diagnostics',
    hint: 'An archive with versions and the log, to send along when something is wrong. It holds no names and no notes.',
    save: 'Save…',
    saved: 'The archive was saved.',
  },
  whenClosed: {
    label: 'When I close the window',
    hint: 'In the tray the timer stays in sight, and a click brings Daybook back.',
    noTray:
      'This desktop shows no tray icon of Daybook, so closing always quits. A running timer goes on counting.',
    tray: 'Stay in the tray',
    quit: 'Quit',
  },
}
