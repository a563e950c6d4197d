// The German words of every noun, with gender and case, and what is said of nouns with them.
import type { NounSentences } from './nounErrors.ts'
import type { EntityName } from '../entities/registry.ts'

/** `accusative`: where it is another word. `gone`: the whole sentence where more can be said of what is no longer there. */
export type NounWordsDe = {
  gender: 'm' | 'f' | 'n'
  one: string
  many: string
  accusative?: string
  gone?: string
}

export const nounsDe: Record<EntityName, NounWordsDe> = {
  organisation: { gender: 'f', one: 'Organisation', many: 'Organisationen' },
  user: { gender: 'm', one: 'Benutzer', many: 'Benutzer' },
  employment: { gender: 'm', one: 'Vertrag', many: 'Verträge' },
  category: { gender: 'f', one: 'Kategorie', many: 'Kategorien' },
  customer: { gender: 'm', one: 'Kunde', many: 'Kunden', accusative: 'Kunden' },
  opportunity: { gender: 'f', one: 'Verkaufschance', many: 'Verkaufschancen' },
  project: { gender: 'n', one: 'Projekt', many: 'Projekte' },
  case: { gender: 'm', one: 'Fall', many: 'Fälle' },
  tag: { gender: 'n', one: 'Schlagwort', many: 'Schlagwörter' },
  office: { gender: 'n', one: 'Büro', many: 'Büros' },
  department: { gender: 'f', one: 'Abteilung', many: 'Abteilungen' },
  assignment: { gender: 'f', one: 'Zuordnung', many: 'Zuordnungen' },
  rate: { gender: 'm', one: 'Stundensatz', many: 'Stundensätze' },
  hoursPackage: { gender: 'n', one: 'Stundenpaket', many: 'Stundenpakete' },
  absenceKind: { gender: 'f', one: 'Abwesenheitsart', many: 'Abwesenheitsarten' },
  absence: { gender: 'f', one: 'Abwesenheit', many: 'Abwesenheiten' },
  entitlement: { gender: 'm', one: 'Urlaubsanspruch', many: 'Urlaubsansprüche' },
  periodException: { gender: 'f', one: 'Ausnahme', many: 'Ausnahmen' },
  approval: { gender: 'f', one: 'Freigabe', many: 'Freigaben' },
  accountEntry: { gender: 'f', one: 'Kontobuchung', many: 'Kontobuchungen' },
  pastSetting: {
    gender: 'f',
    one: 'Einstellung eines abgeschlossenen Zeitraums',
    many: 'Einstellungen eines abgeschlossenen Zeitraums',
  },
  timer: {
    gender: 'm',
    one: 'Timer',
    many: 'Timer',
    gone: 'Dieser Timer ist nicht mehr da: Er wurde gebucht oder verworfen.',
  },
  timeEntry: { gender: 'm', one: 'Zeiteintrag', many: 'Zeiteinträge' },
  meeting: { gender: 'm', one: 'Termin', many: 'Termine' },
  task: { gender: 'f', one: 'Aufgabe', many: 'Aufgaben' },
  journalEntry: { gender: 'f', one: 'Journalzeile', many: 'Journalzeilen' },
  noteDraft: {
    gender: 'm',
    one: 'Entwurf',
    many: 'Entwürfe',
    gone: 'Dieser Entwurf ist nicht mehr da: Er wurde wiederhergestellt, entfernt oder war älter als 30 Tage.',
  },
  taxRate: { gender: 'm', one: 'Steuersatz', many: 'Steuersätze' },
  logo: { gender: 'n', one: 'Logo', many: 'Logos' },
  billingProfile: { gender: 'f', one: 'Abrechnungs-Einstellung', many: 'Abrechnungs-Einstellungen' },
  invoice: { gender: 'f', one: 'Rechnung', many: 'Rechnungen' },
  invoicedEntry: { gender: 'f', one: 'abgerechnete Zeit', many: 'abgerechnete Zeiten' },
  payment: { gender: 'f', one: 'Zahlung', many: 'Zahlungen' },
  savedReport: {
    gender: 'm',
    one: 'gespeicherter Bericht',
    accusative: 'gespeicherten Bericht',
    many: 'gespeicherte Berichte',
  },
  gap: { gender: 'f', one: 'Lücke', many: 'Lücken', gone: 'Diese Lücke ist schon beantwortet.' },
}

const ARTICLES = {
  m: { this: 'Dieser', thisOne: 'Diesen', the: 'den', another: 'einen anderen', inA: 'In einem' },
  f: { this: 'Diese', thisOne: 'Diese', the: 'die', another: 'eine andere', inA: 'In einer' },
  n: { this: 'Dieses', thisOne: 'Dieses', the: 'das', another: 'ein anderes', inA: 'In einem' },
}

export const nounSentencesDe: NounSentences<NounWordsDe> = {
  notFound: ({ gender, one, accusative = one, gone }, chosen) => {
    const { thisOne, another } = ARTICLES[gender]
    return gone ?? `${thisOne} ${accusative} gibt es nicht mehr.${chosen ? ` Wählen Sie ${another}.` : ''}`
  },
  inUse: ({ gender, one, accusative = one }) =>
    `${ARTICLES[gender].this} ${one} wird verwendet, das Hinzufügen lässt sich daher nicht rückgängig machen. Löschen Sie stattdessen ${ARTICLES[gender].the} ${accusative}: Die Vergangenheit behält den Namen.`,
  deleteUsedIn: ({ gender, one }) => `${ARTICLES[gender].inA} ${one} verwendet. Löschen nicht möglich.`,
  editUsedIn: ({ gender, one }) => `${ARTICLES[gender].inA} ${one} verwendet – Ändern nicht möglich.`,
}
