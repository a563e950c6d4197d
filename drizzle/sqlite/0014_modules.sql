ALTER TABLE `organisation` ADD `modules` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `modules` text DEFAULT '{}' NOT NULL;