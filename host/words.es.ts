// The Spanish sentences of the host's own pages.
import type { HostWords } from './words.en.ts'

export const hostWordsEs: HostWords = {
  lang: 'es',
  closedTitle: 'Esta página necesita su enlace',
  closedText:
    'Daybook se abre con un enlace válido para una visita en un navegador. Inicie Daybook otra vez: abrirá un enlace nuevo y mostrará otro, sin interrumpir nada de lo que está en marcha.',
  openingTitle: 'Abriendo Daybook',
  opening: 'Continuar a Daybook',
  unbuiltTitle: 'Las pantallas aún no están compiladas',
  unbuiltText: 'Ejecute «npm start» en la carpeta de Daybook: las compila y vuelve a abrir esta página.',
  problemTitle: 'Daybook no puede abrir sus datos',
  folder: 'Carpeta de datos',
  technical: 'Detalles técnicos',
  retry: 'Reintentar',
  restore: 'Restaurar la copia de seguridad del {{at}}',
  restoreText:
    'El archivo dañado se aparta en la carpeta de datos y se queda allí. Lo registrado después de la copia de seguridad solo está en ese archivo.',
  lostText:
    'La base de datos falta o se ha vaciado, y hay una copia de seguridad. Lo que queda de ella se aparta en la carpeta de datos y se queda allí.',
  freshBeside: 'Empezar con datos vacíos; las copias de seguridad se conservan',
  noBackup: 'No hay ninguna copia de seguridad que supere la comprobación.',
  fresh: 'Apartar el archivo dañado y empezar con datos vacíos',
  notFound: 'No hay nada en esta dirección.',
}
