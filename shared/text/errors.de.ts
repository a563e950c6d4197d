// The German sentence for every refusal: what is wrong, and what to do.
import type { OwnErrorCode } from '../contract/errors.ts'

export const errorsDe: Record<OwnErrorCode | 'guard.projectDelete' | 'guard.assignmentDelete', string> = {
  'request.unknown': 'Eine Anfrage dieses Namens gibt es nicht. Prüfen Sie die Schreibweise.',
  'request.invalid':
    'Etwas in der Eingabe passt nicht. Berichtigen Sie, was genannt ist, und versuchen Sie es erneut.',
  'request.notPermitted': 'Ihre Rolle erlaubt das nicht. Fragen Sie jemanden mit Verwaltungsrechten.',
  'request.conflict':
    'Das wurde inzwischen geändert. Sehen Sie es sich noch einmal an und wiederholen Sie Ihren Wunsch.',
  internal:
    'In Daybook ist etwas schiefgegangen; geändert wurde nichts. Versuchen Sie es erneut, und melden Sie es, wenn es wiederkommt.',
  'notFound.change': 'Diese Änderung ist hier nicht bekannt.',
  'notFound.export': 'Dieser Export ist nicht mehr bekannt. Starten Sie ihn erneut.',
  'notFound.browser': 'Dieser Browser ist nicht mehr angemeldet.',
  'notFound.backup': 'Es gibt keine geprüfte Sicherung zum Wiederherstellen.',
  'name.taken': 'Der Name „{{name}}“ ist schon vergeben. Wählen Sie einen anderen.',
  'name.unknown': 'Unter dem Namen „{{name}}“ gibt es nichts.',
  'name.ambiguous': 'Mehr als eines heißt „{{name}}“.',
  'timer.alreadyRunning': 'Es läuft schon ein Timer. Stoppen Sie ihn zuerst, oder wechseln Sie zum neuen.',
  'timer.notRunning': 'Es läuft kein Timer. Starten Sie zuerst einen.',
  'timer.notPaused': 'Der Timer ist nicht angehalten.',
  'timer.notStopped': 'Der Timer ist noch nicht gestoppt. Stoppen Sie ihn, bevor er gebucht wird.',
  'timer.startInFuture': 'Der Beginn liegt in der Zukunft. Geben Sie eine vergangene Zeit an.',
  'timer.startTooLongAgo':
    'Dieser Beginn liegt mehr als 24 Stunden zurück. Tragen Sie stattdessen im Arbeitstagebuch die Zeit jedes Tages ein.',
  'timer.startAfterEnd': 'Der Beginn liegt nach dem Ende der Sitzung. Geben Sie einen früheren Beginn an.',
  'timer.atBeforeSegment':
    'Dieser Zeitpunkt liegt in oder vor der Zeit, die dieser Timer schon gezählt hat. Geben Sie einen späteren an.',
  'timer.earlierStop':
    'Derselbe Timer wurde auf einem anderen Gerät früher gestoppt, und das frühere Ende gilt. Was hier notiert wurde, ist aufgehoben: Übernehmen Sie es oder lassen Sie es.',
  'timer.inFuture': 'Diese Zeit liegt in der Zukunft. Geben Sie eine vergangene an.',
  'rule.customerRequired': 'Ein Kunde ist erforderlich. Wählen Sie einen.',
  'rule.categoryRequired': 'Eine Kategorie ist erforderlich. Wählen Sie eine.',
  'rule.noteRequired': 'Eine Notiz ist erforderlich. Schreiben Sie, was getan wurde.',
  'rule.tooShort':
    'Die Sitzung ist kürzer als die {{minutes}} Minuten, die Ihre Regeln verlangen. Arbeiten Sie weiter, oder verwerfen Sie sie.',
  'rule.tooLong':
    'Die Sitzung ist länger als die {{minutes}} Minuten, die Ihre Regeln erlauben. Berichtigen Sie die Zeiten.',
  'clientTimer.off':
    'Der Timer ist für Sie ausgeschaltet. Bitten Sie jemanden mit Verwaltungsrechten, „Kunden-Timer“ einzuschalten.',
  'module.off':
    'Das Modul „{{module}}“ ist ausgeschaltet. Jemand mit Verwaltungsrechten kann es unter Einstellungen, Module einschalten, für einzelne Benutzer unter Einstellungen, Benutzer.',
  'module.notPerUser':
    'Das Modul „{{module}}“ gilt nur für die ganze Organisation. Schalten Sie es unter Einstellungen, Module.',
  'record.priorPeriod': 'Die Zeit kann nicht gebucht werden, weil das Datum in den vorigen Zeitraum fällt.',
  'record.inactiveCategory': 'Die Zeit kann nicht gebucht werden, weil die Kategorie nicht aktiv ist.',
  'record.inactiveTag': 'Das Schlagwort {{name}} ist inaktiv. Wählen Sie ein anderes oder lassen Sie es weg.',
  'record.inactiveUser':
    'Die Zeit kann nicht gebucht werden, weil {{name}} nicht aktiv ist. Setzen Sie die Person zuerst auf aktiv.',
  'record.inactiveCustomer':
    'Die Zeit kann nicht gebucht werden, weil der Kunde {{name}} nicht aktiv ist. Setzen Sie ihn auf aktiv, oder wählen Sie einen anderen.',
  'project.otherCustomer':
    'Das Projekt {{code}} gehört zu einem anderen Kunden. Wählen Sie ein Projekt dieses Kunden oder keines.',
  'project.completed':
    'Das Projekt {{code}} wurde am {{date}} abgeschlossen und nimmt danach keine Zeit mehr auf. Wählen Sie ein anderes, oder öffnen Sie es wieder.',
  'code.taken': 'Das Kürzel „{{code}}“ ist vergeben. Wählen Sie ein anderes.',
  'assignment.second':
    'Für diesen Benutzer gibt es schon eine Zuordnung für denselben Kunden oder für alle Kunden. Ändern Sie stattdessen diese.',
  'project.codeTaken': 'Ein anderes Projekt hat das Kürzel „{{code}}“. Wählen Sie ein anderes.',
  'project.hasTime':
    'Auf {{code}} ist Zeit für seinen Kunden gebucht; es kann daher zu keinem anderen wechseln. Legen Sie dort ein neues Projekt an.',
  'project.hasCases':
    'An {{code}} sind Fälle gebunden; es kann daher zu keinem anderen Kunden wechseln. Lösen Sie diese, oder legen Sie dort ein neues Projekt an.',
  'opportunity.otherCustomer':
    'Die Verkaufschance {{name}} gehört zu einem anderen Kunden. Wählen Sie eine dieses Kunden oder keine.',
  'opportunity.closed':
    'Die Verkaufschance {{name}} ist abgeschlossen und nimmt keine neue Zeit auf. Öffnen Sie sie wieder, oder wählen Sie eine andere.',
  'case.otherCustomer':
    'Der Fall {{code}} gehört zu einem anderen Kunden. Wählen Sie einen Fall dieses Kunden oder keinen.',
  'case.hasTime':
    'Auf {{code}} ist Zeit für seinen Kunden gebucht; er kann daher zu keinem anderen wechseln. Legen Sie dort einen neuen Fall an.',
  'case.closed':
    'Der Fall {{code}} ist geschlossen und nimmt keine neue Zeit auf. Öffnen Sie ihn wieder, oder wählen Sie einen anderen.',
  'case.projectRequired':
    'Der Fall {{code}} gehört zu keinem Projekt, und nur Fälle mit Projekt nehmen Zeit auf. Wählen Sie zuerst ein Projekt für ihn.',
  'entry.stopBeforeStart': 'Das Ende liegt vor dem Beginn. Berichtigen Sie eines von beiden.',
  'entry.zeroDuration': 'Die Dauer muss länger als null sein.',
  'entry.exceedsDay':
    'Ab diesem Beginn sind an dem Tag höchstens {{maxMinutes, duration}} Std. übrig. Geben Sie eine kürzere Dauer oder einen früheren Beginn an.',
  'entry.dayFull':
    'Am {{date}} sind höchstens noch {{maxMinutes, duration}} Std. frei: Ein Tag fasst nicht mehr Zeit, als er lang ist. Geben Sie weniger an oder ein anderes Datum.',
  'entry.inFuture': 'Diese Zeit liegt in der Zukunft. Nur vergangene Zeit kann gebucht werden.',
  'entry.someRefused':
    'Nichts wurde geändert, weil es bei {{count}} von {{all}} Einträgen nicht geht. Lassen Sie diese weg und versuchen Sie es noch einmal.',
  'entry.overlaps':
    'Diese Zeit überschneidet sich mit einem anderen Eintrag derselben Person. Ändern Sie die Zeiten oder den anderen Eintrag.',
  'time.missing':
    'Diese Zeit gibt es an dem Tag nicht: Die Uhren wurden darüber vorgestellt. Geben Sie eine frühere oder spätere an.',
  'time.twice':
    'Diese Zeit gibt es an dem Tag zweimal: Die Uhren wurden zurückgestellt. Sagen Sie mit dem Abstand zu UTC, welche gemeint ist.',
  'time.invalid': 'Das ist kein Datum mit Uhrzeit. Schreiben Sie es wie 2026-03-03 09:15.',
  'duration.unreadable':
    'Das lässt sich nicht als Dauer lesen. Schreiben Sie sie wie 1:30, 2h 30min, 2,5 oder 90min.',
  'absence.overlap':
    'Am {{date}} wäre das mehr als ein ganzer Tag Abwesenheit. Ändern Sie die Tage oder die Abwesenheit, die dort schon steht.',
  'absence.endBeforeStart':
    'Der letzte Tag liegt vor dem ersten. Wählen Sie den {{date}} oder einen späteren.',
  'absence.tooLong': 'Eine Abwesenheit hat höchstens {{days}} Tage. Tragen Sie den Rest als weitere ein.',
  'absence.hoursMissing':
    'Geben Sie an, wie viele Stunden am Tag: mehr als null, und nur bei einer Abwesenheit nach Stunden.',
  'absence.closed':
    'Der Zeitraum bis {{through}} ist abgeschlossen, seine Abwesenheiten bleiben. Wählen Sie Tage danach, oder öffnen Sie den Zeitraum zuerst.',
  'absence.afterLastDay':
    'Der letzte Tag von {{name}} war der {{date}}. Wählen Sie einen früheren ersten Tag.',
  'absence.kindInactive': 'Die Art {{name}} ist inaktiv. Wählen Sie eine andere Art der Abwesenheit.',
  'absence.decided':
    'Diese Abwesenheit ist genehmigt. Bitten Sie die Leitung, sie zu ändern oder zurückzuziehen.',
  'absence.already': 'Über diese Abwesenheit wurde schon so entschieden.',
  'absence.reasonMissing': 'Geben Sie einen Grund an. Wer den Antrag gestellt hat, sieht ihn.',
  'account.closed':
    'Der Zeitraum bis {{through}} ist abgeschlossen, seine Salden bleiben. Wählen Sie ein späteres Datum, oder öffnen Sie den Zeitraum zuerst.',
  'approval.locked':
    'Der {{date}} von {{name}} ist freigegeben, seine Zeiten bleiben, wie sie sind. Leitende können die Freigabe zuerst zurücknehmen.',
  'approval.closed':
    'Der Zeitraum bis {{through}} ist abgeschlossen, seine Freigaben bleiben. Wählen Sie spätere Tage, oder öffnen Sie den Zeitraum zuerst.',
  'approval.future': 'Diese Tage kommen erst noch. Reichen Sie Tage bis heute ein.',
  'approval.range':
    'Wählen Sie einen letzten Tag, der nicht vor dem ersten liegt, und höchstens {{days}} Tage auf einmal.',
  'approval.nothingToSubmit': 'Alle diese Tage sind schon eingereicht oder freigegeben.',
  'approval.notSubmitted':
    'Von {{name}} wartet an diesen Tagen nichts auf eine Entscheidung. Reichen Sie die Tage zuerst ein; ändert sich Zeit, ist ihr Tag nicht mehr eingereicht.',
  'approval.notApproved': 'Von diesen Tagen von {{name}} ist keiner freigegeben.',
  'approval.timerRuns':
    'Ein Timer hat an diesen Tagen Zeit, die noch nicht erfasst ist. Beenden und erfassen Sie ihn zuerst, oder lassen Sie seinen Tag aus.',
  'approval.reasonMissing': 'Geben Sie den Grund an: Wer die Tage eingereicht hat, liest ihn.',
  'exception.reasonMissing': 'Geben Sie den Grund an. Er steht im Verlauf.',
  'account.reasonMissing': 'Geben Sie einen Grund an. Er steht bei der Buchung.',
  'account.noAmount': 'Geben Sie etwas anderes als null ein. Eine Auszahlung hat kein Minuszeichen.',
  'package.noHours': 'Geben Sie mehr als null Stunden ein.',
  'package.expiryBefore':
    'Das Paket würde verfallen, bevor es am {{date}} beginnt. Wählen Sie diesen oder einen späteren Tag.',
  'package.beforePurchase': 'Das Paket beginnt am {{date}}. Wählen Sie diesen oder einen späteren Tag.',
  'package.reasonMissing': 'Geben Sie den Grund an: Er steht in der Aufstellung.',
  'package.notLeft':
    'Von diesem Paket sind nur {{minutes, duration}} Std. übrig, mehr lässt sich nicht abziehen.',
  'package.nothingLeft': 'Von diesem Paket ist nichts übrig, das übertragen werden könnte.',
  'rate.priorPeriod':
    'Stundensätze eines abgeschlossenen Zeitraums bleiben, wie sie sind. Wählen Sie einen ersten Tag danach, oder öffnen Sie den Zeitraum zuerst.',
  'invoice.nothing':
    'Es gibt nichts abzurechnen: keine abrechenbare Zeit, die noch auf keiner Rechnung steht. Wählen Sie einen anderen Zeitraum, oder fügen Sie eigene Zeilen hinzu.',
  'invoice.noRate':
    'Für diese Zeit gilt kein Stundensatz, sie hat also keinen Preis. Legen Sie zuerst einen Satz für Kunde, Projekt, Benutzer oder Organisation fest.',
  'invoice.tooManyLines':
    'Die Rechnung hätte {{count}} Zeilen, höchstens {{most}} sind möglich. Fassen Sie die Zeit nach Tag, Projekt oder Kategorie zusammen, oder schreiben Sie zwei Rechnungen.',
  'invoice.tooManyEntries':
    'In diesem Zeitraum liegen {{count}} Einträge, höchstens {{most}} passen auf eine Rechnung. Wählen Sie einen kürzeren Zeitraum.',
  'invoice.twoCurrencies':
    'Dieser Entwurf ist in {{was}}, die Stundensätze sind jetzt in {{is}}. Löschen Sie den Entwurf, und erstellen Sie einen neuen.',
  'invoice.incomplete':
    'Etwas, das auf einer Rechnung stehen muss, ist noch nicht angegeben. Ergänzen Sie, was genannt ist, in den Abrechnungs-Einstellungen oder beim Kunden.',
  'invoice.untaxedMixed':
    'Was nicht der Steuer unterliegt, steht auf einer eigenen Rechnung. Wählen Sie für alle Zeilen eine Art der Steuer, oder schreiben Sie zwei Rechnungen.',
  'invoice.negative':
    'Die Summe liegt unter null. Fügen Sie Zeilen hinzu, oder stornieren Sie die Rechnung, die zurückgenommen werden soll.',
  'invoice.inFuture': 'Eine Rechnung trägt das Datum von heute oder ein früheres. Wählen Sie ein anderes.',
  'invoice.dueBefore': 'Die Fälligkeit liegt vor dem Rechnungsdatum. Wählen Sie eine spätere.',
  'invoice.priorPeriod':
    'Der Zeitraum bis {{through}} ist abgeschlossen, daher trägt keine neue Rechnung ein Datum darin. Wählen Sie ein späteres; die Zeit selbst darf davor liegen.',
  'invoice.numberTaken':
    'Die Nummer {{number}} ist durch ein anderes Format vergeben. Ändern Sie das Nummernformat in den Abrechnungs-Einstellungen.',
  'invoice.frozen':
    'Die Rechnung {{number}} ist gestellt und bleibt, wie sie ist. Stornieren Sie sie stattdessen: Eine Gutschrift nimmt sie zurück.',
  'invoice.entryTaken':
    'Diese Zeit steht schon auf einer anderen Rechnung ({{number}}). Sie wird einmal abgerechnet.',
  'invoice.entryLocked':
    'Diese Zeit steht auf der Rechnung {{number}} und bleibt, wie sie ist. Stornieren Sie zuerst die Rechnung, um sie zu ändern.',
  'invoice.otherCustomer':
    'Diese Zeit ist für einen anderen Kunden als die Rechnung. Wählen Sie Zeit ihres Kunden.',
  'invoice.isCreditNote':
    'Dies ist eine Gutschrift: Sie wird weder bezahlt noch storniert. Schreiben Sie stattdessen eine neue Rechnung.',
  'invoice.alreadyVoid':
    'Die Rechnung {{number}} ist storniert. Ihre Zeit kann auf eine neue gesetzt werden.',
  'invoice.notIssued': 'Dies ist ein Entwurf. Stellen Sie ihn zuerst, oder löschen Sie ihn.',
  'invoice.reasonMissing': 'Sagen Sie, warum die Rechnung storniert wird. Es steht auf der Gutschrift.',
  'invoice.creditBefore':
    'Eine Gutschrift trägt kein Datum vor ihrer Rechnung vom {{date}}. Wählen Sie ein späteres.',
  'invoice.paidAlready': 'Die Rechnung {{number}} ist vollständig bezahlt.',
  'report.tooManyRows':
    'Dieser Bericht hätte mehr als {{most}} Zeilen. Wählen Sie einen kürzeren Zeitraum, weniger Gruppen oder Monate statt Tagen.',
  'invoice.currencyXml':
    'E-Rechnungen haben höchstens zwei Nachkommastellen, {{currency}} hat mehr. Senden Sie das PDF oder die Arbeitsmappe.',
  'tax.invalid':
    'Nur die Kategorie des Regelsatzes hat einen Satz über 0, und sie hat immer einen. Ändern Sie die Kategorie oder den Satz.',
  'logo.unreadable': 'Dies ist kein Bild im Format PNG oder JPEG. Wählen Sie eine andere Datei.',
  'logo.tooLarge': 'Das Bild ist zu groß. Wählen Sie eines mit höchstens 1 MB.',
  'payment.tooMuch': 'Auf der Rechnung {{number}} sind nur {{open}} offen. Geben Sie das oder weniger ein.',
  'payment.priorPeriod':
    'Der Zeitraum bis {{through}} ist abgeschlossen, seine Zahlungen bleiben daher. Wählen Sie ein späteres Datum, oder öffnen Sie den Zeitraum zuerst.',
  'meeting.stopBeforeStart': 'Der Termin endet, bevor er beginnt. Berichtigen Sie eines von beiden.',
  'meeting.tooLong':
    'Ein Termin dauert höchstens {{hours}} Stunden. Wählen Sie ein früheres Ende oder ganze Tage.',
  'meeting.daysTooMany':
    'Ein ganztägiger Termin dauert höchstens {{days}} Tage. Wählen Sie ein früheres Ende oder wiederholen Sie ihn.',
  'meeting.repeatTooFine':
    'Ein Termin wiederholt sich höchstens einmal am Tag ({{part}}). Wiederholen Sie ihn täglich oder seltener oder legen Sie mehrere Termine an.',
  'meeting.repeatUnknown':
    'Diese Wiederholung ist nicht lesbar: {{part}}. Schreiben Sie sie wie FREQ=WEEKLY;BYDAY=MO;COUNT=10.',
  'meeting.repeatEndless':
    'Ein Termin kann sich nicht endlos wiederholen. Geben Sie an, bis zu welchem Tag oder wie oft.',
  'meeting.repeatTooFar':
    'Ein Termin wiederholt sich höchstens {{years}} Jahre lang. Wählen Sie ein früheres Ende.',
  'meeting.repeatNever':
    'Nach dieser Regel findet der Termin kein zweites Mal statt. Ändern Sie die Regel oder wiederholen Sie ihn nicht.',
  'meeting.tooManyExceptions':
    'Höchstens {{most}} Termine einer Serie können verschoben oder abgesagt werden. Beenden Sie diese Serie und beginnen Sie eine neue.',
  'meeting.allDayLog':
    'Ein ganztägiger Termin hat keine Stunden für die Zeiterfassung. Geben Sie Beginn und Ende an oder erfassen Sie ihn nicht.',
  'meeting.othersLog':
    'Sie können einen Termin nur in Ihre eigene Zeiterfassung aufnehmen. Lassen Sie die anderen weg, erfassen Sie ihn nicht oder bitten Sie die Leitung darum.',
  'meeting.tooManyLogs':
    'Es würden mehr als {{most}} Einträge auf einmal erfasst. Lassen Sie die Serie später beginnen oder erfassen Sie sie nicht.',
  'meeting.noOccurrence':
    'Dieser Termin findet dann nicht statt. Sehen Sie im Kalender oder mit „daybook meeting list“ nach, wann er stattfindet.',
  'meeting.severalOccurrences':
    'Dieser Termin wiederholt sich. Geben Sie an, welchen Sie meinen oder dass Sie alle meinen.',
  'meeting.oneOnly':
    'Ein einzelner Termin der Serie hat nur seine eigene Zeit, seinen Titel und seinen Ort. Ändern Sie alle oder diesen und die folgenden.',
  'meeting.moveNeedsRule':
    'Die Tage dieser Regel lassen sich nicht einfach verschieben. Geben Sie an, wie sich der Termin ab dem neuen Tag wiederholt.',
  'meeting.followingFixed':
    'Ab diesem Termin gibt es Zeit, die abgerechnet oder in einem abgeschlossenen Zeitraum ist. Wählen Sie einen späteren oder nur diesen.',
  'meeting.notLogged':
    'Dieser Termin wird nicht in die Zeiterfassung aufgenommen. Schalten Sie das zuerst ein.',
  'meeting.notOver': 'Dieser Termin ist noch nicht vorbei. Seine Zeit wird danach erfasst.',
  'task.stopBeforeStart': 'Die Aufgabe endet, bevor sie beginnt. Berichtigen Sie eines von beiden.',
  'task.dueOrTimed':
    'Eine Aufgabe ist an einem Tag fällig oder hat eine Zeit, nicht beides. Lassen Sie eines von beiden weg.',
  'guard.userInactive': 'Die Person kann nicht inaktiv gesetzt werden, solange für sie ein Timer läuft.',
  'guard.assignmentDelete': 'In einem Timer verwendet – Löschen nicht möglich.',
  'guard.projectDelete':
    'Das Projekt {{code}} kann nicht gelöscht werden, da es in einem Timer verwendet wird.',
  'guard.periodTimers':
    'Der Zeitraum kann nicht abgeschlossen werden, solange darin begonnene Timer nicht gebucht sind. Stoppen und buchen Sie sie zuerst, oder schließen Sie trotzdem ab: Was sie darin zählen, wartet dann als Ausnahme.',
  'user.lastAdministrator':
    'Dies ist die letzte aktive Person mit Verwaltungsrechten. Geben Sie diese zuerst jemand anderem.',
  'user.inClosedPeriod':
    'Dieser Benutzer hat Anteil an den Zahlen des abgeschlossenen Zeitraums bis {{through}}. Wählen Sie ein Eintrittsdatum danach oder öffnen Sie den Zeitraum wieder.',
  'user.lastDateClosed':
    'Der Zeitraum bis {{through}} ist abgeschlossen, seine Zahlen bleiben. Wählen Sie {{through}} oder einen späteren letzten Tag oder öffnen Sie den Zeitraum wieder.',
  'organisation.currencyClosed':
    'Die Währung bleibt {{currency}}, solange ein Zeitraum abgeschlossen ist: Seine Beträge lauten darauf. Öffnen Sie den Zeitraum wieder, um sie zu ändern.',
  'employment.extraNeedsDays':
    'Mehrstunden nach Tag oder Woche brauchen Sollzeiten der Wochentage. Leeren Sie die Sollzeit des Monats oder zählen Sie nach Monat.',
  'period.inFuture':
    'Abgeschlossen wird höchstens bis gestern, denn der heutige Tag ist noch nicht vorbei. Wählen Sie einen früheren Tag.',
  'period.reasonMissing':
    'Nennen Sie den Grund, aus dem der Zeitraum wieder geöffnet wird. Er steht im Verlauf.',
  'user.notOffered':
    'Sie können {{name}} nicht wählen: Ihrer Rolle werden andere Namen angeboten. Wählen Sie einen anderen, oder fragen Sie jemanden mit Verwaltungsrechten.',
  'user.self': 'Das können Sie nicht für sich selbst tun. Bitten Sie jemand anderen mit Verwaltungsrechten.',
  'undo.changedSince':
    'Das kann nicht rückgängig gemacht werden: Es wurde seither wieder geändert. Machen Sie zuerst die spätere Änderung rückgängig.',
  'undo.tooOld': 'Das kann nicht rückgängig gemacht werden: Es ist älter als 30 Tage.',
  'undo.periodClosed':
    'Das kann nicht rückgängig gemacht werden: Sein Zeitraum ist abgeschlossen. Öffnen Sie ihn zuerst.',
  'undo.nothing': 'Es gibt nichts rückgängig zu machen.',
  'undo.cancelled': 'Abgebrochen; alles ist wie vorher.',
  'setup.done': 'Daybook ist in diesem Datenordner schon eingerichtet.',
  'setup.missing':
    'Daybook ist in diesem Datenordner noch nicht eingerichtet. Öffnen Sie es und beantworten Sie die Begrüßung, oder richten Sie es auf der Kommandozeile ein.',
  'sample.notEmpty':
    'Beispieldaten können nur in einen leeren Datenordner geladen werden. Starten Sie mit einem anderen Ordner: --data ORDNER.',
  'disk.full':
    'Der Datenträger ist voll, es kann nichts gespeichert werden. Schaffen Sie Platz und versuchen Sie es erneut.',
  'disk.readonly':
    'In den Datenordner kann nicht geschrieben werden. Prüfen Sie seine Rechte, oder wählen Sie einen anderen Ordner.',
  'db.locked':
    'Ein anderes Programm benutzt die Daten in diesem Moment. Versuchen Sie es erneut, oder beenden Sie jenes Programm.',
  'db.newer':
    'Diese Daten hat eine neuere Version von Daybook geschrieben. Installieren Sie diese oder eine spätere; geändert wurde nichts.',
  'db.damaged':
    'Die Datenbank ist beschädigt. Stellen Sie die neueste Sicherung wieder her; die beschädigte Datei wird beiseitegelegt und bleibt erhalten.',
  'db.missing':
    'Die Datenbank oder ihr Ordner ist nicht da. Prüfen Sie den Datenordner, oder stellen Sie eine Sicherung wieder her.',
  'db.migrationFailed':
    'Die Daten konnten nicht auf diese Version gebracht werden und blieben, wie sie waren. Behalten Sie die bisherige Version, und melden Sie dies.',
  'mail.noAddress': 'Das ist keine E-Mail-Adresse. Schreiben Sie sie wie ana@example.org.',
  'mail.noProgram':
    'Es ließ sich kein Mailprogramm öffnen. Wählen Sie eines in den Einstellungen dieses Computers, oder hängen Sie das gespeicherte PDF selbst an.',
  'invoice.sentInFuture':
    'Sie kann nicht erst nach heute verschickt worden sein. Wählen Sie heute oder einen früheren Tag.',
  'invoice.sentBefore':
    'Sie kann nicht vor ihrem Datum verschickt worden sein. Wählen Sie den {{date}} oder einen späteren Tag.',
  'export.letters':
    'Keine Schrift hier hat die Zeichen {{letters}}. Installieren Sie eine, die sie hat, etwa Noto, oder schreiben Sie diese Texte in anderen Zeichen.',
  'export.cancelled': 'Der Export wurde abgebrochen; es wurde keine Datei geschrieben.',
  'export.failed':
    'Der Export ist fehlgeschlagen; es wurde keine Datei geschrieben. Versuchen Sie es erneut, und melden Sie es, wenn es wiederkommt.',
  'session.signedOut': 'Sie sind abgemeldet. Melden Sie sich wieder an, um weiterzuarbeiten.',
  'session.ended': 'Dieser Browser ist abgemeldet. Starten Sie Daybook noch einmal, um es hier zu öffnen.',
  'session.locked': 'Daybook ist gesperrt. Geben Sie zuerst die PIN Ihres Profils ein.',
  'pin.needed': 'Das Profil {{name}} hat eine PIN. Geben Sie sie ein.',
  'pin.wrong':
    'Das ist nicht die PIN von {{name}}. Versuchen Sie es erneut, oder lassen Sie sie zurücksetzen.',
  'pin.wait':
    'Zu viele falsche PINs für {{name}}. Warten Sie {{seconds}} Sekunden, und versuchen Sie es erneut.',
  'file.foreignLink':
    'Auf dem Weg zu dieser Datei liegt eine Verknüpfung, die ein anderer Benutzer dieses Computers angelegt hat. Wählen Sie einen anderen Ort.',
  'calendarFile.notReadable':
    'Diese Datei lässt sich nicht lesen: {{file}}. Prüfen Sie den Namen und ob Sie sie lesen dürfen.',
  'calendarFile.tooLarge':
    'Diese Datei ist größer als {{most}} MB. Exportieren Sie aus dem anderen Kalender einen kürzeren Zeitraum und importieren Sie ihn.',
  'calendarFile.tooMany':
    'Diese Datei enthält {{count}} Termine und Aufgaben; höchstens {{most}} werden auf einmal importiert. Exportieren Sie aus dem anderen Kalender einen kürzeren Zeitraum.',
  'calendarFile.none':
    'Das ist kein Kalender: Die Datei beginnt nicht mit BEGIN:VCALENDAR. Wählen Sie eine Datei, die auf .ics endet.',
  'calendarFile.empty': 'Dieser Kalender enthält keine Termine und keine Aufgaben.',
  'calendarFile.cutOff':
    'Diese Datei bricht mittendrin ab. Exportieren oder laden Sie sie erneut; es wurde nichts importiert.',
  'calendarFile.broken':
    'Diese Datei ist beschädigt: Der Teil {{part}} endet nicht, wo er sollte. Exportieren Sie sie erneut; es wurde nichts importiert.',
  'calendarFile.tooHard':
    'Diese Datei macht zu viel Arbeit: Sie wiederholt zu viel oder ist darauf angelegt. Exportieren Sie aus dem anderen Kalender einen kürzeren Zeitraum; es wurde nichts importiert.',
  'calendarFile.gone': 'Die übergebene Datei ist nicht mehr da. Wählen Sie sie erneut.',
  'range.endBeforeStart': 'Der letzte Tag liegt vor dem ersten. Berichtigen Sie einen von beiden.',
  'calendarRow.unreadable': 'Nicht lesbar ({{text}}).',
  'calendarRow.noStart': 'Ohne Beginn.',
  'calendarRow.badTime': 'Die Angabe „{{text}}“ ist kein Datum und keine Uhrzeit.',
  'calendarRow.tooOld': 'Aus der Zeit vor 1970.',
  'calendarRow.zoneUnknown': 'Die Zeitzone „{{zone}}“ ist nicht bekannt. Sagen Sie, welche gemeint ist.',
  'calendarRow.otherRule':
    'Wiederholt sich an einzelnen Tagen oder mit Ausnahmeregeln ({{part}}); das kann ein Termin hier nicht.',
  'calendarRow.thisAndFuture':
    'Eine Änderung gilt für alle folgenden; das kann ein Termin hier nicht. Exportieren Sie zwei Serien daraus.',
  'calendarRow.taskRepeats': 'Eine Aufgabe, die sich wiederholt; das können Aufgaben hier nicht.',
  'calendarRow.recordedTime': 'Erfasste Zeit und kein Termin.',
  'calendarRow.twice': 'Steht zweimal in der Datei; die neuere Fassung gilt.',
  'calendarRow.notYours':
    'Gehört jemand anderem. Bitten Sie diese Person oder eine Leitung, es zu importieren.',
  'importFile.notReadable':
    'Diese Datei lässt sich nicht lesen: {{file}}. Prüfen Sie ihren Namen und ob Sie sie lesen dürfen.',
  'importFile.tooLarge':
    'Die Dateien sind größer als {{most}} MB. Importieren Sie sie einzeln oder einen kürzeren Zeitraum.',
  'importFile.tooMany':
    '{{file}} hat mehr als {{most}} Zeilen. Exportieren Sie einen kürzeren Zeitraum und importieren Sie diesen.',
  'importFile.unknown':
    '{{file}} enthält keine Tabelle mit Zeiten. Wählen Sie eine CSV- oder Excel-Datei oder einen Export Ihres bisherigen Programms.',
  'importFile.empty': '{{file}} enthält keine Zeilen.',
  'importFile.cutOff':
    '{{file}} hört mittendrin auf. Exportieren oder laden Sie sie noch einmal; es wurde nichts importiert.',
  'importFile.broken':
    '{{file}} ist beschädigt oder nicht das, was ihr Name sagt (Zeile {{line}}). Exportieren Sie sie noch einmal; es wurde nichts importiert.',
  'importFile.protected':
    '{{file}} ist mit einem Kennwort geschützt oder von einem Excel vor 2007. Speichern Sie sie als .xlsx ohne Kennwort.',
  'importFile.bomb': '{{file}} wäre entpackt weit größer als jetzt und wurde deshalb nicht geöffnet.',
  'importFile.tooHard':
    'Diese Datei braucht zu viel Zeit oder Speicher. Importieren Sie einen kürzeren Zeitraum; es wurde nichts importiert.',
  'importFile.gone': 'Die Dateien sind nicht mehr da. Wählen Sie sie erneut.',
  'template.notWorkbook':
    '{{file}} ist keine Excel-Arbeitsmappe. Wählen Sie eine Datei, die auf .xlsx endet; andere Formate lassen sich so speichern.',
  'template.protected':
    '{{file}} ist mit einem Kennwort geschützt oder von einem Excel vor 2007. Speichern Sie sie als .xlsx ohne Kennwort.',
  'template.macros':
    '{{file}} enthält Makros, die Daybook nicht weitergibt. Speichern Sie sie als .xlsx ohne Makros.',
  'template.tooLarge':
    '{{file}} ist größer als {{most}} MB. Entfernen Sie, was eine Vorlage nicht braucht, etwa große Bilder.',
  'template.broken':
    '{{file}} ist beschädigt: {{part}} lässt sich nicht lesen. Öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie erneut.',
  'template.noNames':
    '{{file}} hat keine Stelle, die Daybook füllen könnte: Geben Sie Zellen Namen wie daybook_total. Die Mustervorlage zeigt alle Namen.',
  'template.unknownName':
    'Die Vorlage hat einen Namen {{name}}, der hier nicht gefüllt werden kann. Am nächsten kommt {{nearest}}. Die Mustervorlage zeigt alle Namen.',
  'template.unknownField':
    'Die Zeile {{name}} der Vorlage hat {{field}}, was kein Feld davon ist. Am nächsten kommt {{nearest}}.',
  'template.nowhere':
    'Der Name {{name}} der Vorlage verweist auf keine Zellen eines Blatts. Lassen Sie ihn darauf verweisen, oder löschen Sie ihn.',
  'template.noFields':
    'Die erste Zeile von {{name}} in der Vorlage enthält kein Feld wie {{field}}. Schreiben Sie Felder in geschweiften Klammern in ihre Zellen.',
  'template.sideBySide':
    '{{name}} und {{other}} stehen in denselben Zeilen der Vorlage. Stellen Sie eines unter das andere oder auf ein eigenes Blatt.',
  'template.tooMany':
    '{{name}} hätte {{count}} Zeilen; eine Vorlage fasst höchstens {{most}} und so viele, wie auf ihr Blatt passen. Wählen Sie einen Monat, oder grenzen Sie die Liste ein.',
  'everything.notEmpty': 'Hier sind schon Daten. Ein Archiv wird nur in ein leeres Daybook eingelesen.',
  'everything.unknown': 'Das ist kein Gesamtarchiv. Wählen Sie die ZIP-Datei, die Daybook exportiert hat.',
  'everything.newer':
    'Dieses Archiv ist von einem neueren Daybook ({{version}}). Aktualisieren Sie zuerst dieses hier.',
  'everything.broken':
    'Dieses Archiv ist beschädigt oder unvollständig: {{file}}, Zeile {{line}}. Es wurde nichts eingelesen. Exportieren Sie es noch einmal.',
  'import.cancelled': 'Abgebrochen; es wurde nichts importiert.',
  'import.busy': 'Ein Import wird gerade geschrieben. Warten Sie, bis er fertig ist.',
  'import.team':
    'Geräte eines Teams können noch keine Dateien importieren. Importieren Sie sie in ein eigenes Daybook, bevor es zum Team wird.',
  'import.needs':
    'Sagen Sie zuerst, was die Spalten enthalten, wie die Daten geschrieben sind und welche Zeitzone gilt.',
  'importRow.noStart': 'Ohne Datum.',
  'importRow.noEnd': 'Ohne Ende; vielleicht läuft die Zeit noch.',
  'importRow.noLength': 'Ohne Uhrzeiten und ohne Dauer.',
  'importRow.longer': 'Die Dauer ist länger als von Beginn bis Ende ({{minutes}} min).',
  'importRow.badTime': '„{{text}}“ ist kein Datum und keine Uhrzeit.',
  'importRow.badDuration': '„{{text}}“ ist keine Dauer.',
  'importRow.tooOld': 'Aus der Zeit vor 1970.',
  'importRow.tooLong': 'Der Text „{{text}}…“ hat mehr als {{most}} Zeichen.',
  'importRow.manyTags': 'Mehr als 20 Schlagwörter.',
  'importRow.cutOff': 'Die Datei hört mitten in dieser Zeile auf.',
  'importRow.break': 'Eine Pause und keine Arbeitszeit.',
  'importRow.twice': 'Zeitumstellung: {{text}} gab es an diesem Tag zweimal. Sagen Sie, welche gemeint ist.',
  'importRow.missing': 'Zeitumstellung: {{text}} gab es an diesem Tag nicht. Sagen Sie, was gelten soll.',
  'importRow.ambiguous': '„{{name}}“ heißen mehrere. Benennen Sie zuerst eines davon um.',
  'importRow.mayNotAdd':
    '„{{name}}“ ist nicht da, und Sie dürfen es nicht anlegen. Fragen Sie die Verwaltung.',
  'importRow.notYours': 'Die Zeit von jemand anderem. Bitten Sie eine Leitung, sie zu importieren.',
  'file.notWritable':
    'Die Datei kann dort nicht geschrieben werden. Schließen Sie sie, wo sie geöffnet ist, oder wählen Sie einen anderen Ort.',
  'notFound.attention': 'Das braucht keine Aufmerksamkeit mehr.',
  'attention.counts':
    'Es zählt schon, wenn auch nicht so, wie es gemeint war. Behalten Sie den jetzigen Stand, oder nehmen Sie es zurück.',
  'team.alone':
    'Daybook arbeitet hier allein, es gibt kein Team. Gründen Sie eines, oder treten Sie einem bei.',
  'team.already': 'Dieses Daybook ist schon in einem Team. Verlassen Sie es zuerst.',
  'team.notEmpty':
    'Hier sind schon Daten, und die des Teams würden an ihre Stelle treten. Treten Sie mit einem leeren Datenordner bei.',
  'team.filling': 'Die Daten des Teams sind noch unterwegs zu diesem Gerät. Warten Sie, bis sie da sind.',
  'team.badAddress': 'Das ist keine Adresse eines Servers. Sie sieht aus wie https://daybook.example.com.',
  'team.insecure':
    'Ohne https könnte jeder unterwegs mitlesen. Benutzen Sie eine https-Adresse; einfaches http ist nur für einen Server auf diesem Computer.',
  'team.offline':
    'Der Server des Teams ist nicht zu erreichen. Hier geht die Arbeit weiter und wird gesendet, sobald es geht.',
  'team.noAnswer':
    'Der Server des Teams antwortet nicht, und ohne ihn geht das nicht. Prüfen Sie die Adresse und die Verbindung, und versuchen Sie es noch einmal.',
  'team.certificate':
    'Das Zertifikat des Servers ist nicht gültig, deshalb wurde nichts gesendet. Fragen Sie, wer den Server betreibt.',
  'team.nonsense':
    'Was geantwortet hat, ist nicht der Server des Teams, oder er ist gestört. Prüfen Sie die Adresse, oder fragen Sie, wer ihn betreibt.',
  'team.busy': 'Der Server des Teams kann gerade nicht antworten. Es wird von selbst wieder versucht.',
  'team.tooLarge': 'Das ist mehr, als der Server des Teams auf einmal annimmt.',
  'team.otherVersion':
    'Der Server des Teams und dieses Daybook liegen zu weit auseinander. Aktualisieren Sie das ältere.',
  'team.refusedNewer':
    'Der Server des Teams ist neuer und hat das aus einem Grund abgelehnt, den diese Version nicht kennt. Aktualisieren Sie Daybook.',
  'team.copied':
    'Eine andere Kopie dieser Daten hat unter dem Namen dieses Geräts weitergearbeitet. Es bekommt einen eigenen.',
  'team.otherEpoch':
    'Der Server des Teams wurde aus einer Sicherung wiederhergestellt. Was ihm von diesem Gerät fehlt, wird nachgereicht.',
  'team.otherHistory':
    'Der Server des Teams hat einen anderen Verlauf als dieses Gerät: Er wurde aus einer Sicherung wiederhergestellt oder verändert. Es wird nichts gesendet oder geholt, bis sich das jemand angesehen hat.',
  'team.foundAgain':
    'Die Kopie, die unterwegs zum Server war, ist weg. Verlassen Sie das Team, und gründen Sie es auf einem leeren Server neu.',
  'team.founding': 'Die Daten dieses Teams sind noch unterwegs zum Server. Versuchen Sie es später.',
  'team.founded': 'Dieses Team hat seine Daten schon.',
  'team.closed': 'Dieser Server hat sein Team schon und nimmt kein anderes auf.',
  'team.signedOut':
    'Der Server des Teams kennt dieses Gerät nicht. Verlassen Sie das Team, und treten Sie ihm wieder bei.',
  'team.revoked':
    'Dieses Gerät wurde vom Team ausgeschlossen. Was noch nicht gesendet war, liegt bei einem Administrator; verlassen Sie das Team, um allein weiterzuarbeiten.',
  'team.notMember': 'Sie sind nicht mehr in diesem Team. Verlassen Sie es, um allein weiterzuarbeiten.',
  'team.memberAlready':
    'Diese Person ist schon im Team. Melden Sie sich stattdessen mit E-Mail-Adresse und Passwort an.',
  'team.wrongPassword': 'E-Mail-Adresse oder Passwort stimmt nicht.',
  'team.factorNeeded': 'Das Passwort stimmt. Geben Sie jetzt den Code Ihres zweiten Faktors ein.',
  'team.factorWrong': 'Der Code ist falsch oder wurde schon benutzt. Warten Sie auf den nächsten.',
  'team.factorMissing': 'Diese Firma verlangt einen zweiten Faktor. Richten Sie jetzt einen ein.',
  'team.factorThere': 'Sie haben schon einen zweiten Faktor.',
  'team.noFactor': 'Es gibt keinen zweiten Faktor.',
  'team.factorDemanded': 'Ihre Firma verlangt einen zweiten Faktor, deshalb bleibt er.',
  'team.noPasswordCode':
    'Dieser Code gilt nicht: Er gehört nicht zu dieser Adresse, wurde schon benutzt oder ist älter als ein Tag. Bitten Sie um einen neuen.',
  'team.inAnotherFirm':
    'Diese Person ist auf diesem Server auch in einer anderen Firma; niemand aus dieser hier kann ihr ein neues Passwort geben. Wer den Server betreibt, kann helfen.',
  'team.factorFirst':
    'Richten Sie zuerst selbst einen zweiten Faktor ein; dann können Sie ihn von allen verlangen.',
  'team.noGrant':
    'Dieser Code ist hier unbekannt, oder seine zehn Minuten sind um. Beginnen Sie am Gerät von vorn.',
  'team.deviceDenied': 'Dieses Gerät wurde nicht zugelassen.',
  'team.passkeyWrong': 'Dieser Passkey meldet Sie hier nicht an. Melden Sie sich anders an.',
  'team.noPasskey': 'Diesen Passkey gibt es nicht mehr.',
  'team.tooManyPasskeys': 'Sie haben schon so viele Passkeys, wie es geben kann. Entfernen Sie zuerst einen.',
  'team.signInAgain': 'Dafür müssen Sie sich gerade erst angemeldet haben. Melden Sie sich noch einmal an.',
  'team.oidcAway':
    '{{name}} ist gerade nicht erreichbar. Versuchen Sie es noch einmal, oder melden Sie sich anders an.',
  'team.oidcWrong': 'Die Anmeldung wurde abgebrochen oder dauerte zu lange. Beginnen Sie von vorn.',
  'team.oidcUnknown':
    'Sie sind dort angemeldet, hier aber nicht bekannt. Bitten Sie einen Administrator um eine Einladung für diese E-Mail-Adresse.',
  'team.oidcOnly':
    'Ihre Firma meldet sich nur mit ihrer eigenen Anmeldung an: Wählen Sie sie auf der Seite des Servers, und an einem Gerät „Mit einem Browser anmelden“.',
  'team.oidcFirst':
    'Melden Sie sich zuerst selbst einmal mit der Anmeldung der Firma an; dann können Sie sie von allen verlangen.',
  'team.noInvitation':
    'Diese Einladung gilt nicht: Sie ist für eine andere Adresse, wurde schon benutzt oder ist zu alt. Bitten Sie um eine neue.',
  'team.noDevice': 'Dieses Gerät gibt es nicht, oder es ist schon ausgeschlossen.',
  'team.wait': 'Zu viele Versuche. Warten Sie eine Minute, und versuchen Sie es erneut.',
  'team.noBrowsers':
    'Der Server weiß nicht, unter welcher Adresse Browser ihn finden. Wer ihn betreibt, startet ihn mit --address.',
  'team.conflict':
    'Jemand anderes hat dasselbe inzwischen geändert. Sehen Sie nach, was jetzt gilt, und wählen Sie.',
  'team.quarantined': 'Der Server hat das zur Seite gelegt; ein Administrator sieht es sich an.',
  'team.oneUser':
    'In einem Team gehört jedes Gerät einer Person. Verlassen Sie das Team, oder benutzen Sie einen anderen Datenordner.',
  'team.noSample':
    'Die Beispielfirma ist nichts für ein Team. Laden Sie sie dort, wo Daybook allein arbeitet.',
  'channel.closed': 'Daybook läuft nicht. Starten Sie es erneut; alles Bestätigte ist gespeichert.',
  'device.unavailable': 'Das steht auf diesem Computer nicht zur Verfügung.',
  'shortcut.taken': 'Ein anderes Programm benutzt dieses Tastenkürzel. Wählen Sie ein anderes.',
  'shortcut.invalid':
    'Das ist kein verwendbares Tastenkürzel. Verbinden Sie Strg, Alt oder Umschalt mit einer Taste.',
}
