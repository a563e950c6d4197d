CREATE TABLE `customer_total` (
	`customer_id` text PRIMARY KEY NOT NULL,
	`entry_count` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `day_total` (
	`work_date` text NOT NULL,
	`user_id` text NOT NULL,
	`entry_count` integer NOT NULL,
	`booked_ms` integer NOT NULL,
	`total_ms` integer NOT NULL,
	`entrance` integer NOT NULL,
	`exit` integer NOT NULL,
	PRIMARY KEY(`work_date`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `day_total_user` ON `day_total` (`user_id`,`work_date`);--> statement-breakpoint
-- The new tables are filled by a recount when the application opens.
INSERT INTO `device` (`key`, `value`) VALUES ('totalsStale', 'true') ON CONFLICT (`key`) DO UPDATE SET `value` = 'true';
