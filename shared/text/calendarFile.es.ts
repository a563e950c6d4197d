// The Spanish sentences of a calendar's import.
import type { CalendarFileWords } from './calendarFile.en.ts'

export const calendarFileEs: CalendarFileWords = {
  states: {
    new: 'Nueva',
    changed: 'Modificada',
    cancelled: 'Cancelada',
    same: 'Ya existe',
    kept: 'Se queda como está',
    absent: 'Cancelada, no está aquí',
    refused: 'Rechazada',
  },
  remarks: {
    floating: 'La hora no indica zona horaria: se lee como {{zone}}.',
    zoneRead: 'La zona horaria «{{name}}» se lee como {{zone}}.',
    until: 'Se repite durante más tiempo: se importa hasta el {{date}}.',
    begins: 'Empezó antes: se importa desde el {{date}}.',
    noEnd: 'No tiene hora de fin: dura {{minutes}} minutos.',
    shortened: 'El texto es demasiado largo y se recorta.',
    strays: 'Repeticiones modificadas que no pertenecen a su serie y se omiten: {{count}}.',
    unknownPeople: 'No son usuarios aquí: {{names}}.',
  },
}
