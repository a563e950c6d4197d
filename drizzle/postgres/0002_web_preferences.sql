CREATE TABLE "web_preferences" (
	"org" text NOT NULL,
	"user_id" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "web_preferences_org_user_id_pk" PRIMARY KEY("org","user_id")
);
