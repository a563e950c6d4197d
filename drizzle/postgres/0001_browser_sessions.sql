CREATE TABLE "web_session" (
	"org" text NOT NULL,
	"id" text NOT NULL,
	"token_hash" text NOT NULL,
	"account" text NOT NULL,
	"user_id" text NOT NULL,
	"method" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_used" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "web_session_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "web_session_token" ON "web_session" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "web_session_account" ON "web_session" USING btree ("account");