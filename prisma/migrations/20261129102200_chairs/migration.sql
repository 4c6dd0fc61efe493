-- Which country chairs the process in a year.
-- CreateTable
CREATE TABLE "year_chair" (
    "plan_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,

    CONSTRAINT "year_chair_pkey" PRIMARY KEY ("plan_id","year")
);

-- CreateIndex
CREATE INDEX "year_chair_unit_id_idx" ON "year_chair"("unit_id");

-- AddForeignKey
ALTER TABLE "year_chair" ADD CONSTRAINT "year_chair_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_chair" ADD CONSTRAINT "year_chair_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id") REFERENCES "reporting_unit"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.
ALTER TABLE "year_chair" ADD CONSTRAINT "year_chair_year_check" CHECK ("year" BETWEEN 2000 AND 2099);
