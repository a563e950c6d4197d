// Spanish words of the search in notes.
import type { search as english } from '../en/search.ts'
import type { TextsLike } from '../textsLike.ts'

export const search = {
  title: 'Buscar',
  label: 'Buscar en las notas',
  hint: 'Encuentra todas las palabras; la última puede estar incompleta. Las «palabras entre comillas» se buscan como frase.',
  placeholder: '¿De qué se trataba?',
  clear: 'Borrar la búsqueda',
  more: 'Cargar resultados anteriores',
  onlyYours: 'Solo se busca en sus propias notas.',
  thereAreMore: 'Hay más.',
  incomplete: 'Aún se están añadiendo notas antiguas a la búsqueda.',
  column: { when: 'Cuándo', who: 'Quién', customer: 'Cliente', category: 'Categoría', note: 'Nota' },
  start: {
    title: 'Encontrar una sesión por su nota',
    text: 'Escriba una palabra o su comienzo. Las sesiones más recientes aparecen primero; una fila abre su día en el registro de jornada.',
  },
  nothing: {
    title: 'Sin resultados',
    text: 'Ninguna nota contiene todas las palabras de «{{text}}».',
  },
} satisfies TextsLike<typeof english>
