CREATE TABLE `absence` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind_id` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`portion` text NOT NULL,
	`minutes` integer,
	`status` text NOT NULL,
	`note` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kind_id`) REFERENCES `absence_kind`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `absence_user` ON `absence` (`user_id`,`last_day`);--> statement-breakpoint
CREATE INDEX `absence_day` ON `absence` (`last_day`);--> statement-breakpoint
CREATE INDEX `absence_of_kind` ON `absence` (`kind_id`);--> statement-breakpoint
CREATE TABLE `absence_kind` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`effect` text NOT NULL,
	`vacation` integer NOT NULL,
	`needs_approval` integer NOT NULL,
	`active` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `account_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`account` text NOT NULL,
	`kind` text NOT NULL,
	`date` text NOT NULL,
	`amount` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_entry_user` ON `account_entry` (`user_id`,`date`);--> statement-breakpoint
CREATE TABLE `entitlement` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`hundredths` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entitlement_version` ON `entitlement` (`user_id`,`valid_from`);--> statement-breakpoint
ALTER TABLE `organisation` ADD `carry_over` text DEFAULT '{"most":null,"until":null}' NOT NULL;