ALTER TABLE `employment` ADD `extra_steps` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `employment` ADD `supplements` text DEFAULT '[]' NOT NULL;