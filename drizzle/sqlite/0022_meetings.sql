CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`organiser_id` text NOT NULL,
	`user_ids` text NOT NULL,
	`customer_id` text,
	`category_id` text,
	`project_id` text,
	`case_id` text,
	`tag_ids` text DEFAULT '[]' NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`billable` integer,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`zone` text NOT NULL,
	`all_day` integer NOT NULL,
	`place` text NOT NULL,
	`note` text NOT NULL,
	`repeat` text NOT NULL,
	`exceptions` text NOT NULL,
	`logged` integer NOT NULL,
	`uid` text NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	FOREIGN KEY (`organiser_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `category`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `support_case`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_extent` ON `meeting` (`last_at`,`first_at`);--> statement-breakpoint
CREATE INDEX `meeting_customer` ON `meeting` (`customer_id`,`last_at`);--> statement-breakpoint
CREATE TABLE `__new_task` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`customer_id` text,
	`primary_participant_id` text NOT NULL,
	`due_date` text,
	`start_at` integer,
	`end_at` integer,
	`status` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`uid` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`primary_participant_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_task`("id", "type", "title", "customer_id", "primary_participant_id", "due_date", "start_at", "end_at", "status", "note", "uid") SELECT "id", "type", "title", "customer_id", "primary_participant_id", NULL, "start_at", "end_at", "status", '', '' FROM `task`;--> statement-breakpoint
DROP TABLE `task`;--> statement-breakpoint
ALTER TABLE `__new_task` RENAME TO `task`;--> statement-breakpoint
CREATE INDEX `task_start` ON `task` (`start_at`);--> statement-breakpoint
CREATE INDEX `task_customer` ON `task` (`customer_id`,`start_at`);--> statement-breakpoint
CREATE INDEX `task_user` ON `task` (`primary_participant_id`,`status`);--> statement-breakpoint
ALTER TABLE `time_entry` ADD `meeting_id` text;--> statement-breakpoint
ALTER TABLE `time_entry` ADD `occurrence_at` integer;--> statement-breakpoint
CREATE INDEX `time_entry_meeting` ON `time_entry` (`meeting_id`) WHERE meeting_id IS NOT NULL;