-- What an administrator sets for the whole site.
ALTER TABLE "site_settings" ADD COLUMN "default_locale" TEXT,
  ADD COLUMN "session_hours" INTEGER NOT NULL DEFAULT 12,
  ADD COLUMN "idle_minutes" INTEGER NOT NULL DEFAULT 120,
  ADD COLUMN "notice_for_all" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "row_version" INTEGER NOT NULL DEFAULT 1,
  ADD CONSTRAINT "site_settings_times_check"
    CHECK ("session_hours" BETWEEN 1 AND 24 AND "idle_minutes" BETWEEN 5 AND "session_hours" * 60);

-- The site's own words, by language.
CREATE TABLE "site_text" (
  "locale" TEXT NOT NULL,
  "name" TEXT NOT NULL DEFAULT '',
  "notice" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "site_text_pkey" PRIMARY KEY ("locale")
);
