CREATE TABLE `report_month` (
	`month` text PRIMARY KEY NOT NULL,
	`through` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `report_total` (
	`kind` text NOT NULL,
	`month` text NOT NULL,
	`key` text NOT NULL,
	`entries` integer NOT NULL,
	`ms` integer NOT NULL,
	`billable_ms` integer NOT NULL,
	`amount_minor` integer NOT NULL,
	`rated` integer NOT NULL,
	`without_rate_ms` integer NOT NULL,
	`cost_minor` integer NOT NULL,
	`costed` integer NOT NULL,
	`without_cost_ms` integer NOT NULL,
	PRIMARY KEY(`kind`, `month`, `key`)
);
