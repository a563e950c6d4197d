// German words of the first screen.
import type { welcome as english } from '../en/welcome.ts'
import type { TextsLike } from '../textsLike.ts'

export const welcome: TextsLike<typeof english> = {
  title: 'Willkommen bei Daybook',
  intro: 'Alles bleibt auf diesem Computer. Sie können alles später ändern.',
  yourName: 'Ihr Name',
  organisation: 'Organisation',
  organisationHint: 'Ihre Firma oder Ihr eigener Name.',
  zone: 'Zeitzone',
  currency: 'Währung',
  firstCustomer: 'Erster Kunde (optional)',
  firstCustomerHint: 'Für wen arbeiten Sie zuerst?',
  begin: 'Beginnen',
  sampleTitle: 'Nur umsehen?',
  sampleText:
    'Laden Sie eine Beispielfirma: 12 Personen, 60 Kunden und zwei Jahre Zeit. Für echte Arbeit nehmen Sie einen anderen Datenordner.',
  sampleLoad: 'Beispieldaten laden',
  sampleLoading: 'Zwei Jahre Einträge werden geschrieben …',
  notSetUp: 'Daybook ist noch nicht eingerichtet',
  notSetUpText: 'Öffnen Sie das Hauptfenster und sagen Sie, wer Sie sind.',
  readBackTitle: 'Einen Export wiederherstellen',
  readBackText:
    'Sie haben ein Gesamtarchiv, das ein anderes Daybook exportiert hat? Wählen Sie es und machen Sie dort weiter.',
  readBackChoose: 'Archiv wählen …',
  readBackReading: 'Wird wiederhergestellt …',
  readBackRows: '{{done}} von {{total}}',
  readBackCounting: 'Zahlen werden gezählt und geprüft …',
}
