ALTER TABLE `time_entry` ADD `import_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `time_entry_import` ON `time_entry` (`import_key`) WHERE import_key <> '';