// Spanish words of the button bar.
import type { buttons as english } from '../en/buttons.ts'
import type { TextsLike } from '../textsLike.ts'

export const buttons = {
  bar: 'Botones',
  arrange: 'Ordenar los botones',
  arranged: 'Se han ordenado los botones.',
  lead: 'Estos botones aparecen sobre el calendario y en Hoy, solo para usted. Arrástrelos al orden que prefiera.',
  none: 'No hay botones. Añada alguno abajo.',
  act: {
    start: 'Iniciar el cronómetro',
    pause: 'Pausar el cronómetro',
    resume: 'Reanudar el cronómetro',
    stop: 'Detener el cronómetro',
    startLast: 'Iniciar el último',
    newEntry: 'Nuevo registro',
    newMeeting: 'Nueva reunión',
    newTask: 'Nueva tarea',
    favourite: 'Favorito',
  },
  gone: 'Cliente ya no activo',
  moveNamed: 'Mover {{name}}',
  removeNamed: 'Quitar {{name}}',
  addNamed: 'Añadir {{name}}',
  favourite: 'Favorito',
  addFavourite: 'Añadir favorito',
  reset: 'Volver a los habituales',
  done: 'Listo',
  drag: {
    how: 'Pulse Espacio para coger un botón, las flechas para moverlo, Espacio para soltarlo y Esc para dejarlo donde estaba.',
    start: '{{name}}: cogido, {{place}} de {{all}}.',
    over: '{{name}}: ahora {{place}} de {{all}}.',
    end: '{{name}}: soltado, {{place}} de {{all}}.',
    cancel: '{{name}} se queda donde estaba.',
  },
} satisfies TextsLike<typeof english>
