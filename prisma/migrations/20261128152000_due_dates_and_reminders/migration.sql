-- A unit's own due date, where it differs from its period's, and why.
CREATE TABLE "unit_due_date" (
  "period_id" INTEGER NOT NULL,
  "unit_id" INTEGER NOT NULL,
  "plan_id" INTEGER NOT NULL,
  "due_on" DATE NOT NULL,
  "reason" TEXT NOT NULL,
  "set_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "set_by_id" INTEGER NOT NULL,
  CONSTRAINT "unit_due_date_pkey" PRIMARY KEY ("period_id", "unit_id"),
  CONSTRAINT "unit_due_date_period_id_plan_id_fkey" FOREIGN KEY ("period_id", "plan_id")
    REFERENCES "reporting_period" ("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "unit_due_date_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id")
    REFERENCES "reporting_unit" ("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "unit_due_date_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "user" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "unit_due_date_reason_check" CHECK ("reason" <> '')
);

-- Whoever reports is reminded of a report once a day by the secretariat, and once by the focal point: the day is part of the key.
CREATE TYPE "reminder_audience" AS ENUM ('focalPoints', 'contributors');
CREATE TABLE "reminder" (
  "id" SERIAL NOT NULL,
  "plan_id" INTEGER NOT NULL,
  "unit_id" INTEGER NOT NULL,
  "period_id" INTEGER NOT NULL,
  "audience" "reminder_audience" NOT NULL,
  "asked_on" DATE NOT NULL,
  "asked_at" TIMESTAMP(3) NOT NULL,
  "asked_by_id" INTEGER NOT NULL,
  CONSTRAINT "reminder_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "reminder_period_id_plan_id_fkey" FOREIGN KEY ("period_id", "plan_id")
    REFERENCES "reporting_period" ("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "reminder_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id")
    REFERENCES "reporting_unit" ("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "reminder_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "user" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "reminder_unit_id_period_id_audience_asked_on_key"
  ON "reminder" ("unit_id", "period_id", "audience", "asked_on");
