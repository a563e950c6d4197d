// French words of what only the desktop program has.
import type { desktop as english } from '../en/desktop.ts'
import type { TextsLike } from '../textsLike.ts'

export const desktop = {
  method: {
    tray: {
      label: 'Affichage de l’icône de notification',
      system: 'Par le système.',
      panel: 'Par le panneau du bureau (StatusNotifierItem). Daybook lui demande s’il affiche l’icône.',
    },
    idle: {
      label: 'Détection de l’inactivité',
      system: 'Le système la signale.',
      mutter: 'GNOME la signale (moniteur d’inactivité de Mutter).',
      idleNotify: 'Le compositeur Wayland la signale (ext-idle-notify), après une minute entière.',
      none: 'Rien ne la signale sur ce bureau : aucune question n’est posée. La veille est toujours détectée.',
    },
    lock: {
      label: 'Détection de l’écran verrouillé',
      system: 'Le système le signale.',
      logind: 'Le gestionnaire de sessions le signale (logind).',
      screenSaver: 'Le verrouillage d’écran du bureau le signale (ScreenSaver par D-Bus).',
      none: 'Rien ne le signale sur ce bureau : aucune question n’est posée. La veille est toujours détectée.',
    },
    shortcuts: {
      label: 'Attribution des raccourcis globaux',
      system: 'Par le système.',
      portal:
        'Par le portail du bureau, qui peut d’abord vous interroger ou refuser sans rien dire. Le test montre si les touches arrivent.',
    },
    places: {
      label: 'Position des fenêtres',
      hint: 'Ce bureau (Wayland) place seul les fenêtres : leur position n’est pas mémorisée, et le chronomètre rapide a une barre de titre pour le déplacer.',
    },
  },
  test: {
    run: 'Tester',
    tray: {
      works: 'L’icône est affichée.',
      fails: 'Aucune icône de Daybook n’est affichée.',
      waiting: 'Vérification…',
    },
    idle: {
      works: 'Détecté : personne n’était là pendant {{seconds}} s.',
      fails: 'Non détecté. Ne touchez ni souris ni clavier pendant le test.',
      waiting: 'Ne touchez ni souris ni clavier pendant cinq secondes…',
    },
    lock: {
      works: 'Le verrouillage a été détecté.',
      fails: 'Aucun verrouillage n’a été détecté en une minute.',
      waiting: 'Verrouillez l’écran maintenant, puis revenez…',
    },
    shortcuts: {
      works: 'Les touches sont arrivées.',
      fails: 'Aucune touche n’est arrivée en 15 secondes.',
      waiting: 'Appuyez maintenant sur l’un de vos raccourcis globaux…',
    },
  },
  smallTimer: {
    label: 'Petit chronomètre',
    hint: 'Un bandeau avec le chronomètre en cours, qui reste au-dessus des autres fenêtres. On le déplace par son nom.',
    hide: 'Masquer le petit chronomètre',
  },
  reminders: {
    label: 'Rappels',
    hint: 'Des notifications de cet ordinateur, au plus une de chaque type à la fois.',
    nothingRuns: 'Rien n’est en cours depuis une heure, entre 9 h et 17 h un jour travaillé',
    longTimer:
      'Un chronomètre est en cours depuis dix heures, ou au-delà de ce que permettent les règles de temps',
    gaps: 'Après 17 h, la journée a des plages vides plus longues qu’une pause',
  },
  startAtLogin: {
    label: 'Démarrer avec cet ordinateur',
    hint: 'À l’ouverture de session, masqué dans la zone de notification. Sans zone de notification, la fenêtre s’ouvre.',
  },
  hardwareAcceleration: {
    label: 'Utiliser la carte graphique',
    hint: 'Désactivez-la si des fenêtres restent vides ou scintillent. Prend effet au prochain démarrage.',
  },
  idle: {
    label: 'Demander en cas d’inactivité',
    hint: 'Quand un chronomètre est en cours et que personne ne touche ni souris ni clavier pendant ce temps, Daybook demande ensuite si c’était du travail.',
    none: 'Ce bureau ne signale pas l’inactivité : rien ne peut être demandé.',
    never: 'Jamais',
    minutes: 'après {{count}} min',
  },
  updates: {
    label: 'Nouvelles versions',
    hint: 'Daybook en cherche régulièrement, les télécharge pendant que vous travaillez et les installe quand vous quittez. Seul ce que nous avons signé est installé.',
    none: 'Cette version n’a pas de source de mises à jour : rien n’est recherché.',
    check: 'Rechercher',
    install: 'Quitter et installer…',
    state: {
      idle: 'Pas encore recherché.',
      current: 'Vous avez la dernière version.',
      unreachable: 'La source des mises à jour est injoignable.',
      lied: 'Ce que propose la source n’est pas signé par nous. Rien n’a été installé.',
      fetching: 'Téléchargement de la version {{version}}…',
      ready: 'La version {{version}} est prête et sera installée quand vous quitterez.',
      failed:
        'La version {{version}} n’a pas pu être téléchargée, ou n’est pas celle que nous avons signée. Elle n’a pas été installée.',
    },
  },
  licences: {
    open: 'Licences…',
    title: 'Les composants de Daybook',
    failed: 'La liste des licences n’a pas pu être lue. Reconstruisez Daybook.',
  },
  diagnostics: {
    label: 'Diagnostic',
    hint: 'Une archive avec les versions et le journal technique, à joindre en cas de problème. Elle ne contient ni noms ni notes.',
    save: 'Enregistrer…',
    saved: 'L’archive a été enregistrée.',
  },
  whenClosed: {
    label: 'Quand je ferme la fenêtre',
    hint: 'Dans la zone de notification, le chronomètre reste visible, et un clic rouvre Daybook.',
    noTray:
      'Ce bureau n’affiche pas l’icône de Daybook : fermer quitte donc toujours. Un chronomètre en cours continue de compter.',
    tray: 'Rester dans la zone de notification',
    quit: 'Quitter',
  },
} satisfies TextsLike<typeof english>
