DROP INDEX `time_entry_user_start`;--> statement-breakpoint
CREATE INDEX `time_entry_user_start` ON `time_entry` (`user_id`,`start_at`,`customer_id`,`category_id`,`project_id`);--> statement-breakpoint
ALTER TABLE `note_draft` ADD `project_id` text;