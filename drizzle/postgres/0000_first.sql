CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"salt" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commit" (
	"org" text NOT NULL,
	"seq" bigint NOT NULL,
	"id" text NOT NULL,
	"leaves" text NOT NULL,
	"root" text NOT NULL,
	"hash" text NOT NULL,
	"arrived_at" bigint NOT NULL,
	CONSTRAINT "commit_org_seq_pk" PRIMARY KEY("org","seq")
);
--> statement-breakpoint
CREATE TABLE "device" (
	"org" text NOT NULL,
	"id" text NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_contact" bigint,
	"revoked_at" bigint,
	CONSTRAINT "device_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"org" text NOT NULL,
	"code_hash" text NOT NULL,
	"email" text NOT NULL,
	"user_id" text NOT NULL,
	"invited_by" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	CONSTRAINT "invitation_org_code_hash_pk" PRIMARY KEY("org","code_hash")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"org" text NOT NULL,
	"account" text NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "member_org_account_pk" PRIMARY KEY("org","account")
);
--> statement-breakpoint
CREATE TABLE "org" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"hash" text NOT NULL,
	"epoch" text NOT NULL,
	"phase" text NOT NULL,
	"counters" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"org" text NOT NULL,
	"command_id" text NOT NULL,
	"args_hash" text NOT NULL,
	"device" text NOT NULL,
	"n" integer NOT NULL,
	"reason" text NOT NULL,
	"act" text NOT NULL,
	"arrived_at" bigint NOT NULL,
	CONSTRAINT "quarantine_org_command_id_args_hash_pk" PRIMARY KEY("org","command_id","args_hash")
);
--> statement-breakpoint
CREATE TABLE "receipt" (
	"org" text NOT NULL,
	"command_id" text NOT NULL,
	"device" text NOT NULL,
	"n" bigint NOT NULL,
	"args_hash" text NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "receipt_org_command_id_pk" PRIMARY KEY("org","command_id")
);
--> statement-breakpoint
CREATE TABLE "row" (
	"org" text NOT NULL,
	"entity" text NOT NULL,
	"id" text NOT NULL,
	"owner" text,
	"value" text NOT NULL,
	"version" bigint NOT NULL,
	"removed" boolean NOT NULL,
	CONSTRAINT "row_org_entity_id_pk" PRIMARY KEY("org","entity","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "account_email" ON "account" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "commit_id" ON "commit" USING btree ("org","id");--> statement-breakpoint
CREATE UNIQUE INDEX "device_token" ON "device" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_code" ON "invitation" USING btree ("code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "member_user" ON "member" USING btree ("org","user_id");--> statement-breakpoint
CREATE INDEX "member_account" ON "member" USING btree ("account");--> statement-breakpoint
CREATE INDEX "row_owner" ON "row" USING btree ("org","entity","owner","id");