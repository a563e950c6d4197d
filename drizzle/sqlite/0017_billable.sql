DROP INDEX `time_entry_billing`;--> statement-breakpoint
DROP INDEX `time_entry_user_start`;--> statement-breakpoint
DROP INDEX `time_entry_project`;--> statement-breakpoint
ALTER TABLE `time_entry` ADD `billable` integer;--> statement-breakpoint
CREATE INDEX `time_entry_billing` ON `time_entry` (`customer_id`,`user_id`,`project_id`,`category_id`,`billable`,`work_date`,`duration_ms`);--> statement-breakpoint
CREATE INDEX `time_entry_user_start` ON `time_entry` (`user_id`,`start_at`,`customer_id`,`category_id`,`project_id`,`tag_ids`,`reference`,`billable`);--> statement-breakpoint
CREATE INDEX `time_entry_project` ON `time_entry` (`project_id`,`work_date`,`category_id`,`billable`,`duration_ms`) WHERE project_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `note_draft` ADD `billable` integer;--> statement-breakpoint
ALTER TABLE `timer` ADD `billable` integer;