CREATE TABLE "password_code" (
	"account" text PRIMARY KEY NOT NULL,
	"org" text NOT NULL,
	"user_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "password_code_hash" ON "password_code" USING btree ("code_hash");