-- Assignments hold for one period, and for a person or an organisation. Those there were go on in every period of their plan.
ALTER TABLE "indicator_assignment" RENAME TO "former_assignment";
ALTER TABLE "former_assignment" RENAME CONSTRAINT "indicator_assignment_pkey" TO "former_assignment_pkey";
CREATE TABLE "indicator_assignment" (
  "id" SERIAL NOT NULL,
  "plan_id" INTEGER NOT NULL,
  "unit_id" INTEGER NOT NULL,
  "period_id" INTEGER NOT NULL,
  "indicator_id" INTEGER NOT NULL,
  "user_id" INTEGER,
  "organisation_id" INTEGER,
  CONSTRAINT "indicator_assignment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "indicator_assignment_one_check" CHECK (num_nonnulls("user_id", "organisation_id") = 1)
);
INSERT INTO "indicator_assignment" ("plan_id", "unit_id", "period_id", "indicator_id", "user_id")
  SELECT u.plan_id, f.unit_id, p.id, f.indicator_id, f.user_id
  FROM "former_assignment" f JOIN "reporting_unit" u ON u.id = f.unit_id JOIN "reporting_period" p ON p.plan_id = u.plan_id
  ORDER BY p.id, f.unit_id, f.user_id, f.indicator_id;
DROP TABLE "former_assignment";
CREATE UNIQUE INDEX "indicator_assignment_unit_id_period_id_indicator_id_user_id_key"
  ON "indicator_assignment" ("unit_id", "period_id", "indicator_id", "user_id");
CREATE UNIQUE INDEX "indicator_assignment_unit_id_period_id_indicator_id_organis_key"
  ON "indicator_assignment" ("unit_id", "period_id", "indicator_id", "organisation_id");
CREATE INDEX "indicator_assignment_user_id_idx" ON "indicator_assignment" ("user_id");
CREATE INDEX "indicator_assignment_organisation_id_idx" ON "indicator_assignment" ("organisation_id");
ALTER TABLE "indicator_assignment"
  ADD CONSTRAINT "indicator_assignment_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "indicator_assignment_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id")
    REFERENCES "reporting_unit" ("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "indicator_assignment_period_id_plan_id_fkey" FOREIGN KEY ("period_id", "plan_id")
    REFERENCES "reporting_period" ("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "indicator_assignment_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "indicator_assignment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "indicator_assignment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "hand_back" (
  "id" SERIAL NOT NULL,
  "plan_id" INTEGER NOT NULL,
  "unit_id" INTEGER NOT NULL,
  "period_id" INTEGER NOT NULL,
  "user_id" INTEGER NOT NULL,
  "handed_back_at" TIMESTAMP(3) NOT NULL,
  "left" INTEGER NOT NULL,
  "comment" TEXT NOT NULL DEFAULT '',
  "values_up_to" BIGINT NOT NULL DEFAULT 0,
  "taken_back_at" TIMESTAMP(3),
  "asked_again_at" TIMESTAMP(3),
  "asked_again_by_id" INTEGER,
  "asked_reason" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "hand_back_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "hand_back_left_check" CHECK ("left" >= 0),
  CONSTRAINT "hand_back_ended_check" CHECK (num_nonnulls("taken_back_at", "asked_again_at") <= 1),
  CONSTRAINT "hand_back_asked_check" CHECK (num_nonnulls("asked_again_at", "asked_again_by_id") IN (0, 2)
    AND ("asked_again_at" IS NOT NULL OR "asked_reason" = '')),
  CONSTRAINT "hand_back_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "hand_back_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id")
    REFERENCES "reporting_unit" ("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "hand_back_period_id_plan_id_fkey" FOREIGN KEY ("period_id", "plan_id")
    REFERENCES "reporting_period" ("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "hand_back_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "hand_back_asked_again_by_id_fkey" FOREIGN KEY ("asked_again_by_id") REFERENCES "user" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "hand_back_unit_id_period_id_user_id_idx" ON "hand_back" ("unit_id", "period_id", "user_id");
CREATE UNIQUE INDEX "hand_back_present" ON "hand_back" ("unit_id", "period_id", "user_id")
  WHERE "taken_back_at" IS NULL AND "asked_again_at" IS NULL;
