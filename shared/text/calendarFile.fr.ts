// The French sentences of a calendar's import.
import type { CalendarFileWords } from './calendarFile.en.ts'

export const calendarFileFr: CalendarFileWords = {
  states: {
    new: 'Nouveau',
    changed: 'Modifié',
    cancelled: 'Annulé',
    same: 'Déjà présent',
    kept: 'Reste tel quel',
    absent: 'Annulé, absent ici',
    refused: 'Refusé',
  },
  remarks: {
    floating: 'L’heure n’indique pas de fuseau : lue comme {{zone}}.',
    zoneRead: 'Le fuseau « {{name}} » est lu comme {{zone}}.',
    until: 'Se répète plus longtemps : repris jusqu’au {{date}}.',
    begins: 'A commencé plus tôt : repris à partir du {{date}}.',
    noEnd: 'Sans fin : dure {{minutes}} minutes.',
    shortened: 'Le texte est trop long et sera coupé.',
    strays: 'Occurrences modifiées hors de la série, ignorées : {{count}}.',
    unknownPeople: 'Pas d’utilisateur ici : {{names}}.',
  },
}
