-- The search keeps words as the application folds them, and no longer reads them from the notes.
-- may drop rows: note_key
DROP TABLE `note_search`;
--> statement-breakpoint
DROP VIEW `note_search_text`;
--> statement-breakpoint
DELETE FROM `note_key`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `note_search` USING fts5(
	note, user_id, customer_id,
	content='',
	tokenize='unicode61 remove_diacritics 0', prefix='2 3'
);
--> statement-breakpoint
-- Filled again day by day beside the first screen.
INSERT INTO `device` (`key`, `value`) VALUES ('notesStale', '""') ON CONFLICT (`key`) DO UPDATE SET `value` = '""';
