CREATE TABLE `past_setting` (
	`id` text PRIMARY KEY NOT NULL,
	`noun` text NOT NULL,
	`subject_id` text NOT NULL,
	`through` text NOT NULL,
	`settings` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `past_setting_version` ON `past_setting` (`noun`,`subject_id`,`through`);--> statement-breakpoint
ALTER TABLE `employment` ADD `extra_by` text DEFAULT 'month' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `week_start` integer;--> statement-breakpoint
ALTER TABLE `organisation` ADD `former_figures_through` text;--> statement-breakpoint
ALTER TABLE `user` ADD `last_date` text;--> statement-breakpoint
-- What is closed already keeps the figures that it was closed with.
UPDATE `organisation` SET `former_figures_through` = `closed_through`;--> statement-breakpoint
-- Who is inactive left in the month in which they were made so, or worked last; that month was paid whole.
UPDATE `user` SET `last_date` = (
	SELECT date(max(`day`), 'start of month', '+1 month', '-1 day') FROM (
		SELECT max(`work_date`) AS `day` FROM `time_entry` WHERE `user_id` = `user`.`id`
		UNION ALL
		SELECT date(max(`c`.`at`) / 1000, 'unixepoch') FROM `audit` AS `a` JOIN `commit_log` AS `c` ON `c`.`id` = `a`.`commit_id`
		WHERE `a`.`entity` = 'user' AND `a`.`entity_id` = `user`.`id`
		AND `a`.`before` ->> '$.active' = 1 AND `a`.`after` ->> '$.active' = 0
	)
) WHERE NOT `active`;--> statement-breakpoint
-- Open days count in whole minutes from now on; the next start counts them anew.
INSERT OR REPLACE INTO `device` (`key`, `value`) VALUES ('totalsStale', 'true');
