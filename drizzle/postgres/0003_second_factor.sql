CREATE TABLE "recovery_code" (
	"account" text NOT NULL,
	"code_hash" text NOT NULL,
	CONSTRAINT "recovery_code_account_code_hash_pk" PRIMARY KEY("account","code_hash")
);
--> statement-breakpoint
CREATE TABLE "second_factor" (
	"account" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"step" bigint NOT NULL,
	"since" bigint NOT NULL,
	"tries" integer NOT NULL,
	"wait_until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_event" (
	"org" text NOT NULL,
	"id" text NOT NULL,
	"at" bigint NOT NULL,
	"what" text NOT NULL,
	"user_id" text NOT NULL,
	"by_user" text NOT NULL,
	CONSTRAINT "sign_in_event_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
ALTER TABLE "org" ADD COLUMN "factor_required" boolean DEFAULT false NOT NULL;