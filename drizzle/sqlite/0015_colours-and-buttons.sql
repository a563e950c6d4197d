ALTER TABLE `customer` ADD `colour` text DEFAULT 'blue' NOT NULL;--> statement-breakpoint
ALTER TABLE `project` ADD `colour` text DEFAULT 'blue' NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `buttons` text;--> statement-breakpoint
UPDATE `customer` SET `colour` = json_extract('["blue","green","orange","violet","teal","red","yellow","pink"]', '$[' || (turn.n % 8) || ']')
FROM (SELECT id, row_number() OVER (ORDER BY created_at, id) - 1 AS n FROM `customer`) AS turn WHERE turn.id = `customer`.id;--> statement-breakpoint
UPDATE `project` SET `colour` = json_extract('["blue","green","orange","violet","teal","red","yellow","pink"]', '$[' || (turn.n % 8) || ']')
FROM (SELECT id, row_number() OVER (ORDER BY created_at, id) - 1 AS n FROM `project`) AS turn WHERE turn.id = `project`.id;
