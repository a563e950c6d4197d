// French words of the first screen.
import type { welcome as english } from '../en/welcome.ts'
import type { TextsLike } from '../textsLike.ts'

export const welcome = {
  title: 'Bienvenue dans Daybook',
  intro: 'Tout reste sur cet ordinateur. Vous pourrez tout modifier plus tard.',
  yourName: 'Votre nom',
  organisation: 'Organisation',
  organisationHint: 'Votre entreprise, ou votre propre nom.',
  zone: 'Fuseau horaire',
  currency: 'Devise',
  firstCustomer: 'Premier client (facultatif)',
  firstCustomerHint: 'Pour qui allez-vous travailler en premier ?',
  begin: 'Commencer',
  sampleTitle: 'Envie de voir d’abord ?',
  sampleText:
    'Chargez une entreprise d’exemple : 12 personnes, 60 clients et deux ans de temps. Prenez un autre dossier de données pour votre vrai travail.',
  sampleLoad: 'Charger les données d’exemple',
  sampleLoading: 'Écriture de deux ans de saisies…',
  notSetUp: 'Daybook n’est pas encore configuré',
  notSetUpText: 'Ouvrez la fenêtre principale et indiquez qui vous êtes.',
  readBackTitle: 'Restaurer un export',
  readBackText:
    'Vous avez une archive complète exportée par un autre Daybook ? Choisissez-la et continuez à partir de là.',
  readBackChoose: 'Choisir l’archive…',
  readBackReading: 'Restauration…',
  readBackRows: '{{done}} sur {{total}}',
  readBackCounting: 'Comptage et vérification des chiffres…',
} satisfies TextsLike<typeof english>
