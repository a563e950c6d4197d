// The French words of every noun, with gender, and what is said of nouns with them.
import type { NounSentences } from './nounErrors.ts'
import type { EntityName } from '../entities/registry.ts'

/** `gone`: the whole sentence where more can be said of what is no longer there. */
export type NounWordsFr = {
  gender: 'm' | 'f'
  one: string
  many: string
  gone?: string
}

export const nounsFr: Record<EntityName, NounWordsFr> = {
  organisation: { gender: 'f', one: 'organisation', many: 'organisations' },
  user: { gender: 'm', one: 'utilisateur', many: 'utilisateurs' },
  employment: { gender: 'm', one: 'contrat', many: 'contrats' },
  category: { gender: 'f', one: 'catégorie', many: 'catégories' },
  customer: { gender: 'm', one: 'client', many: 'clients' },
  opportunity: { gender: 'f', one: 'opportunité', many: 'opportunités' },
  project: { gender: 'm', one: 'projet', many: 'projets' },
  taxRate: { gender: 'm', one: 'taux de TVA', many: 'taux de TVA' },
  logo: { gender: 'm', one: 'logo', many: 'logos' },
  billingProfile: { gender: 'm', one: 'profil de facturation', many: 'profils de facturation' },
  invoice: { gender: 'f', one: 'facture', many: 'factures' },
  invoicedEntry: { gender: 'm', one: 'temps facturé', many: 'temps facturés' },
  payment: { gender: 'm', one: 'paiement', many: 'paiements' },
  case: { gender: 'm', one: 'ticket', many: 'tickets' },
  tag: { gender: 'f', one: 'étiquette', many: 'étiquettes' },
  office: { gender: 'm', one: 'bureau', many: 'bureaux' },
  department: { gender: 'm', one: 'service', many: 'services' },
  assignment: { gender: 'f', one: 'affectation', many: 'affectations' },
  rate: { gender: 'm', one: 'tarif horaire', many: 'tarifs horaires' },
  hoursPackage: { gender: 'm', one: 'forfait d’heures', many: 'forfaits d’heures' },
  absenceKind: { gender: 'm', one: 'type d’absence', many: 'types d’absence' },
  absence: { gender: 'f', one: 'absence', many: 'absences' },
  entitlement: { gender: 'm', one: 'droit à congés', many: 'droits à congés' },
  periodException: { gender: 'f', one: 'exception', many: 'exceptions' },
  approval: { gender: 'f', one: 'approbation', many: 'approbations' },
  accountEntry: { gender: 'f', one: 'écriture de compteur', many: 'écritures de compteur' },
  pastSetting: {
    gender: 'm',
    one: 'paramètre d’une période clôturée',
    many: 'paramètres d’une période clôturée',
  },
  timer: {
    gender: 'm',
    one: 'chronomètre',
    many: 'chronomètres',
    gone: 'Ce chronomètre n’existe plus : il a été enregistré ou abandonné.',
  },
  timeEntry: { gender: 'f', one: 'saisie de temps', many: 'saisies de temps' },
  meeting: { gender: 'f', one: 'réunion', many: 'réunions' },
  task: { gender: 'f', one: 'tâche', many: 'tâches' },
  journalEntry: { gender: 'f', one: 'ligne de journal', many: 'lignes de journal' },
  noteDraft: {
    gender: 'm',
    one: 'brouillon',
    many: 'brouillons',
    gone: 'Ce brouillon n’existe plus : il a été restauré, supprimé ou conservé plus de 30 jours.',
  },
  savedReport: { gender: 'm', one: 'rapport enregistré', many: 'rapports enregistrés' },
  gap: {
    gender: 'f',
    one: 'interruption',
    many: 'interruptions',
    gone: 'Cette interruption a déjà reçu une réponse.',
  },
}

const WORDS = {
  m: { this: 'Ce', used: 'utilisé', it: 'le', a: 'Un', another: 'un autre' },
  f: { this: 'Cette', used: 'utilisée', it: 'la', a: 'Une', another: 'une autre' },
}

/** With its demonstrative, as a sentence begins: a masculine one before a vowel is “cet”. */
function thisOne({ gender, one }: NounWordsFr): string {
  const beforeVowel = gender === 'm' && /^[aeiouâàéèêîôû]/i.test(one)
  return `${beforeVowel ? 'Cet' : WORDS[gender].this} ${one}`
}

export const nounSentencesFr: NounSentences<NounWordsFr> = {
  notFound: (words, chosen) =>
    words.gone ??
    `${thisOne(words)} n’existe plus.${chosen ? ` Choisissez-en ${WORDS[words.gender].another}.` : ''}`,
  inUse: (words) => {
    const { used, it } = WORDS[words.gender]
    return `${thisOne(words)} est ${used} : son ajout ne peut donc pas être annulé. Supprimez-${it} plutôt : les données passées gardent son nom.`
  },
  deleteUsedIn: ({ gender, one }) => `${WORDS[gender].a} ${one} s’en sert. Suppression impossible.`,
  editUsedIn: ({ gender, one }) => `${WORDS[gender].a} ${one} s’en sert – modification impossible.`,
}
