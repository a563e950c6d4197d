CREATE TABLE `tag` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`colour` text NOT NULL,
	`active` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
DROP INDEX `time_entry_user_start`;--> statement-breakpoint
ALTER TABLE `time_entry` ADD `tag_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `time_entry` ADD `reference` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `time_entry_user_start` ON `time_entry` (`user_id`,`start_at`,`customer_id`,`category_id`,`project_id`,`tag_ids`,`reference`);--> statement-breakpoint
ALTER TABLE `journal_entry` ADD `tag_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `note_draft` ADD `tag_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `note_draft` ADD `reference` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `timer` ADD `tag_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `timer` ADD `reference` text DEFAULT '' NOT NULL;