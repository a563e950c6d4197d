CREATE TABLE `project` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`completion_date` text,
	`budget_minutes` integer,
	`billable` integer NOT NULL,
	`notes` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_customer` ON `project` (`customer_id`);--> statement-breakpoint
ALTER TABLE `time_entry` ADD `project_id` text REFERENCES project(id);--> statement-breakpoint
CREATE INDEX `time_entry_project` ON `time_entry` (`project_id`,`work_date`,`category_id`,`duration_ms`) WHERE project_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `timer` ADD `project_id` text REFERENCES project(id);