CREATE TABLE `rate` (
	`id` text PRIMARY KEY NOT NULL,
	`level` text NOT NULL,
	`subject_id` text,
	`valid_from` text NOT NULL,
	`amount_minor` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_version` ON `rate` (`level`,`subject_id`,`valid_from`);--> statement-breakpoint
CREATE INDEX `time_entry_billing` ON `time_entry` (`customer_id`,`user_id`,`project_id`,`category_id`,`work_date`,`duration_ms`);