CREATE TABLE `assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`customer_id` text,
	`office_id` text NOT NULL,
	`department_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `office`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignment_user` ON `assignment` (`user_id`);--> statement-breakpoint
CREATE INDEX `assignment_customer` ON `assignment` (`customer_id`);--> statement-breakpoint
CREATE TABLE `department` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`removed` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `office` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`removed` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE `time_entry` ADD `office_id` text REFERENCES office(id);--> statement-breakpoint
ALTER TABLE `time_entry` ADD `department_id` text REFERENCES department(id);--> statement-breakpoint
CREATE INDEX `time_entry_office` ON `time_entry` (`office_id`) WHERE office_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `time_entry_department` ON `time_entry` (`department_id`) WHERE department_id IS NOT NULL;