CREATE TABLE `note_key` (
	`key` integer PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `note_key_entry` ON `note_key` (`entry_id`);--> statement-breakpoint
-- What the search holds: notes that say something, with whose and for whom they are.
CREATE VIEW `note_search_text` AS
SELECT k.`key` AS `key`, e.`note` AS `note`, e.`user_id` AS `user_id`, coalesce(e.`customer_id`, '') AS `customer_id`
FROM `note_key` k JOIN `time_entry` e ON e.`id` = k.`entry_id`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `note_search` USING fts5(
	note, user_id, customer_id,
	content='note_search_text', content_rowid='key',
	tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
--> statement-breakpoint
-- Filled day by day beside the first screen: at a million entries that takes longer than anybody waits for a window.
INSERT INTO `device` (`key`, `value`) VALUES ('notesStale', '""') ON CONFLICT (`key`) DO UPDATE SET `value` = '""';
