CREATE TABLE "release" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "released_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "release_text" (
    "release_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "release_text_pkey" PRIMARY KEY ("release_id","locale")
);

CREATE UNIQUE INDEX "release_plan_id_code_key" ON "release"("plan_id", "code");
CREATE UNIQUE INDEX "release_plan_id_version_key" ON "release"("plan_id", "version");

ALTER TABLE "release" ADD CONSTRAINT "release_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "release" ADD CONSTRAINT "release_plan_id_version_fkey" FOREIGN KEY ("plan_id", "version") REFERENCES "results_version"("plan_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "release_text" ADD CONSTRAINT "release_text_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say: a code is part of an address, and what was named for good isn't named anew.
ALTER TABLE "release" ADD CONSTRAINT "release_code_check" CHECK ("code" ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$');
ALTER TABLE "release_text" ADD CONSTRAINT "release_text_title_check" CHECK ("title" <> '');
CREATE TRIGGER "release_append_only" BEFORE UPDATE OR DELETE ON "release"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "release_never_emptied" BEFORE TRUNCATE ON "release"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "release_text_append_only" BEFORE UPDATE OR DELETE ON "release_text"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "release_text_never_emptied" BEFORE TRUNCATE ON "release_text"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
