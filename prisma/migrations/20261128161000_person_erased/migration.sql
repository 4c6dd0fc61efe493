-- A person whose data were erased: what they did stays, under a pseudonym. They were disabled before, and stay so.
ALTER TABLE "user" ADD COLUMN "erased_at" TIMESTAMP(3);
ALTER TABLE "user" ADD CONSTRAINT "user_erased_check" CHECK ("erased_at" IS NULL OR "disabled_at" IS NOT NULL);
