// What these tests and their writing found, each with the test that holds it since: for docs/reliability.md, and checked to exist.

export type Bug = { what: string; file: string; test: string }

export const BUGS: readonly Bug[] = [
  {
    what: 'Undoing a stop while another timer ran made two timers run at once.',
    file: 'core/integrity.test.ts',
    test: 'F7 G11 undoing a stop while another timer runs is refused and names it, instead of making two',
  },
  {
    what: 'Undoing the addition of a customer, category or user that was used since ended in an internal error.',
    file: 'core/integrity.test.ts',
    test: 'G11 undoing an addition that is used by now is refused with what uses it',
  },
  {
    what: 'Removing a user with a contract could not be undone.',
    file: 'core/integrity.test.ts',
    test: 'G11 removing a user with a contract is undone whole',
  },
  {
    what: 'Undoing a pause threw away the notes typed since.',
    file: 'core/integrity.test.ts',
    test: 'A7 G11 undoing a pause keeps what was typed since',
  },
  {
    what: 'Undoing a stop kept the note that was written with it.',
    file: 'core/integrity.test.ts',
    test: 'A7 G11 undoing a stop takes back the note that was written with it',
  },
  {
    what: 'An undo could bring back a name that somebody else has by now.',
    file: 'core/integrity.test.ts',
    test: 'G11 no undo leaves two of the same name',
  },
  {
    what: 'An undo could take the last administrator away.',
    file: 'core/integrity.test.ts',
    test: 'G11 no undo leaves the organisation without an administrator',
  },
  {
    what: 'An undo could bring a second contract from one day (an internal error), or change the contract of a closed month.',
    file: 'core/integrity.test.ts',
    test: 'G7 G11 undo neither brings two contracts from one day nor changes one of a closed period',
  },
  {
    what: 'Undoing the opening of a period closed it over a running timer.',
    file: 'core/integrity.test.ts',
    test: 'C2 G11 undoing the opening of a period is refused while a timer would fall into it',
  },
  {
    what: 'Undoing a stop brought the timer back on a customer that was deleted since.',
    file: 'core/integrity.test.ts',
    test: 'C10 C17 G11 undoing a stop does not bring a timer back on a customer that was deleted since',
  },
  {
    what: 'Typed notes were answered with the name of a change that cannot be undone.',
    file: 'core/integrity.test.ts',
    test: 'G11 typed notes are no change of their own, so their reply names none to undo',
  },
  {
    what: 'Restoring a draft whose customer is gone ended in an internal error; its time could not be recorded any more.',
    file: 'core/integrity.test.ts',
    test: 'F3 a draft whose customer is gone comes back without one, to be given to another',
  },
  {
    what: 'Deleting such a draft could not be undone.',
    file: 'core/integrity.test.ts',
    test: 'F3 G11 a draft whose customer is gone can be deleted, and that undone',
  },
  {
    what: 'The question about a gap stayed after its timer was stopped, and was lost when the stop was undone.',
    file: 'core/integrity.test.ts',
    test: 'G1 a question about a gap goes with its timer, and comes back with it',
  },
  {
    what: 'A name or note one emoji too long was accepted and the emoji cut off.',
    file: 'shared/entities/entity.test.ts',
    test: 'a note of 10,000 letters and an emoji',
  },
  {
    what: 'Megabytes of text were cleaned before they were refused.',
    file: 'shared/entities/entity.test.ts',
    test: 'what a name may lose in cleaning does not count, and nonsense of megabytes is not even cleaned',
  },
  {
    what: 'Dates and instants at the ends of the calendar were let in and ended in an internal error.',
    file: 'shared/entities/entity.test.ts',
    test: 'F8 dates and instants have room around them for weeks, day ends and zones',
  },
  {
    what: 'A wall clock set by hours changed the duration of the session by hours.',
    file: 'hostile/clocks.test.ts',
    test: 'G3 sessions with pauses, sleep, travel and clocks set by up to 2 h count the time that passed, within 1 s, with a note for each jump',
  },
  {
    what: 'Killed between the first start and the first heartbeat, nobody was asked about the gap.',
    file: 'core/pipeline.test.ts',
    test: 'G1 killed within seconds of the first start, before any heartbeat: the gap is asked about all the same',
  },
  {
    what: 'A byte that flipped within a figure left the file sound, and the wrong figure was shown as right.',
    file: 'core/verify/record.test.ts',
    test: 'G1 G11 a figure that changed by itself, a lost row and a changed trail are found, though the file is sound',
  },
  {
    what: 'After the database file was moved, replaced or deleted, acts were confirmed into a file that nobody would open again.',
    file: 'hostile/storage.test.ts',
    test: 'G1 deleted with its whole folder: all that was confirmed is in a verified backup, which the next start offers',
  },
  {
    what: 'Some damage ended the start with an untyped error and the file left open.',
    file: 'hostile/storage.test.ts',
    test: 'G1 G11 bytes flipped in copies: it is refused, or said to be damaged, or every figure is right',
  },
  {
    what: 'While another process held the lock, each heartbeat stopped all windows for five seconds.',
    file: 'hostile/storage.test.ts',
    test: 'G1 is db.locked after a while, changes nothing, and the stop works once it is gone',
  },
  {
    what: 'The end of the audit trail could be cut off, a change slipped in between two others, or an undone mark rewritten, and the chain still held.',
    file: 'core/verify/trail.test.ts',
    test: 'G11 an altered, removed, reordered, added or cut off row of the trail is found, and so is a false mark of an undo',
  },
  {
    what: 'Who wrote the whole chain anew was not found out.',
    file: 'core/verify/trail.test.ts',
    test: 'G11 who cuts the end off and hides it, or writes the whole chain anew, is found by the backups and by a hash that was kept',
  },
  {
    what: 'An absence over two that were noticed before was asked about twice.',
    file: 'core/integrity.test.ts',
    test: 'G1 G2 a lock over two sleeps that were noticed before is one question about all of it',
  },
  {
    what: 'Where the database was deleted while its disk was full, the rescue of what was confirmed was tried only once.',
    file: 'hostile/storage.test.ts',
    test: 'G1 gone from a disk that is full as well: what was confirmed is rescued once there is room',
  },
  {
    what: 'A window that nobody saw ticked every second.',
    file: 'e2e/hostile.spec.ts',
    test: 'hidden, a page with a running timer wakes at most once a minute, and ticks again when it is seen',
  },
  {
    what: 'A page that broke had no number that could be found in the log.',
    file: 'core/incident.test.ts',
    test: 'a page that broke gets a number; the log has it with places in the program, and neither names nor notes',
  },
  {
    what: 'The program woke every second, hidden or not, to look for what the command line did.',
    file: 'hostile/year.test.ts',
    test: 'G1 eight hours with a running timer: every write is a sign of life, and nothing else wakes more than once a minute',
  },
  {
    what: 'The token on the command line of the browser’s opener was good for twelve hours and for every user of the computer.',
    file: 'host/peer.test.ts',
    test: 'G5 a token that another user of the computer has read lets nobody in, and stays good for its owner',
  },
  {
    what: 'On the desktop, a page could name the file that a workbook is written to, without the dialog, and so replace any file.',
    file: 'electron/pages.test.ts',
    test: 'G5 a page never says where on the disk something is written or read',
  },
  {
    what: 'A link was judged as an address on the web, but handed to the system as it was written, which need not look like one.',
    file: 'hostile/gettingIn.test.ts',
    test: 'G5 leads nowhere: navigation, frames, redirects, new windows, webviews, downloads, permissions and devices',
  },
  {
    what: 'A date field in which somebody typed “constructor” broke its screen.',
    file: 'hostile/parsers.test.ts',
    test: 'G14 dates in a field: one that there is, the same when read again, or none',
  },
  {
    what: 'A wall clock that was set left a moment with a fraction of a millisecond in the session, as fine as the computer’s own counter.',
    file: 'shared/rules/clock.test.ts',
    test: 'G1 G3 however finely the clocks are read, what passed and what was set are whole milliseconds',
  },
  {
    what: 'The address that the browser was opened with stood on a command line, and its token with it, where every user of the computer could read it.',
    file: 'hostile/secrets.test.ts',
    test: 'G5 no secret stands on any command line, or is in the data, the logs or the output, at a first start and at a second',
  },
  {
    what: 'Another user of the computer passed for its owner by taking the port of one of the owner’s connections at another address of the computer.',
    file: 'host/peer.test.ts',
    test: 'G5 another user who takes the port of its owner’s connection, at another address of the computer, is told from it',
  },
  {
    what: 'Another user of the computer who asked and hung up at once passed for root.',
    file: 'host/peer.test.ts',
    test: 'G5 the door lets nobody in who is another user of the computer, and stays open for the one it was opened for',
  },
  {
    what: 'A link with a token that was followed from another page used the token up and showed that the link is used up.',
    file: 'e2e/entrance.spec.ts',
    test: 'G5 where the system does not tell who comes, a page in the data folder leads the browser in',
  },
  {
    what: 'A second start that opened the browser ended with an error, before the program that opens it had said how that went.',
    file: 'host/main.test.ts',
    test: 'a second start that opens the browser ends with 0, also while the program that opens it runs on',
  },
  {
    what: 'A start that a full disk refused was shown as a running timer until somebody wrote something else.',
    file: 'hostile/storage.test.ts',
    test: 'G1 a start that the disk refuses is not shown as a running timer, nor a stop as done',
  },
  {
    what: 'Where a byte that flipped made the audit trail unreadable, the check ended without a word, and the damage was not said.',
    file: 'core/verify/record.test.ts',
    test: 'G1 G11 a figure that changed by itself, a lost row and a changed trail are found, though the file is sound',
  },
  {
    what: 'A letter that flipped in the file’s schema ended the check without a word, and the damage was not said.',
    file: 'core/verify/record.test.ts',
    test: 'G1 a schema that changed by itself is damage, in whichever words SQLite puts it',
  },
  {
    what: 'The cookie of the browser, which goes to every port of the address, let another user of the computer in, also after a restart.',
    file: 'hostile/strangers.test.ts',
    test: 'K19 another user with all that its owner’s browser holds is told nothing and changes nothing, by requests and by sockets',
  },
  {
    what: 'A worker that somebody left at the remembered address while Daybook was off answered for its pages.',
    file: 'e2e/oldAddress.spec.ts',
    test: 'K19 a worker left at an address of before answers for none of our pages, and learns nothing',
  },
  {
    what: 'A script left in the browser’s cache under the name of one of ours was run in our page.',
    file: 'host/server.test.ts',
    test: 'K19 what the pages load lies under a name that nobody could know before this start',
  },
  {
    what: 'A cookie that another port had set locked the person out.',
    file: 'host/server.test.ts',
    test: 'K19 cookies that another port has set beside ours lock nobody out',
  },
  {
    what: 'In a data folder that was there before, another user could read the database, its backups and what was exported.',
    file: 'hostile/strangers.test.ts',
    test: 'K19 nothing in the data folder can be read by another user, also where the folder was there before',
  },
  {
    what: 'Another user who held a read lock on one of our files kept Daybook from starting.',
    file: 'hostile/strangers.test.ts',
    test: 'K19 a lock that another user holds does not keep Daybook from starting',
  },
  {
    what: 'A workbook was written through a link that another user had laid, over a file of the person’s own.',
    file: 'hostile/strangers.test.ts',
    test: 'K19 a workbook is for its owner alone, and is not written through a link that another user has laid',
  },
  {
    what: 'Rows that were put into the file beside the trail counted, and the check found everything as it was recorded.',
    file: 'core/verify/record.test.ts',
    test: 'K20 a row that is planted, altered or taken away beside the trail is found, also once somebody has changed it in good faith',
  },
  {
    what: 'Rows of the sample firm could be altered, added or taken away unseen.',
    file: 'core/verify/record.test.ts',
    test: 'K20 what is loaded at once has one record: a row added, altered or taken away is found, and what people change is not',
  },
  {
    what: 'A byte flipped in each backup, or a rewritten beginning of the trail, switched the comparison with the backups off.',
    file: 'cli/verify.test.ts',
    test: 'K20 a backup that is foreign, unreadable or cut is said, with an exit code of its own',
  },
  {
    what: 'A planted trigger changed each rate as it was set, a planted view hung the search, and the check was content.',
    file: 'core/db/schemaCheck.test.ts',
    test: 'K20 %s: not opened, found by verify, and not restored from a backup',
  },
  {
    what: 'A database that was emptied beside its backups led to the welcome, as if there had never been one.',
    file: 'cli/verify.test.ts',
    test: 'K11 emptied or gone beside a backup: every command says so and how to get it back, and nothing begins anew',
  },
  {
    what: 'The Node that everything runs on was fetched by a script and without its hash.',
    file: 'scripts/setup/nodeBinary.test.ts',
    test: 'K19 a Node without a known hash, or with another, is not put in place',
  },
  {
    what: 'Whoever sat down at the computer became the administrator by choosing the name.',
    file: 'core/pins.test.ts',
    test: 'K19 with PINs, nobody becomes somebody else without theirs; a profile without one is open',
  },
  {
    what: 'An import that ran out of room was said to be of a file that takes too much memory.',
    file: 'core/imports/interrupted.test.ts',
    test: 'J5 G1 a disk that fills up while an import is written is said, and leaves nothing of it',
  },
  {
    what: 'A question asked while an import was being cancelled made it go on.',
    file: 'core/imports/interrupted.test.ts',
    test: 'J5 who cancels before the commit, however late, has nothing imported',
  },
  {
    what: 'An import that was on the disk was called failed where its mapping could not be kept.',
    file: 'core/imports/interrupted.test.ts',
    test: 'J5 an import that is on the disk is said to be done, also where its mapping cannot be kept',
  },
]
