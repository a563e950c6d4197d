CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`commit_id` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `audit_commit` ON `audit` (`commit_id`);--> statement-breakpoint
CREATE INDEX `audit_entity` ON `audit` (`entity`,`entity_id`);--> statement-breakpoint
CREATE TABLE `category` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`active` integer NOT NULL,
	`code_type` text NOT NULL,
	`bill_type` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `commit_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`command` text NOT NULL,
	`args` text NOT NULL,
	`reason` text,
	`undoes` text,
	`undone_by` text,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commit_log_id` ON `commit_log` (`id`);--> statement-breakpoint
CREATE TABLE `customer` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`code` text NOT NULL,
	`contact_person` text NOT NULL,
	`email` text NOT NULL,
	`phone` text NOT NULL,
	`address` text NOT NULL,
	`notes` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `customer_name` ON `customer` (`name`);--> statement-breakpoint
CREATE TABLE `device` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `employment` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`expected_minutes` text NOT NULL,
	`expected_month_minutes` integer,
	`wage` text NOT NULL,
	`extra_hour_minor` integer NOT NULL,
	`bonus_minor` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `employment_version` ON `employment` (`user_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `gap` (
	`id` text PRIMARY KEY NOT NULL,
	`timer_id` text NOT NULL,
	`user_id` text NOT NULL,
	`cause` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `journal_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`at` integer NOT NULL,
	`keyword` text NOT NULL,
	`text` text NOT NULL,
	`user_id` text NOT NULL,
	`task_id` text,
	`time_entry_id` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `journal_entry_customer` ON `journal_entry` (`customer_id`,`at`);--> statement-breakpoint
CREATE INDEX `journal_entry_time_entry` ON `journal_entry` (`time_entry_id`);--> statement-breakpoint
CREATE TABLE `note_draft` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`customer_id` text,
	`category_id` text,
	`note` text NOT NULL,
	`session` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`zone` text NOT NULL,
	`day_start_minutes` integer NOT NULL,
	`currency` text NOT NULL,
	`holiday_country` text,
	`rules` text NOT NULL,
	`time_log_dialog` integer NOT NULL,
	`overlaps` text NOT NULL,
	`several_timers` integer NOT NULL,
	`closed_through` text,
	`sample` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`customer_id` text,
	`primary_participant_id` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`status` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`primary_participant_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_start` ON `task` (`start_at`);--> statement-breakpoint
CREATE INDEX `task_customer` ON `task` (`customer_id`);--> statement-breakpoint
CREATE TABLE `time_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`user_id` text NOT NULL,
	`customer_id` text,
	`category_id` text,
	`work_date` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`segments` text NOT NULL,
	`note` text NOT NULL,
	`zone` text NOT NULL,
	`source` text NOT NULL,
	`task_id` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `category`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `time_entry_user_day` ON `time_entry` (`user_id`,`work_date`,`start_at`,`end_at`,`duration_ms`);--> statement-breakpoint
CREATE INDEX `time_entry_day` ON `time_entry` (`work_date`,`user_id`,`start_at`,`end_at`,`duration_ms`);--> statement-breakpoint
CREATE INDEX `time_entry_customer` ON `time_entry` (`customer_id`,`start_at`,`duration_ms`);--> statement-breakpoint
CREATE INDEX `time_entry_category` ON `time_entry` (`category_id`);--> statement-breakpoint
CREATE INDEX `time_entry_session` ON `time_entry` (`session_id`);--> statement-breakpoint
CREATE INDEX `time_entry_user_start` ON `time_entry` (`user_id`,`start_at`,`customer_id`,`category_id`);--> statement-breakpoint
CREATE TABLE `timer` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`customer_id` text,
	`category_id` text,
	`state` text NOT NULL,
	`started_at` integer NOT NULL,
	`segments` text NOT NULL,
	`note` text NOT NULL,
	`zone` text NOT NULL,
	`task_id` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `category`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `timer_user` ON `timer` (`user_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`active` integer NOT NULL,
	`rules` text NOT NULL,
	`client_timer` integer NOT NULL
);
