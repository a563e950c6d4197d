CREATE TABLE `approval` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`date` text NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `approval_day` ON `approval` (`user_id`,`date`);--> statement-breakpoint
CREATE INDEX `approval_submitted` ON `approval` (`date`) WHERE status = 'submitted';