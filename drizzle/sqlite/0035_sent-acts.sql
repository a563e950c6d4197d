CREATE TABLE `sent_act` (
	`n` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`zone` text NOT NULL,
	`command` text NOT NULL,
	`args` text NOT NULL,
	`meant` text NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sent_act_at` ON `sent_act` (`at`);