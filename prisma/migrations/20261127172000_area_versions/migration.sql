-- CreateTable
CREATE TABLE "area_version" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER,
    "area" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "area_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "area_version_plan_id_area_key" ON "area_version"("plan_id", "area") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "area_version" ADD CONSTRAINT "area_version_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;
