CREATE TABLE `attention` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`zone` text NOT NULL,
	`command` text NOT NULL,
	`args` text NOT NULL,
	`meant` text NOT NULL,
	`held` text,
	`refusal` text,
	`follows` text,
	`noticed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `counter` (
	`name` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`zone` text NOT NULL,
	`command` text NOT NULL,
	`args` text NOT NULL,
	`meant` text NOT NULL,
	`effects` text NOT NULL,
	`refusal` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_id` ON `outbox` (`id`);--> statement-breakpoint
INSERT INTO `counter` (`name`, `last`)
SELECT 'project', coalesce(max(CAST(substr(code, 6) AS INTEGER)), 0)
FROM (
  SELECT code FROM project
  UNION SELECT json_extract("before", '$.code') FROM audit WHERE entity = 'project' AND "after" IS NULL
)
WHERE upper(substr(code, 1, 5)) = 'PROJ-' AND length(code) BETWEEN 6 AND 14
  AND substr(code, 6) NOT GLOB '*[^0-9]*';
--> statement-breakpoint
INSERT INTO `counter` (`name`, `last`)
SELECT 'case', coalesce(max(CAST(substr(code, 6) AS INTEGER)), 0)
FROM (
  SELECT code FROM support_case
  UNION SELECT json_extract("before", '$.code') FROM audit WHERE entity = 'case' AND "after" IS NULL
)
WHERE upper(substr(code, 1, 5)) = 'CASE-' AND length(code) BETWEEN 6 AND 14
  AND substr(code, 6) NOT GLOB '*[^0-9]*';
