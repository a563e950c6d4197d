CREATE TABLE "device_grant" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"user_code_hash" text NOT NULL,
	"device" text NOT NULL,
	"address" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"asked" bigint NOT NULL,
	"decision" text,
	"org" text,
	"account" text,
	"user_id" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "device_grant_user_code" ON "device_grant" USING btree ("user_code_hash");