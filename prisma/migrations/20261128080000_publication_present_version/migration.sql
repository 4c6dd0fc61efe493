-- The plan's results version when a publication's results were read: what was taken down since may stand in its files. That
-- of a release was read under a later one, which nobody wrote down: then too much is told rather than too little.
ALTER TABLE "publication" ADD COLUMN     "present_version" INTEGER;
UPDATE "publication" SET "present_version" = "version";
