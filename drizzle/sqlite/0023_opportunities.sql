CREATE TABLE `opportunity` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`name` text NOT NULL,
	`stage` text NOT NULL,
	`value_minor` integer NOT NULL,
	`expected_close` text,
	`status` text NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `opportunity_customer` ON `opportunity` (`customer_id`);--> statement-breakpoint
DROP INDEX `time_entry_user_start`;--> statement-breakpoint
ALTER TABLE `time_entry` ADD `opportunity_id` text REFERENCES opportunity(id);--> statement-breakpoint
CREATE INDEX `time_entry_opportunity` ON `time_entry` (`opportunity_id`,`duration_ms`) WHERE opportunity_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `time_entry_user_start` ON `time_entry` (`user_id`,`start_at`,`customer_id`,`category_id`,`project_id`,`case_id`,`opportunity_id`,`tag_ids`,`reference`,`billable`);--> statement-breakpoint
ALTER TABLE `meeting` ADD `opportunity_id` text REFERENCES opportunity(id);--> statement-breakpoint
ALTER TABLE `note_draft` ADD `opportunity_id` text;--> statement-breakpoint
ALTER TABLE `timer` ADD `opportunity_id` text REFERENCES opportunity(id);