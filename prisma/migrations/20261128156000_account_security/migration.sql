-- Where a session began, coarsely: which browser on which system, and whether the person hadn't been seen there before.
ALTER TABLE "session" ADD COLUMN "browser" TEXT, ADD COLUMN "system" TEXT,
  ADD COLUMN "is_new_place" BOOLEAN NOT NULL DEFAULT false;

-- Two-step sign-in: the secret of somebody's authenticator app (encrypted), and codes for when that is lost (hashed).
CREATE TABLE "two_step" (
  "user_id" INTEGER NOT NULL,
  "secret" TEXT NOT NULL,
  "created_at" TIMESTAMP(3) NOT NULL,
  "confirmed_at" TIMESTAMP(3),
  "last_time_step" INTEGER,
  CONSTRAINT "two_step_pkey" PRIMARY KEY ("user_id"),
  CONSTRAINT "two_step_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE "recovery_code" (
  "user_id" INTEGER NOT NULL,
  "code_hash" TEXT NOT NULL,
  "used_at" TIMESTAMP(3),
  CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("user_id", "code_hash"),
  CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "two_step" ("user_id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

-- Somebody whose password was right, and whose code is still to come. It is no session, and opens nothing.
CREATE TABLE "pending_sign_in" (
  "token_hash" TEXT NOT NULL,
  "user_id" INTEGER NOT NULL,
  "password_mark" TEXT NOT NULL,
  "expires_at" TIMESTAMP(3) NOT NULL,
  CONSTRAINT "pending_sign_in_pkey" PRIMARY KEY ("token_hash"),
  CONSTRAINT "pending_sign_in_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "pending_sign_in_user_id_idx" ON "pending_sign_in" ("user_id");

-- Whether the secretariat and administrators have to have it.
ALTER TABLE "site_settings" ADD COLUMN "two_step_required" BOOLEAN NOT NULL DEFAULT false;
