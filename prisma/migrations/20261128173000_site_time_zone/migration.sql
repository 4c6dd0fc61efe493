-- Whose clock the site shows; null: that of its environment.
ALTER TABLE "site_settings" ADD COLUMN "time_zone" TEXT;
