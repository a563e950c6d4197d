CREATE TABLE `support_case` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`project_id` text,
	`priority` text NOT NULL,
	`status` text NOT NULL,
	`assignee_id` text,
	`notes` text NOT NULL,
	`reference` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `support_case_customer` ON `support_case` (`customer_id`);--> statement-breakpoint
DROP INDEX `time_entry_user_start`;--> statement-breakpoint
ALTER TABLE `time_entry` ADD `case_id` text REFERENCES support_case(id);--> statement-breakpoint
CREATE INDEX `time_entry_case` ON `time_entry` (`case_id`,`start_at`,`duration_ms`,`user_id`,`work_date`) WHERE case_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `time_entry_user_start` ON `time_entry` (`user_id`,`start_at`,`customer_id`,`category_id`,`project_id`,`case_id`,`tag_ids`,`reference`,`billable`);--> statement-breakpoint
ALTER TABLE `note_draft` ADD `case_id` text;--> statement-breakpoint
ALTER TABLE `organisation` ADD `cases_need_project` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `names_offered` text DEFAULT '{"manager":"everybody","employee":"everybody"}' NOT NULL;--> statement-breakpoint
ALTER TABLE `timer` ADD `case_id` text REFERENCES support_case(id);