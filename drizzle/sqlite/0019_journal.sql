DROP INDEX `journal_entry_time_entry`;--> statement-breakpoint
DROP INDEX `task_customer`;--> statement-breakpoint
CREATE INDEX `task_customer` ON `task` (`customer_id`,`start_at`);--> statement-breakpoint
CREATE INDEX `time_entry_call` ON `time_entry` (`customer_id`,`start_at`) WHERE task_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `time_entry_task` ON `time_entry` (`task_id`) WHERE task_id IS NOT NULL;