ALTER TABLE `category` ADD `removed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `customer` ADD `removed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `removed` integer DEFAULT false NOT NULL;