// The Polish sentence for every refusal: what is wrong, and what to do.
import type { OwnErrorCode } from '../contract/errors.ts'

export const errorsPl: Record<OwnErrorCode | 'guard.projectDelete' | 'guard.assignmentDelete', string> = {
  'request.unknown': 'Nie ma żądania o tej nazwie. Sprawdź pisownię.',
  'request.invalid':
    'Coś we wprowadzonych danych jest nieprawidłowe. Popraw wskazane miejsca i spróbuj ponownie.',
  'request.notPermitted': 'Twoja rola na to nie pozwala. Zwróć się do administratora.',
  'request.conflict': 'Ktoś inny zmienił to w międzyczasie. Sprawdź aktualny stan i powtórz swoją zmianę.',
  internal:
    'W Daybook wystąpił błąd; niczego nie zmieniono. Spróbuj ponownie, a jeśli błąd się powtórzy, zgłoś go.',
  'notFound.change': 'Ta zmiana nie jest tu znana.',
  'notFound.export': 'Ten eksport nie jest już znany. Uruchom go ponownie.',
  'notFound.browser': 'Ta przeglądarka nie jest już zalogowana.',
  'notFound.backup': 'Nie ma sprawdzonej kopii zapasowej do przywrócenia.',
  'name.taken': 'Nazwa „{{name}}” jest już zajęta. Wybierz inną.',
  'name.unknown': 'Nic nie nosi nazwy „{{name}}”.',
  'name.ambiguous': 'Nazwę „{{name}}” nosi więcej niż jedna pozycja.',
  'timer.alreadyRunning': 'Licznik już działa. Najpierw go zatrzymaj albo przełącz na nowy.',
  'timer.notRunning': 'Żaden licznik nie działa. Najpierw uruchom licznik.',
  'timer.notPaused': 'Licznik nie jest wstrzymany.',
  'timer.notStopped': 'Licznik nie został jeszcze zatrzymany. Zatrzymaj go przed zapisaniem czasu.',
  'timer.startInFuture': 'Początek jest w przyszłości. Podaj godzinę z przeszłości.',
  'timer.startTooLongAgo':
    'Ten początek był ponad 24 godziny temu. Dodaj czas poszczególnych dni w ewidencji.',
  'timer.startAfterEnd': 'Początek jest po końcu sesji. Podaj wcześniejszy początek.',
  'timer.atBeforeSegment':
    'Ta chwila przypada w czasie już policzonym przez ten licznik lub wcześniej. Podaj późniejszą.',
  'timer.earlierStop':
    'Ten sam licznik zatrzymano wcześniej na innym urządzeniu i liczy się wcześniejsze zatrzymanie. To, co tu zanotowano, jest zachowane: przejmij to albo pozostaw.',
  'timer.inFuture': 'Ta godzina jest w przyszłości. Podaj godzinę z przeszłości.',
  'rule.customerRequired': 'Klient jest wymagany. Wybierz klienta.',
  'rule.categoryRequired': 'Kategoria jest wymagana. Wybierz kategorię.',
  'rule.noteRequired': 'Notatka jest wymagana. Napisz, co zostało zrobione.',
  'rule.tooShort':
    'Sesja jest krótsza niż minimum {{minutes}} min, którego wymagają reguły. Pracuj dalej albo porzuć sesję.',
  'rule.tooLong':
    'Sesja jest dłuższa niż maksimum {{minutes}} min, na które pozwalają reguły. Popraw jej godziny.',
  'clientTimer.off':
    'Licznik jest dla ciebie wyłączony. Poproś administratora o włączenie modułu „Licznik klienta”.',
  'module.off':
    'Moduł „{{module}}” jest wyłączony. Administrator może go włączyć w Ustawienia, Moduły, a dla pojedynczych użytkowników w Ustawienia, Użytkownicy.',
  'module.notPerUser':
    'Moduł „{{module}}” włącza się tylko dla całej organizacji. Zmień to w Ustawienia, Moduły.',
  'record.priorPeriod': 'Nie można zapisać czasu, ponieważ data należy do poprzedniego okresu.',
  'record.inactiveCategory': 'Nie można zapisać czasu, ponieważ kategoria jest nieaktywna.',
  'record.inactiveTag': 'Tag {{name}} jest nieaktywny. Wybierz inny albo go pomiń.',
  'record.inactiveUser':
    'Nie można zapisać czasu, ponieważ użytkownik {{name}} jest nieaktywny. Najpierw go aktywuj.',
  'record.inactiveCustomer':
    'Nie można zapisać czasu, ponieważ klient {{name}} nie jest aktywny. Aktywuj go albo wybierz innego.',
  'project.otherCustomer':
    'Projekt {{code}} należy do innego klienta. Wybierz projekt tego klienta albo żaden.',
  'project.completed':
    'Projekt {{code}} zakończono {{date}}, więc po tym dniu nie można zapisywać na nim czasu. Wybierz inny albo otwórz go ponownie.',
  'code.taken': 'Kod „{{code}}” jest zajęty. Wybierz inny kod.',
  'assignment.second':
    'Ten użytkownik ma już przypisanie dla tego samego klienta lub dla wszystkich klientów. Zmień tamto przypisanie.',
  'project.codeTaken': 'Inny projekt ma kod „{{code}}”. Wybierz inny kod.',
  'project.hasTime':
    'Na {{code}} zapisano czas dla tego klienta, więc nie można przenieść projektu do innego. Dodaj tam nowy projekt.',
  'project.hasCases':
    'Z {{code}} powiązane są sprawy, więc nie można przenieść projektu do innego klienta. Usuń powiązania albo dodaj tam nowy projekt.',
  'opportunity.otherCustomer':
    'Szansa sprzedaży {{name}} należy do innego klienta. Wybierz szansę tego klienta albo żadną.',
  'opportunity.closed':
    'Szansa sprzedaży {{name}} jest zamknięta, więc nie można zapisywać na niej nowego czasu. Otwórz ją ponownie albo wybierz inną.',
  'case.otherCustomer': 'Sprawa {{code}} należy do innego klienta. Wybierz sprawę tego klienta albo żadną.',
  'case.hasTime':
    'Na {{code}} zapisano czas dla tego klienta, więc nie można przenieść sprawy do innego. Dodaj tam nową sprawę.',
  'case.closed':
    'Sprawa {{code}} jest zamknięta, więc nie można zapisywać na niej nowego czasu. Otwórz ją ponownie albo wybierz inną.',
  'case.projectRequired':
    'Sprawa {{code}} nie jest powiązana z projektem, a czas przyjmują tylko sprawy z projektem. Najpierw wybierz dla niej projekt.',
  'entry.stopBeforeStart': 'Koniec jest przed początkiem. Popraw jedno z nich.',
  'entry.zeroDuration': 'Podaj czas trwania większy niż zero.',
  'entry.exceedsDay':
    'Najwyżej {{maxMinutes, duration}} godz. zostało od tego początku do końca dnia. Podaj krótszy czas trwania albo wcześniejszy początek.',
  'entry.dayFull':
    'W dniu {{date}} zostało najwyżej {{maxMinutes, duration}} godz.: dzień nie pomieści więcej czasu, niż trwa. Podaj mniej albo inną datę.',
  'entry.inFuture': 'Ten czas jest w przyszłości. Można zapisać tylko czas przeszły.',
  'entry.someRefused':
    'Niczego nie zmieniono, ponieważ części wpisów ({{count}} z {{all}}) nie można zmienić. Pomiń je i spróbuj ponownie.',
  'entry.overlaps':
    'Ten czas nakłada się na inny wpis tego samego użytkownika. Zmień godziny albo tamten wpis.',
  'time.missing':
    'Ta godzina w tym dniu nie istnieje, ponieważ zegary przesunięto do przodu. Podaj wcześniejszą lub późniejszą.',
  'time.twice':
    'Ta godzina występuje w tym dniu dwa razy, ponieważ zegary cofnięto. Wskaż właściwą, podając przesunięcie względem UTC.',
  'time.invalid': 'To nie jest data i godzina. Wpisz je w postaci 2026-03-03 09:15.',
  'duration.unreadable':
    'Nie można odczytać czasu trwania. Wpisz go w postaci 1:30, 2h 30min, 2,5 lub 90min.',
  'absence.overlap':
    'W dniu {{date}} byłoby to więcej niż cały dzień nieobecności. Zmień dni albo nieobecność, która już tam jest.',
  'absence.endBeforeStart': 'Ostatni dzień jest przed pierwszym. Wybierz {{date}} lub dzień późniejszy.',
  'absence.tooLong': 'Nieobecność może trwać najwyżej {{days}} dni. Resztę wprowadź jako kolejną.',
  'absence.hoursMissing':
    'Podaj liczbę godzin dziennie: większą niż zero i tylko przy nieobecności godzinowej.',
  'absence.closed':
    'Okres do {{through}} jest zamknięty, więc jego nieobecności się nie zmieniają. Wybierz późniejsze dni albo najpierw otwórz okres.',
  'absence.afterLastDay': 'Ostatni dzień pracy ({{name}}) to {{date}}. Wybierz wcześniejszy pierwszy dzień.',
  'absence.kindInactive': 'Rodzaj {{name}} jest nieaktywny. Wybierz inny rodzaj nieobecności.',
  'absence.decided': 'Ta nieobecność jest zatwierdzona. Poproś kierownika o jej zmianę lub wycofanie.',
  'absence.already': 'W sprawie tej nieobecności podjęto już taką decyzję.',
  'absence.reasonMissing': 'Podaj powód. Zobaczy go osoba, która złożyła wniosek.',
  'account.closed':
    'Okres do {{through}} jest zamknięty, więc jego salda się nie zmieniają. Wybierz późniejszą datę albo najpierw otwórz okres.',
  'approval.locked':
    'Dzień {{date}} ({{name}}) jest zatwierdzony, więc jego czasu nie można zmienić. Kierownik może najpierw cofnąć zatwierdzenie.',
  'approval.closed':
    'Okres do {{through}} jest zamknięty, więc jego zatwierdzenia się nie zmieniają. Wybierz późniejsze dni albo najpierw otwórz okres.',
  'approval.future': 'Te dni jeszcze nie nadeszły. Prześlij dni najwyżej do dzisiaj.',
  'approval.range': 'Wybierz ostatni dzień nie wcześniejszy niż pierwszy, najwyżej {{days}} dni naraz.',
  'approval.nothingToSubmit': 'Wszystkie te dni są już przesłane lub zatwierdzone.',
  'approval.notSubmitted':
    'W tych dniach nic nie czeka na decyzję ({{name}}). Najpierw je prześlij; zmiana czasu wycofuje przesłanie danego dnia.',
  'approval.notApproved': 'Żaden z tych dni nie jest zatwierdzony ({{name}}).',
  'approval.timerRuns':
    'Licznik ma w tych dniach czas, którego jeszcze nie zapisano. Najpierw go zatrzymaj i zapisz albo pomiń ten dzień.',
  'approval.reasonMissing': 'Podaj powód: przeczyta go osoba, która przesłała te dni.',
  'exception.reasonMissing': 'Podaj powód. Zostanie zachowany w historii.',
  'account.reasonMissing': 'Podaj powód. Zostanie zachowany razem z zapisem.',
  'account.noAmount': 'Podaj wartość różną od zera. Wypłata nie ma znaku minus.',
  'package.noHours': 'Podaj więcej niż zero godzin.',
  'package.expiryBefore': 'Pakiet wygasłby, zanim się zacznie ({{date}}). Wybierz ten dzień lub późniejszy.',
  'package.beforePurchase': 'Pakiet zaczyna się {{date}}. Wybierz ten dzień lub późniejszy.',
  'package.reasonMissing': 'Podaj powód: będzie widoczny w rozliczeniu pakietu.',
  'package.notLeft': 'W tym pakiecie zostało tylko {{minutes, duration}} godz., więc nie można odjąć więcej.',
  'package.nothingLeft': 'W tym pakiecie nie zostało nic do przeniesienia.',
  'rate.priorPeriod':
    'Stawki rozliczeniowe zamkniętego okresu się nie zmieniają. Wybierz późniejszy pierwszy dzień albo najpierw otwórz okres.',
  'invoice.nothing':
    'Nie ma czego fakturować: brak rozliczalnego czasu bez faktury. Wybierz inny zakres albo dodaj własne pozycje.',
  'invoice.noRate':
    'Dla tego czasu nie obowiązuje żadna stawka rozliczeniowa, więc nie ma on ceny. Najpierw ustaw stawkę klienta, projektu, użytkownika lub organizacji.',
  'invoice.tooManyLines':
    'Faktura miałaby {{count}} poz.; maksimum to {{most}}. Pogrupuj czas według dni, projektów lub kategorii albo utwórz dwie faktury.',
  'invoice.tooManyEntries':
    'Liczba wpisów w tym zakresie: {{count}}; maksimum na jednej fakturze to {{most}}. Wybierz krótszy zakres.',
  'invoice.twoCurrencies':
    'Ten szkic jest w walucie {{was}}, a stawki są teraz w {{is}}. Usuń szkic i utwórz nowy.',
  'invoice.incomplete':
    'Brakuje danych, które muszą być na fakturze. Uzupełnij wskazane dane w ustawieniach rozliczeń lub u klienta.',
  'invoice.untaxedMixed':
    'To, co nie podlega opodatkowaniu, wymaga osobnej faktury. Wybierz jeden rodzaj podatku dla wszystkich pozycji albo utwórz dwie faktury.',
  'invoice.negative': 'Suma jest ujemna. Dodaj pozycje albo unieważnij fakturę, którą chcesz wycofać.',
  'invoice.inFuture': 'Faktura nosi datę dzisiejszą lub wcześniejszą. Wybierz inną datę.',
  'invoice.dueBefore': 'Termin płatności jest przed datą faktury. Wybierz późniejszy.',
  'invoice.priorPeriod':
    'Okres do {{through}} jest zamknięty, więc nie można w nim wystawić faktury. Wybierz późniejszą datę; czas może być wcześniejszy.',
  'invoice.numberTaken':
    'Numer {{number}} jest zajęty przez inny format. Zmień format numerów w ustawieniach rozliczeń.',
  'invoice.frozen':
    'Faktura {{number}} jest wystawiona i się nie zmienia. Możesz ją unieważnić: wycofa ją faktura korygująca.',
  'invoice.entryTaken': 'Ten czas jest już na innej fakturze ({{number}}). Rozlicza się go tylko raz.',
  'invoice.entryLocked':
    'Ten czas jest na fakturze {{number}} i się nie zmienia. Aby go zmienić, najpierw unieważnij fakturę.',
  'invoice.otherCustomer': 'Ten czas należy do innego klienta niż faktura. Wybierz czas jej klienta.',
  'invoice.isCreditNote':
    'To jest faktura korygująca: nie można jej opłacić ani unieważnić. Utwórz nową fakturę.',
  'invoice.alreadyVoid': 'Faktura {{number}} jest unieważniona. Jej czas można umieścić na nowej.',
  'invoice.notIssued': 'To jest szkic. Najpierw wystaw fakturę albo usuń szkic.',
  'invoice.reasonMissing': 'Podaj przyczynę unieważnienia. Będzie na fakturze korygującej.',
  'invoice.creditBefore':
    'Faktura korygująca nie może mieć daty wcześniejszej niż faktura z dnia {{date}}. Wybierz późniejszą datę.',
  'invoice.paidAlready': 'Faktura {{number}} jest w całości opłacona.',
  'report.tooManyRows':
    'Ten raport miałby ponad {{most}} wierszy. Wybierz krótszy zakres, mniej grup albo miesiące zamiast dni.',
  'invoice.currencyXml':
    'E-faktury mają najwyżej dwa miejsca po przecinku, a {{currency}} ma więcej. Wyślij PDF lub skoroszyt.',
  'tax.invalid':
    'Tylko kategoria podstawowa ma stawkę powyżej 0% i musi ją mieć. Zmień kategorię albo stawkę procentową.',
  'logo.unreadable': 'To nie jest obraz PNG ani JPEG. Wybierz inny plik.',
  'logo.tooLarge': 'Obraz jest za duży. Wybierz obraz do 1 MB.',
  'payment.tooMuch': 'Na fakturze {{number}} pozostało do zapłaty tylko {{open}}. Podaj tyle lub mniej.',
  'payment.priorPeriod':
    'Okres do {{through}} jest zamknięty, więc jego płatności się nie zmieniają. Wybierz późniejszą datę albo najpierw otwórz okres.',
  'meeting.stopBeforeStart': 'Spotkanie kończy się przed początkiem. Popraw jedno z nich.',
  'meeting.tooLong':
    'Spotkanie może trwać najwyżej {{hours}} godz. Wybierz wcześniejszy koniec albo całe dni.',
  'meeting.daysTooMany':
    'Spotkanie całodniowe może trwać najwyżej {{days}} dni. Wybierz wcześniejszy koniec albo powtarzanie.',
  'meeting.repeatTooFine':
    'Spotkanie może się powtarzać najwyżej raz dziennie ({{part}}). Powtarzaj je codziennie lub rzadziej albo utwórz kilka spotkań.',
  'meeting.repeatUnknown':
    'Nie można odczytać reguły powtarzania: {{part}}. Wpisz ją w postaci FREQ=WEEKLY;BYDAY=MO;COUNT=10.',
  'meeting.repeatEndless':
    'Spotkanie nie może się powtarzać bez końca. Podaj, do którego dnia lub ile razy się powtarza.',
  'meeting.repeatTooFar':
    'Najdłuższy czas powtarzania spotkania w latach: {{years}}. Wybierz wcześniejszy koniec.',
  'meeting.repeatNever':
    'Według tej reguły spotkanie nie odbędzie się drugi raz. Zmień regułę albo wyłącz powtarzanie.',
  'meeting.tooManyExceptions':
    'W serii można przenieść lub odwołać najwyżej {{most}} wystąpień. Zakończ tę serię i zacznij następną.',
  'meeting.allDayLog':
    'Spotkanie całodniowe nie ma godzin do rejestru. Podaj początek i koniec albo nie dodawaj go do rejestru.',
  'meeting.othersLog':
    'Spotkanie można dodać tylko do własnego rejestru. Pomiń innych, nie dodawaj go do rejestru albo poproś kierownika.',
  'meeting.tooManyLogs':
    'Naraz powstałoby więcej niż {{most}} wpisów w rejestrze. Zacznij serię później albo nie dodawaj jej do rejestru.',
  'meeting.noOccurrence':
    'To spotkanie wtedy się nie odbywa. Sprawdź jego wystąpienia w kalendarzu lub poleceniem „daybook meeting list”.',
  'meeting.severalOccurrences':
    'To spotkanie się powtarza. Wskaż, o które wystąpienie chodzi, lub że o wszystkie.',
  'meeting.oneOnly':
    'Pojedyncze wystąpienie ma własne tylko godziny, tytuł i miejsce. Zmień wszystkie wystąpienia albo to i następne.',
  'meeting.moveNeedsRule':
    'Dni tej reguły nie można po prostu przesunąć. Podaj, jak spotkanie powtarza się od nowego dnia.',
  'meeting.followingFixed':
    'Od tego wystąpienia jest czas zafakturowany lub z zamkniętego okresu. Wybierz późniejsze wystąpienie albo tylko to jedno.',
  'meeting.notLogged': 'Tego spotkania nie dodano do rejestru. Najpierw je dodaj.',
  'meeting.notOver': 'To spotkanie jeszcze się nie skończyło. Jego czas trafi do rejestru, gdy się skończy.',
  'task.stopBeforeStart': 'Zadanie kończy się przed początkiem. Popraw jedno z nich.',
  'task.dueOrTimed': 'Zadanie ma termin w danym dniu albo godziny, nie jedno i drugie. Pomiń jedno z nich.',
  'guard.userInactive': 'Nie można dezaktywować pracownika, ponieważ działa jego licznik.',
  'guard.assignmentDelete': 'Używane w liczniku – nie można usunąć.',
  'guard.projectDelete': 'Nie można usunąć {{code}}: jest w użyciu w liczniku.',
  'guard.periodTimers':
    'Nie można zamknąć okresu, dopóki rozpoczęte w nim liczniki nie są zapisane. Najpierw je zatrzymaj i zapisz albo zamknij okres mimo to: czas, który w nim policzą, będzie wtedy czekać jako wyjątki.',
  'user.lastAdministrator':
    'To ostatni aktywny administrator. Najpierw nadaj rolę administratora komuś innemu.',
  'user.inClosedPeriod':
    'Ten użytkownik ma udział w wartościach zamkniętego okresu, do {{through}}. Wybierz późniejszą datę rozpoczęcia albo otwórz okres ponownie.',
  'user.lastDateClosed':
    'Okres do {{through}} jest zamknięty, więc jego wartości się nie zmieniają. Wybierz {{through}} lub późniejszy ostatni dzień albo otwórz okres ponownie.',
  'organisation.currencyClosed':
    'Dopóki jest zamknięty okres z kwotami, walutą pozostaje {{currency}}. Aby ją zmienić, otwórz okres ponownie.',
  'employment.extraNeedsDays':
    'Nadgodziny dzienne lub tygodniowe wymagają normy według dni tygodnia. Usuń normę miesięczną albo licz nadgodziny za miesiąc.',
  'period.inFuture':
    'Okres można zamknąć najwyżej do wczoraj, bo dzisiejszy dzień jeszcze trwa. Wybierz wcześniejszy dzień.',
  'period.reasonMissing': 'Podaj powód ponownego otwarcia okresu. Będzie widoczny w historii.',
  'user.notOffered':
    'Nie można wybrać {{name}}: dla twojej roli dostępne są inne osoby. Wybierz inną lub zwróć się do administratora.',
  'user.self': 'Nie można zrobić tego samemu sobie. Zwróć się do innego administratora.',
  'undo.changedSince':
    'Nie można tego cofnąć: zmienione dane zmieniono później jeszcze raz. Najpierw cofnij późniejszą zmianę.',
  'undo.tooOld': 'Nie można tego cofnąć: minęło ponad 30 dni.',
  'undo.periodClosed': 'Nie można tego cofnąć: okres jest zamknięty. Najpierw otwórz okres.',
  'undo.nothing': 'Nie ma nic do cofnięcia.',
  'undo.cancelled': 'Przerwano; wszystko jest tak, jak było.',
  'setup.done': 'W tym folderze danych Daybook jest już skonfigurowany.',
  'setup.missing':
    'W tym folderze danych Daybook nie jest jeszcze skonfigurowany. Otwórz go i wypełnij ekran powitalny albo skonfiguruj go w wierszu poleceń.',
  'sample.notEmpty':
    'Przykładowe dane można wczytać tylko do pustego folderu danych. Uruchom z innym folderem: --data FOLDER.',
  'disk.full': 'Dysk jest pełny, więc nic nie można zapisać. Zwolnij miejsce i spróbuj ponownie.',
  'disk.readonly': 'Nie można zapisywać w folderze danych. Sprawdź uprawnienia albo wybierz inny folder.',
  'db.locked': 'Danych używa teraz inny program. Spróbuj ponownie albo zamknij tamten program.',
  'db.newer':
    'Te dane zapisała nowsza wersja Daybook. Zainstaluj tę wersję lub późniejszą; niczego nie zmieniono.',
  'db.damaged':
    'Baza danych jest uszkodzona. Przywróć najnowszą kopię zapasową; uszkodzony plik zostanie odłożony i zachowany.',
  'db.missing': 'Nie ma bazy danych lub jej folderu. Sprawdź folder danych albo przywróć kopię zapasową.',
  'db.migrationFailed':
    'Nie udało się zaktualizować danych do tej wersji; pozostały bez zmian. Używaj dotychczasowej wersji i zgłoś ten błąd.',
  'mail.noAddress': 'To nie jest adres e-mail. Wpisz go w postaci ana@example.org.',
  'mail.noProgram':
    'Nie udało się otworzyć programu pocztowego. Wybierz go w ustawieniach komputera albo samodzielnie załącz zapisany PDF.',
  'invoice.sentInFuture':
    'Data wysłania nie może być późniejsza niż dzisiaj. Wybierz dzisiaj lub wcześniejszy dzień.',
  'invoice.sentBefore':
    'Data wysłania nie może być wcześniejsza niż data faktury. Wybierz {{date}} lub późniejszy dzień.',
  'export.letters':
    'Żadna czcionka na tym komputerze nie ma znaków {{letters}}. Zainstaluj taką, która je ma, np. Noto, albo zapisz te teksty innymi znakami.',
  'export.cancelled': 'Eksport anulowano; pliku nie zapisano.',
  'export.failed':
    'Eksport się nie powiódł; pliku nie zapisano. Spróbuj ponownie, a jeśli błąd się powtórzy, zgłoś go.',
  'session.signedOut': 'Wylogowano Cię. Zaloguj się ponownie, aby kontynuować.',
  'session.ended': 'Ta przeglądarka jest wylogowana. Uruchom Daybook jeszcze raz, aby go tu otworzyć.',
  'session.locked': 'Daybook jest zablokowany. Najpierw podaj PIN swojego profilu.',
  'pin.needed': 'Profil {{name}} ma PIN. Podaj go.',
  'pin.wrong':
    'To nie jest PIN profilu {{name}}. Spróbuj ponownie albo poproś administratora o zresetowanie go.',
  'pin.wait': 'Zbyt wiele błędnych PIN-ów dla profilu {{name}}. Spróbuj ponownie za {{seconds}} s.',
  'file.foreignLink':
    'Na drodze do tego pliku jest dowiązanie utworzone przez innego użytkownika komputera. Wybierz inne miejsce.',
  'calendarFile.notReadable':
    'Nie można odczytać tego pliku: {{file}}. Sprawdź nazwę i uprawnienia do odczytu.',
  'calendarFile.tooLarge':
    'Ten plik jest większy niż {{most}} MB. Wyeksportuj krótszy zakres z drugiego kalendarza i zaimportuj go.',
  'calendarFile.tooMany':
    'Liczba spotkań i zadań w tym pliku: {{count}}; naraz importuje się najwyżej {{most}}. Wyeksportuj krótszy zakres z drugiego kalendarza.',
  'calendarFile.none':
    'To nie jest kalendarz: nie zaczyna się od BEGIN:VCALENDAR. Wybierz plik z rozszerzeniem .ics.',
  'calendarFile.empty': 'Ten kalendarz nie zawiera spotkań ani zadań.',
  'calendarFile.cutOff':
    'Ten plik jest urwany. Wyeksportuj lub pobierz go ponownie; niczego nie zaimportowano.',
  'calendarFile.broken':
    'Ten plik jest uszkodzony: część {{part}} nie kończy się tam, gdzie powinna. Wyeksportuj go ponownie; niczego nie zaimportowano.',
  'calendarFile.tooHard':
    'Przetwarzanie tego pliku trwałoby zbyt długo: zawiera za dużo powtórzeń lub tak go przygotowano. Wyeksportuj krótszy zakres z drugiego kalendarza; niczego nie zaimportowano.',
  'calendarFile.gone': 'Przekazanego pliku już nie ma. Wybierz go ponownie.',
  'range.endBeforeStart': 'Ostatni dzień jest przed pierwszym. Popraw jeden z nich.',
  'calendarRow.unreadable': 'Nie można tego odczytać ({{text}}).',
  'calendarRow.noStart': 'Brak początku.',
  'calendarRow.badTime': 'Czas „{{text}}” nie jest datą ani godziną.',
  'calendarRow.tooOld': 'Pochodzi sprzed 1970 roku.',
  'calendarRow.zoneUnknown': 'Strefa czasowa „{{zone}}” nie jest znana. Wskaż, która to strefa.',
  'calendarRow.otherRule':
    'Powtarza się według pojedynczych dat lub wyjątków ({{part}}), czego spotkanie tutaj nie obsługuje.',
  'calendarRow.thisAndFuture':
    'Jedna ze zmian dotyczy wszystkich następnych, czego spotkanie tutaj nie obsługuje. Wyeksportuj to jako dwie serie.',
  'calendarRow.taskRepeats': 'To powtarzające się zadanie, a zadania tutaj się nie powtarzają.',
  'calendarRow.recordedTime': 'To zapisany czas, a nie spotkanie.',
  'calendarRow.twice': 'W pliku jest dwa razy; uwzględniono nowsze.',
  'calendarRow.notYours': 'Należy do kogoś innego. Poproś o import tę osobę lub kierownika.',
  'importFile.notReadable':
    'Nie można odczytać tego pliku: {{file}}. Sprawdź nazwę i uprawnienia do odczytu.',
  'importFile.tooLarge':
    'Pliki są większe niż {{most}} MB. Importuj je pojedynczo albo zaimportuj krótszy zakres.',
  'importFile.tooMany':
    'Plik {{file}} ma więcej wierszy niż {{most}}. Wyeksportuj krótszy zakres i zaimportuj go.',
  'importFile.unknown':
    'Plik {{file}} nie zawiera tabeli z czasem. Wybierz plik CSV lub Excel albo eksport z dotychczasowego programu.',
  'importFile.empty': 'Plik {{file}} nie zawiera wierszy.',
  'importFile.cutOff':
    'Plik {{file}} jest urwany. Wyeksportuj lub pobierz go ponownie; niczego nie zaimportowano.',
  'importFile.broken':
    'Plik {{file}} jest uszkodzony albo nie jest tym, na co wskazuje nazwa (wiersz {{line}}). Wyeksportuj go ponownie; niczego nie zaimportowano.',
  'importFile.protected':
    'Plik {{file}} jest chroniony hasłem albo pochodzi z programu Excel sprzed 2007 roku. Zapisz go jako .xlsx bez hasła.',
  'importFile.bomb': 'Plik {{file}} po rozpakowaniu byłby o wiele większy niż teraz, więc go nie otwarto.',
  'importFile.tooHard':
    'Przetwarzanie tego pliku wymaga zbyt wiele czasu lub pamięci. Zaimportuj krótszy zakres; niczego nie zaimportowano.',
  'importFile.gone': 'Tych plików już nie ma. Wybierz je ponownie.',
  'template.notWorkbook':
    '{{file}} nie jest skoroszytem Excela. Wybierz plik z końcówką .xlsx; inne formaty można zapisać w ten sposób.',
  'template.protected':
    '{{file}} jest chroniony hasłem albo pochodzi z Excela sprzed 2007 roku. Zapisz go jako .xlsx bez hasła.',
  'template.macros':
    '{{file}} zawiera makra, których Daybook nie przekazuje dalej. Zapisz go jako .xlsx bez nich.',
  'template.tooLarge':
    '{{file}} jest większy niż {{most}} MB. Usuń to, czego szablon nie potrzebuje, na przykład duże obrazy.',
  'template.broken':
    '{{file}} jest uszkodzony: nie można odczytać {{part}}. Otwórz go w Excelu lub LibreOffice i zapisz ponownie.',
  'template.noNames':
    '{{file}} nie ma miejsca, które Daybook mógłby wypełnić: nadaj komórkom nazwy takie jak daybook_total. Przykładowy szablon pokazuje wszystkie nazwy.',
  'template.unknownName':
    'Szablon ma nazwę {{name}}, której nie można tu wypełnić. Najbliższa to {{nearest}}. Przykładowy szablon pokazuje wszystkie nazwy.',
  'template.unknownField':
    'Wiersz {{name}} szablonu ma {{field}}, a takiego pola w nim nie ma. Najbliższe to {{nearest}}.',
  'template.nowhere':
    'Nazwa {{name}} w szablonie nie wskazuje żadnych komórek arkusza. Wskaż jej komórki albo usuń tę nazwę.',
  'template.noFields':
    'Pierwszy wiersz {{name}} w szablonie nie zawiera pola takiego jak {{field}}. Wpisz w jego komórki pola w nawiasach klamrowych.',
  'template.sideBySide':
    '{{name}} i {{other}} stoją w szablonie w tych samych wierszach. Umieść jedno pod drugim albo na osobnym arkuszu.',
  'template.tooMany':
    '{{name}} miałoby {{count}} wierszy; szablon mieści najwyżej {{most}} i tyle, ile zmieści jego arkusz. Wybierz miesiąc albo zawęź listę.',
  'everything.notEmpty': 'Są tu już dane. Archiwum można wczytać tylko do pustego Daybook.',
  'everything.unknown': 'To nie jest archiwum wszystkich danych. Wybierz plik ZIP wyeksportowany z Daybook.',
  'everything.newer': 'To archiwum pochodzi z nowszego Daybook ({{version}}). Najpierw zaktualizuj ten.',
  'everything.broken':
    'To archiwum jest uszkodzone lub niekompletne: {{file}}, wiersz {{line}}. Niczego nie wczytano. Wyeksportuj je ponownie.',
  'import.cancelled': 'Anulowano; niczego nie zaimportowano.',
  'import.busy': 'Trwa zapisywanie importu. Poczekaj, aż się zakończy.',
  'import.team':
    'Na urządzeniach zespołu nie można jeszcze importować plików. Zaimportuj je w osobnym Daybook, zanim stanie się zespołem.',
  'import.needs': 'Najpierw wskaż, co zawierają kolumny, jak zapisano daty i która to strefa czasowa.',
  'importRow.noStart': 'Brak daty.',
  'importRow.noEnd': 'Brak końca, więc licznik może jeszcze działać.',
  'importRow.noLength': 'Brak godzin i czasu trwania.',
  'importRow.longer': 'Czas trwania jest dłuższy niż od początku do końca ({{minutes}} min).',
  'importRow.badTime': '„{{text}}” nie jest datą ani godziną.',
  'importRow.badDuration': '„{{text}}” nie jest czasem trwania.',
  'importRow.tooOld': 'Pochodzi sprzed 1970 roku.',
  'importRow.tooLong': 'Tekst „{{text}}…” jest za długi; znaków może być najwyżej {{most}}.',
  'importRow.manyTags': 'Ma więcej niż 20 tagów.',
  'importRow.cutOff': 'Plik urywa się w tym wierszu.',
  'importRow.break': 'To przerwa, a nie czas pracy.',
  'importRow.twice': 'Cofnięto zegary: godzina {{text}} wystąpiła tego dnia dwa razy. Wskaż, o którą chodzi.',
  'importRow.missing': 'Przesunięto zegary do przodu: godziny {{text}} tego dnia nie było. Wskaż, co zrobić.',
  'importRow.ambiguous': 'Nazwa „{{name}}” powtarza się tutaj. Najpierw zmień jedną z nich.',
  'importRow.mayNotAdd': 'Nie ma tu „{{name}}” i nie masz uprawnień do dodania. Zwróć się do administratora.',
  'importRow.notYours': 'To czas kogoś innego. Poproś o import kierownika.',
  'file.notWritable':
    'Nie można tam zapisać pliku. Zamknij go tam, gdzie jest otwarty, albo wybierz inne miejsce.',
  'notFound.attention': 'To nie wymaga już uwagi.',
  'attention.counts': 'To już się liczy, choć nie tak, jak miało być. Zostaw aktualny stan albo cofnij.',
  'team.alone': 'Daybook działa tu samodzielnie; nie ma zespołu. Utwórz zespół albo dołącz do istniejącego.',
  'team.already': 'Ten Daybook należy już do zespołu. Najpierw go opuść.',
  'team.notEmpty': 'Są tu już dane, a dane zespołu zajęłyby ich miejsce. Dołącz z pustym folderem danych.',
  'team.filling': 'Dane zespołu są jeszcze w drodze na to urządzenie. Poczekaj, aż tu dotrą.',
  'team.badAddress': 'To nie jest adres serwera. Powinien wyglądać tak: https://daybook.example.com.',
  'team.insecure':
    'Bez https każdy po drodze mógłby czytać przesyłane dane. Użyj adresu https; zwykłe http jest tylko dla serwera na tym komputerze.',
  'team.offline':
    'Nie można połączyć się z serwerem zespołu. Możesz tu dalej pracować; zmiany zostaną wysłane, gdy tylko będzie to możliwe.',
  'team.noAnswer':
    'Serwer zespołu nie odpowiada, a bez niego nie można tego zrobić. Sprawdź adres i połączenie, a potem spróbuj ponownie.',
  'team.certificate':
    'Certyfikat serwera zespołu jest nieprawidłowy, więc niczego tam nie wysłano. Zwróć się do osoby, która prowadzi serwer.',
  'team.nonsense':
    'Odpowiedź nie pochodzi z serwera zespołu albo serwer nie działa prawidłowo. Sprawdź adres lub zwróć się do osoby, która prowadzi serwer.',
  'team.busy': 'Serwer zespołu nie może teraz odpowiedzieć. Próba zostanie ponowiona automatycznie.',
  'team.tooLarge': 'To więcej, niż serwer zespołu przyjmuje naraz.',
  'team.otherVersion': 'Wersje serwera zespołu i tego Daybook za bardzo się różnią. Zaktualizuj starszą.',
  'team.refusedNewer':
    'Serwer zespołu jest nowszy i odmówił z powodu, którego ta wersja nie zna. Zaktualizuj Daybook.',
  'team.copied': 'Inna kopia tych danych działała dalej pod nazwą tego urządzenia. Otrzymuje ono własną.',
  'team.otherEpoch':
    'Serwer zespołu został przywrócony z kopii zapasowej. To, co stracił z tego urządzenia, jest mu przekazywane ponownie.',
  'team.otherHistory':
    'Serwer zespołu ma inną historię niż to urządzenie: przywrócono go z kopii zapasowej lub zmieniono. Dopóki ktoś tego nie sprawdzi, nic nie jest wysyłane ani pobierane.',
  'team.foundAgain':
    'Kopii, która była w drodze na serwer, już nie ma. Opuść zespół i utwórz go ponownie na pustym serwerze.',
  'team.founding': 'Dane tego zespołu są jeszcze w drodze na serwer. Spróbuj ponownie później.',
  'team.founded': 'Ten zespół ma już swoje dane.',
  'team.closed': 'Ten serwer ma już swój zespół i nie przyjmuje innych.',
  'team.signedOut': 'Serwer zespołu nie zna tego urządzenia. Opuść zespół i dołącz do niego ponownie.',
  'team.revoked':
    'To urządzenie wykluczono z zespołu. To, czego jeszcze nie wysłano, jest u administratora; opuść zespół, aby pracować dalej samodzielnie.',
  'team.notMember': 'Nie należysz już do tego zespołu. Opuść go, aby pracować dalej samodzielnie.',
  'team.memberAlready': 'Ta osoba należy już do zespołu. Zamiast tego zaloguj się adresem e-mail i hasłem.',
  'team.wrongPassword': 'Adres e-mail lub hasło jest nieprawidłowe.',
  'team.factorNeeded': 'Hasło jest prawidłowe. Podaj teraz kod drugiego składnika.',
  'team.factorWrong': 'Kod jest błędny albo został już użyty. Poczekaj na następny.',
  'team.factorMissing': 'Ta firma wymaga drugiego składnika. Skonfiguruj go teraz.',
  'team.factorThere': 'Masz już drugi składnik.',
  'team.noFactor': 'Nie ma drugiego składnika.',
  'team.factorDemanded': 'Twoja firma wymaga drugiego składnika, więc pozostaje.',
  'team.noPasswordCode':
    'Ten kod nie działa: nie jest dla tego adresu, został już użyty albo ma ponad dobę. Poproś administratora o nowy.',
  'team.inAnotherFirm':
    'Ta osoba jest też w innej firmie na tym serwerze, więc nikt z tej firmy nie może nadać jej nowego hasła. Pomoże osoba, która prowadzi serwer.',
  'team.factorFirst': 'Najpierw skonfiguruj własny drugi składnik; potem możesz go wymagać od wszystkich.',
  'team.noGrant': 'Ten kod jest tu nieznany albo minęło jego dziesięć minut. Zacznij od nowa na urządzeniu.',
  'team.deviceDenied': 'To urządzenie nie zostało dopuszczone.',
  'team.passkeyWrong': 'Ten klucz dostępu tu nie działa. Zaloguj się inaczej.',
  'team.noPasskey': 'Tego klucza dostępu już nie ma.',
  'team.tooManyPasskeys': 'Masz już największą możliwą liczbę kluczy dostępu. Najpierw usuń jeden.',
  'team.signInAgain': 'Do tego trzeba się przed chwilą zalogować. Zaloguj się ponownie.',
  'team.oidcAway': '{{name}} jest chwilowo nieosiągalne. Spróbuj ponownie albo zaloguj się inaczej.',
  'team.oidcWrong': 'Logowanie zostało przerwane albo trwało za długo. Zacznij od nowa.',
  'team.oidcUnknown':
    'Zalogowano tam, ale tutaj nie jesteś znany. Poproś administratora o zaproszenie na ten adres e-mail.',
  'team.oidcOnly':
    'Twoja firma loguje się tylko własnym logowaniem: wybierz je na stronie serwera, a na urządzeniu „Zaloguj się w przeglądarce”.',
  'team.oidcFirst': 'Najpierw zaloguj się raz logowaniem firmowym; potem możesz go wymagać od wszystkich.',
  'team.noInvitation':
    'To zaproszenie jest nieważne: dotyczy innego adresu, zostało już użyte albo jest za stare. Poproś o nowe.',
  'team.noDevice': 'Nie ma takiego urządzenia albo jest już wykluczone.',
  'team.wait': 'Zbyt wiele prób. Poczekaj minutę i spróbuj ponownie.',
  'team.noBrowsers':
    'Serwer nie wie, pod jakim adresem znajdują go przeglądarki. Osoba, która go prowadzi, uruchamia go z opcją --address.',
  'team.conflict': 'Ktoś inny zmienił to samo w międzyczasie. Sprawdź aktualny stan i wybierz.',
  'team.quarantined': 'Serwer odłożył to na bok; sprawdzi to administrator.',
  'team.oneUser':
    'W zespole każde urządzenie należy do jednej osoby. Opuść zespół albo użyj innego folderu danych.',
  'team.noSample':
    'Przykładowa firma nie jest dla zespołu. Wczytaj ją tam, gdzie Daybook działa samodzielnie.',
  'channel.closed': 'Daybook nie działa. Uruchom go ponownie; wszystko, co potwierdzono, jest zapisane.',
  'device.unavailable': 'To nie jest dostępne na tym komputerze.',
  'shortcut.taken': 'Tego skrótu używa inny program. Wybierz inny.',
  'shortcut.invalid': 'Tego skrótu nie można użyć. Połącz Ctrl, Alt lub Shift z klawiszem.',
}
