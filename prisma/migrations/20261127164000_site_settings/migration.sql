-- CreateTable
CREATE TABLE "site_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "default_plan_id" INTEGER,

    CONSTRAINT "site_settings_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "site_settings" ADD CONSTRAINT "site_settings_default_plan_id_fkey" FOREIGN KEY ("default_plan_id") REFERENCES "plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema can't say.
ALTER TABLE "site_settings" ADD CONSTRAINT "site_settings_one_row_check" CHECK ("id" = 1);
