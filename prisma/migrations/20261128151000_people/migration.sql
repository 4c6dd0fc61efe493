-- Invitations to a role, and links to set a forgotten password. Neither keeps its link's secret.
CREATE TABLE "invitation" (
  "id" SERIAL NOT NULL,
  "email" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "organisation_id" INTEGER NOT NULL,
  "locale" TEXT NOT NULL,
  "role" "role" NOT NULL,
  "plan_id" INTEGER,
  "unit_id" INTEGER,
  "invited_by_id" INTEGER NOT NULL,
  "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMP(3) NOT NULL,
  "used_at" TIMESTAMP(3),
  "used_by_id" INTEGER,
  "revoked_at" TIMESTAMP(3),
  "nonce" TEXT NOT NULL,
  CONSTRAINT "invitation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "invitation_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "invitation_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id") REFERENCES "reporting_unit" ("id", "plan_id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "user" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "invitation_used_by_id_fkey" FOREIGN KEY ("used_by_id") REFERENCES "user" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  -- The same rules as of `user_role`, which it becomes.
  CONSTRAINT "invitation_scope_check" CHECK (
    CASE
      WHEN "role" IN ('focalPoint', 'contributor') THEN "unit_id" IS NOT NULL
      WHEN "role" IN ('secretariat', 'auditor', 'administrator') THEN "unit_id" IS NULL
      ELSE TRUE
    END),
  CONSTRAINT "invitation_plan_check"
    CHECK ("plan_id" IS NOT NULL OR "role" IN ('secretariat', 'auditor', 'administrator')),
  CONSTRAINT "invitation_used_check" CHECK (("used_at" IS NULL) = ("used_by_id" IS NULL)),
  CONSTRAINT "invitation_ended_once_check" CHECK ("used_at" IS NULL OR "revoked_at" IS NULL)
);
-- Nobody is invited twice to the same: the former invitation is renewed.
CREATE UNIQUE INDEX "invitation_open_once"
  ON "invitation" ("email", "role", COALESCE("plan_id", 0), COALESCE("unit_id", 0))
  WHERE "used_at" IS NULL AND "revoked_at" IS NULL;
CREATE INDEX "invitation_used_by_id_idx" ON "invitation" ("used_by_id");
CREATE INDEX "invitation_unit_id_idx" ON "invitation" ("unit_id");

CREATE TABLE "password_link" (
  "id" SERIAL NOT NULL,
  "user_id" INTEGER NOT NULL,
  "made_by_id" INTEGER NOT NULL,
  "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMP(3) NOT NULL,
  "used_at" TIMESTAMP(3),
  "revoked_at" TIMESTAMP(3),
  "nonce" TEXT NOT NULL,
  CONSTRAINT "password_link_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "password_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "password_link_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "user" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "password_link_ended_once_check" CHECK ("used_at" IS NULL OR "revoked_at" IS NULL)
);
CREATE INDEX "password_link_user_id_idx" ON "password_link" ("user_id");

-- What the table of people is ordered, narrowed and told by.
CREATE INDEX "user_name_idx" ON "user" (lower("name"), "id");
CREATE INDEX "user_role_unit_id_idx" ON "user_role" ("unit_id");
CREATE INDEX "user_role_plan_id_idx" ON "user_role" ("plan_id");
DROP INDEX "session_user_id_idx";
CREATE INDEX "session_user_id_seen_at_idx" ON "session" ("user_id", "seen_at");

-- Who changes something is asked for again in the very transaction: whoever is disabled meanwhile is waited for, and then
-- nothing is changed any more; or whoever disables them waits until the change is stored.
CREATE FUNCTION "present_actor"(in_actor_id integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  since timestamp;
BEGIN
  -- Locked first and judged then: a lock that had to be waited for gives the row as it is now.
  SELECT u.disabled_at INTO since FROM "user" u WHERE u.id = in_actor_id FOR SHARE;
  IF since IS NOT NULL THEN
    RAISE EXCEPTION 'person % is disabled', in_actor_id USING ERRCODE = 'SP001';
  END IF;
  RETURN in_actor_id;
END $$;
