// The German sentence for every refusal: what is wrong, and what to do.
import type { ErrorCode } from '../contract/errors.ts'

export const errorsDe: Record<ErrorCode, string> = {
  'request.unknown': 'Eine Anfrage dieses Namens gibt es nicht. Prüfen Sie die Schreibweise.',
  'request.invalid':
    'Etwas in der Eingabe passt nicht. Berichtigen Sie, was genannt ist, und versuchen Sie es erneut.',
  'request.notPermitted': 'Ihre Rolle erlaubt das nicht. Fragen Sie jemanden mit Verwaltungsrechten.',
  'request.conflict':
    'Das wurde inzwischen geändert. Sehen Sie es sich noch einmal an und wiederholen Sie Ihren Wunsch.',
  internal:
    'In Daybook ist etwas schiefgegangen; geändert wurde nichts. Versuchen Sie es erneut, und melden Sie es, wenn es wiederkommt.',
  'notFound.customer': 'Diesen Kunden gibt es nicht mehr. Wählen Sie einen anderen.',
  'notFound.category': 'Diese Kategorie gibt es nicht mehr. Wählen Sie eine andere.',
  'notFound.project': 'Dieses Projekt gibt es nicht mehr. Wählen Sie ein anderes.',
  'notFound.user': 'Diese Person gibt es hier nicht mehr. Wählen Sie eine andere.',
  'notFound.timer': 'Dieser Timer ist nicht mehr da: Er wurde gebucht oder verworfen.',
  'notFound.entry': 'Diesen Zeiteintrag gibt es nicht mehr.',
  'notFound.change': 'Diese Änderung ist hier nicht bekannt.',
  'notFound.draft':
    'Dieser Entwurf ist nicht mehr da: Er wurde wiederhergestellt, entfernt oder war älter als 30 Tage.',
  'notFound.gap': 'Diese Lücke ist schon beantwortet.',
  'notFound.export': 'Dieser Export ist nicht mehr bekannt. Starten Sie ihn erneut.',
  'notFound.backup': 'Es gibt keine geprüfte Sicherung zum Wiederherstellen.',
  'notFound.employment': 'Diesen Vertragsstand gibt es nicht mehr.',
  'notFound.rate': 'Diesen Stundensatz gibt es nicht mehr.',
  'name.taken': 'Der Name „{{name}}“ ist schon vergeben. Wählen Sie einen anderen.',
  'name.unknown': 'Unter dem Namen „{{name}}“ gibt es nichts.',
  'timer.alreadyRunning': 'Es läuft schon ein Timer. Stoppen Sie ihn zuerst, oder wechseln Sie zum neuen.',
  'timer.notRunning': 'Es läuft kein Timer. Starten Sie zuerst einen.',
  'timer.notPaused': 'Der Timer ist nicht angehalten.',
  'timer.notStopped': 'Der Timer ist noch nicht gestoppt. Stoppen Sie ihn, bevor er gebucht wird.',
  'timer.startInFuture': 'Der Beginn liegt in der Zukunft. Geben Sie eine vergangene Zeit an.',
  'timer.startAfterEnd': 'Der Beginn liegt nach dem Ende der Sitzung. Geben Sie einen früheren Beginn an.',
  'timer.atBeforeSegment':
    'Diese Zeit liegt vor dem letzten Start oder Anhalten des Timers. Geben Sie eine spätere an.',
  'timer.inFuture': 'Diese Zeit liegt in der Zukunft. Geben Sie eine vergangene an.',
  'rule.customerRequired': 'Ein Kunde ist erforderlich. Wählen Sie einen.',
  'rule.categoryRequired': 'Eine Kategorie ist erforderlich. Wählen Sie eine.',
  'rule.noteRequired': 'Eine Notiz ist erforderlich. Schreiben Sie, was getan wurde.',
  'rule.tooShort':
    'Die Sitzung ist kürzer als die {{minutes}} Minuten, die Ihre Regeln verlangen. Arbeiten Sie weiter, oder verwerfen Sie sie.',
  'rule.tooLong':
    'Die Sitzung ist länger als die {{minutes}} Minuten, die Ihre Regeln erlauben. Berichtigen Sie die Zeiten.',
  'clientTimer.off':
    'Der Timer ist für Sie ausgeschaltet. Bitten Sie jemanden mit Verwaltungsrechten, „Client Timer“ einzuschalten.',
  'record.priorPeriod': 'Die Zeit kann nicht gebucht werden, weil das Datum in den vorigen Zeitraum fällt.',
  'record.inactiveCategory': 'Die Zeit kann nicht gebucht werden, weil die Kategorie nicht aktiv ist.',
  'record.inactiveUser':
    'Die Zeit kann nicht gebucht werden, weil die Person nicht aktiv ist. Setzen Sie sie zuerst auf aktiv.',
  'record.inactiveCustomer':
    'Die Zeit kann nicht gebucht werden, weil der Kunde nicht aktiv ist. Setzen Sie ihn auf aktiv, oder wählen Sie einen anderen.',
  'project.otherCustomer':
    'Das Projekt {{code}} gehört zu einem anderen Kunden. Wählen Sie ein Projekt dieses Kunden oder keines.',
  'project.completed':
    'Das Projekt {{code}} wurde am {{date}} abgeschlossen und nimmt danach keine Zeit mehr auf. Wählen Sie ein anderes, oder öffnen Sie es wieder.',
  'project.codeTaken': 'Ein anderes Projekt hat das Kürzel „{{code}}“. Wählen Sie ein anderes.',
  'project.hasTime':
    'Auf {{code}} ist Zeit für seinen Kunden gebucht; es kann daher zu keinem anderen wechseln. Legen Sie dort ein neues Projekt an.',
  'entry.stopBeforeStart': 'Das Ende liegt vor dem Beginn. Berichtigen Sie eines von beiden.',
  'entry.zeroDuration': 'Die Dauer muss länger als null sein.',
  'entry.exceedsDay':
    'Der Tag des Beginns fasst von dort an höchstens {{maxMinutes}} Minuten. Geben Sie eine kürzere Dauer oder einen früheren Beginn an.',
  'entry.inFuture': 'Diese Zeit liegt in der Zukunft. Nur vergangene Zeit kann gebucht werden.',
  'entry.overlaps':
    'Diese Zeit überschneidet sich mit einem anderen Eintrag derselben Person. Ändern Sie die Zeiten oder den anderen Eintrag.',
  'time.missing':
    'Diese Zeit gibt es an dem Tag nicht: Die Uhren wurden darüber vorgestellt. Geben Sie eine frühere oder spätere an.',
  'time.twice':
    'Diese Zeit gibt es an dem Tag zweimal: Die Uhren wurden zurückgestellt. Sagen Sie mit dem Abstand zu UTC, welche gemeint ist.',
  'time.invalid': 'Das ist kein Datum mit Uhrzeit. Schreiben Sie es wie 2026-03-03 09:15.',
  'duration.unreadable':
    'Das lässt sich nicht als Dauer lesen. Schreiben Sie sie wie 1:30, 2h 30min, 2,5 oder 90min.',
  'rate.priorPeriod':
    'Stundensätze eines abgeschlossenen Zeitraums bleiben, wie sie sind. Wählen Sie einen ersten Tag danach, oder öffnen Sie den Zeitraum zuerst.',
  'guard.userInactive': 'Die Person kann nicht inaktiv gesetzt werden, solange für sie ein Timer läuft.',
  'guard.userDelete': 'In einem Timer verwendet. Löschen nicht möglich.',
  'guard.categoryEdit': 'In einem Timer verwendet – Ändern nicht möglich.',
  'guard.categoryDelete': 'In einem Timer verwendet. Löschen nicht möglich.',
  'guard.customerStatus': 'In einem Timer verwendet – Ändern nicht möglich.',
  'guard.customerDelete': 'In einem Timer verwendet. Löschen nicht möglich.',
  'guard.projectEdit': 'In einem Timer verwendet – Ändern nicht möglich.',
  'guard.projectDelete':
    'Das Projekt {{code}} kann nicht gelöscht werden, da es in einem Timer verwendet wird.',
  'guard.periodTimers':
    'Der Zeitraum kann nicht abgeschlossen werden, solange darin begonnene Timer nicht gebucht sind. Stoppen und buchen Sie sie zuerst.',
  'inUse.customer':
    'Auf diesen Kunden ist Zeit gebucht, er kann daher nicht gelöscht werden. Setzen Sie seinen Status auf inaktiv.',
  'inUse.category':
    'Auf diese Kategorie ist Zeit gebucht, sie kann daher nicht gelöscht werden. Setzen Sie sie auf inaktiv.',
  'inUse.project':
    'Auf dieses Projekt ist Zeit gebucht; es kann nicht zurückgenommen werden. Löschen Sie stattdessen das Projekt.',
  'inUse.user':
    'Für diese Person ist Zeit gebucht, sie kann daher nicht gelöscht werden. Setzen Sie sie auf inaktiv.',
  'user.lastAdministrator':
    'Dies ist die letzte aktive Person mit Verwaltungsrechten. Geben Sie diese zuerst jemand anderem.',
  'user.self': 'Das können Sie nicht für sich selbst tun. Bitten Sie jemand anderen mit Verwaltungsrechten.',
  'undo.changedSince':
    'Das kann nicht rückgängig gemacht werden: Es wurde seither wieder geändert. Machen Sie zuerst die spätere Änderung rückgängig.',
  'undo.tooOld': 'Das kann nicht rückgängig gemacht werden: Es ist älter als 30 Tage.',
  'undo.periodClosed':
    'Das kann nicht rückgängig gemacht werden: Sein Zeitraum ist abgeschlossen. Öffnen Sie ihn zuerst.',
  'undo.nothing': 'Es gibt nichts rückgängig zu machen.',
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
  'export.cancelled': 'Der Export wurde abgebrochen; es wurde keine Datei geschrieben.',
  'export.failed':
    'Der Export ist fehlgeschlagen; es wurde keine Datei geschrieben. Versuchen Sie es erneut, und melden Sie es, wenn es wiederkommt.',
  'file.notWritable':
    'Die Datei kann dort nicht geschrieben werden. Schließen Sie sie, wo sie geöffnet ist, oder wählen Sie einen anderen Ort.',
  'channel.closed':
    'Daybook ist nicht erreichbar: Es wurde beendet oder startet gerade. Starten Sie es neu, wenn das so bleibt; Bestätigtes ist gespeichert.',
  'device.unavailable': 'Das steht auf diesem Computer nicht zur Verfügung.',
  'shortcut.taken': 'Ein anderes Programm benutzt dieses Tastenkürzel. Wählen Sie ein anderes.',
  'shortcut.invalid':
    'Das ist kein verwendbares Tastenkürzel. Verbinden Sie Strg, Alt oder Umschalt mit einer Taste.',
}
