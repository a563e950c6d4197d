// Spanish words of what only the desktop program has.
import type { desktop as english } from '../en/desktop.ts'
import type { TextsLike } from '../textsLike.ts'

export const desktop = {
  method: {
    tray: {
      label: 'Cómo se muestra el icono en el área de notificación',
      system: 'Mediante el sistema.',
      panel:
        'Mediante el panel del escritorio (StatusNotifierItem). Daybook le pregunta si muestra el icono.',
    },
    idle: {
      label: 'Cómo se detecta la inactividad',
      system: 'Lo indica el sistema.',
      mutter: 'Lo indica GNOME (el monitor de inactividad de Mutter).',
      idleNotify: 'Lo indica el compositor de Wayland (ext-idle-notify), tras un minuto entero.',
      none: 'Este escritorio no lo indica, así que no se pregunta por la inactividad. Por la suspensión sí.',
    },
    lock: {
      label: 'Cómo se detecta el bloqueo de pantalla',
      system: 'Lo indica el sistema.',
      logind: 'Lo indica el gestor de sesiones (logind).',
      screenSaver: 'Lo indica el bloqueo de pantalla del escritorio (ScreenSaver por D-Bus).',
      none: 'Este escritorio no lo indica, así que no se pregunta por el bloqueo. Por la suspensión sí.',
    },
    shortcuts: {
      label: 'Cómo se asignan los atajos globales',
      system: 'Mediante el sistema.',
      portal:
        'Mediante el portal del escritorio, que puede preguntarle antes o rechazarlos sin avisar. La prueba muestra si las teclas llegan.',
    },
    places: {
      label: 'Dónde se colocan las ventanas',
      hint: 'Este escritorio (Wayland) coloca las ventanas por sí mismo: su posición no se recuerda, y el cronómetro rápido tiene una barra de título para moverlo.',
    },
  },
  test: {
    run: 'Probar',
    tray: {
      works: 'El icono se muestra.',
      fails: 'No se muestra ningún icono de Daybook.',
      waiting: 'Preguntando…',
    },
    idle: {
      works: 'Detectado: no hubo nadie durante {{seconds}} s.',
      fails: 'No detectado. No toque el ratón ni el teclado durante la prueba.',
      waiting: 'No toque el ratón ni el teclado durante cinco segundos…',
    },
    lock: {
      works: 'Se ha detectado el bloqueo.',
      fails: 'No se ha detectado ningún bloqueo en un minuto.',
      waiting: 'Bloquee ahora la pantalla y vuelva…',
    },
    shortcuts: {
      works: 'Las teclas han llegado.',
      fails: 'No ha llegado ninguna tecla en 15 segundos.',
      waiting: 'Pulse ahora uno de sus atajos globales…',
    },
  },
  smallTimer: {
    label: 'Cronómetro pequeño',
    hint: 'Una tira con el cronómetro en marcha que queda por encima de otras ventanas. Se mueve arrastrando su nombre.',
    hide: 'Ocultar el cronómetro pequeño',
  },
  reminders: {
    label: 'Recordatorios',
    hint: 'Avisos de este equipo, como máximo uno de cada tipo a la vez.',
    nothingRuns: 'En un día laborable, entre las 9 y las 17, nada en marcha durante una hora',
    longTimer: 'Un cronómetro lleva diez horas en marcha, o más de lo que permiten las reglas de tiempo',
    gaps: 'Después de las 17, el día tiene huecos más largos que un descanso',
  },
  startAtLogin: {
    label: 'Iniciar con este equipo',
    hint: 'Al iniciar sesión, oculto en el área de notificación. Si no la hay, se abre la ventana.',
  },
  hardwareAcceleration: {
    label: 'Dibujar con la tarjeta gráfica',
    hint: 'Desactívelo si las ventanas quedan vacías o parpadean. Se aplica en el próximo inicio.',
  },
  idle: {
    label: 'Preguntar por la inactividad',
    hint: 'Si hay un cronómetro en marcha y nadie toca el ratón ni el teclado durante ese tiempo, Daybook pregunta después si fue trabajo.',
    none: 'Este escritorio no indica cuándo no hay nadie, así que no se puede preguntar.',
    never: 'Nunca',
    minutes: 'tras {{count}} min',
  },
  updates: {
    label: 'Nuevas versiones',
    hint: 'Daybook las busca cada pocas horas, las descarga mientras usted trabaja y las instala al salir. Solo se instala lo que hemos firmado nosotros.',
    none: 'Esta compilación no tiene origen de nuevas versiones, así que no se busca nada.',
    check: 'Buscar ahora',
    install: 'Salir e instalar…',
    state: {
      idle: 'Aún no se ha buscado.',
      current: 'Esta es la versión más reciente.',
      unreachable: 'No se puede acceder al origen de nuevas versiones.',
      lied: 'Lo que ofrece el origen no está firmado por nosotros. No se ha instalado.',
      fetching: 'Descargando la versión {{version}}…',
      ready: 'La versión {{version}} está lista y se instalará al salir.',
      failed: 'La versión {{version}} no se ha podido descargar o no es la que firmamos. No se ha instalado.',
    },
  },
  licences: {
    open: 'Licencias…',
    title: 'De qué se compone Daybook',
    failed: 'No se ha podido leer la lista de licencias. Vuelva a compilar Daybook.',
  },
  diagnostics: {
    label: 'Diagnóstico',
    hint: 'Un archivo comprimido con las versiones y el registro de eventos, para enviarlo cuando algo falla. No contiene nombres ni notas.',
    save: 'Guardar…',
    saved: 'Se ha guardado el archivo.',
  },
  whenClosed: {
    label: 'Al cerrar la ventana',
    hint: 'En el área de notificación el cronómetro sigue a la vista, y un clic recupera Daybook.',
    noTray:
      'Este escritorio no muestra el icono de Daybook, así que cerrar siempre supone salir. Un cronómetro en marcha sigue contando.',
    tray: 'Seguir en el área de notificación',
    quit: 'Salir',
  },
} satisfies TextsLike<typeof english>
