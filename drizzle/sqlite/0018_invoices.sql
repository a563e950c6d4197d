CREATE TABLE `billing_profile` (
	`id` text PRIMARY KEY NOT NULL,
	`legal_name` text NOT NULL,
	`address` text NOT NULL,
	`post_code` text NOT NULL,
	`city` text NOT NULL,
	`country` text,
	`vat_id` text NOT NULL,
	`tax_number` text NOT NULL,
	`email` text NOT NULL,
	`phone` text NOT NULL,
	`iban` text NOT NULL,
	`bic` text NOT NULL,
	`bank_name` text NOT NULL,
	`number_format` text NOT NULL,
	`credit_note_format` text NOT NULL,
	`due_days` integer NOT NULL,
	`terms` text NOT NULL,
	`language` text NOT NULL,
	`logo_id` text
);
--> statement-breakpoint
CREATE TABLE `invoice` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`number` text,
	`series` text,
	`serial` integer,
	`date` text,
	`due_date` text,
	`customer_id` text NOT NULL,
	`currency` text NOT NULL,
	`language` text NOT NULL,
	`period_from` text,
	`period_to` text,
	`group_by` text NOT NULL,
	`rounding` text NOT NULL,
	`tax` text,
	`free_lines` text NOT NULL,
	`discount` text NOT NULL,
	`due_days` integer NOT NULL,
	`notes` text NOT NULL,
	`terms` text NOT NULL,
	`credited_id` text,
	`reason` text NOT NULL,
	`lines` text NOT NULL,
	`taxes` text NOT NULL,
	`sum_minor` integer,
	`discount_minor` integer,
	`net_minor` integer,
	`tax_minor` integer,
	`total_minor` integer,
	`seller` text,
	`buyer` text,
	`logo_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invoice_number` ON `invoice` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `invoice_serial` ON `invoice` (`series`,`serial`);--> statement-breakpoint
CREATE INDEX `invoice_customer` ON `invoice` (`customer_id`);--> statement-breakpoint
CREATE TABLE `invoiced_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`invoice_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invoiced_entry_entry` ON `invoiced_entry` (`entry_id`);--> statement-breakpoint
CREATE INDEX `invoiced_entry_invoice` ON `invoiced_entry` (`invoice_id`);--> statement-breakpoint
CREATE TABLE `logo` (
	`id` text PRIMARY KEY NOT NULL,
	`media_type` text NOT NULL,
	`picture` text NOT NULL,
	`width_pixels` integer NOT NULL,
	`height_pixels` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `payment` (
	`id` text PRIMARY KEY NOT NULL,
	`invoice_id` text NOT NULL,
	`date` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`note` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `payment_invoice` ON `payment` (`invoice_id`);--> statement-breakpoint
CREATE TABLE `tax_rate` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`tax_category` text NOT NULL,
	`percent_hundredths` integer NOT NULL,
	`exemption` text NOT NULL,
	`is_default` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `customer` ADD `post_code` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `customer` ADD `city` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `customer` ADD `country` text;--> statement-breakpoint
ALTER TABLE `customer` ADD `vat_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `customer` ADD `buyer_reference` text DEFAULT '' NOT NULL;