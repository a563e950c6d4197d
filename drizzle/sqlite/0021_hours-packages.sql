CREATE TABLE `hours_package` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`kind` text NOT NULL,
	`of_id` text,
	`date` text NOT NULL,
	`minutes` integer NOT NULL,
	`price_minor` integer,
	`expires` text,
	`reason` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`of_id`) REFERENCES `hours_package`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hours_package_customer` ON `hours_package` (`customer_id`);