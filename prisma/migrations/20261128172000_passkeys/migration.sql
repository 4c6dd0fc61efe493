-- Passkeys: keys that people's devices hold, of which the server keeps the public half.
CREATE TABLE "passkey" (
  "id" SERIAL NOT NULL,
  "user_id" INTEGER NOT NULL,
  "credential_id" TEXT NOT NULL,
  "public_key" BYTEA NOT NULL,
  "counter" BIGINT NOT NULL,
  "transports" TEXT[] NOT NULL,
  "name" TEXT NOT NULL,
  "is_backed_up" BOOLEAN NOT NULL,
  "created_at" TIMESTAMP(3) NOT NULL,
  "last_used_at" TIMESTAMP(3),
  CONSTRAINT "passkey_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "passkey_counter_check" CHECK ("counter" BETWEEN 0 AND 4294967295),
  CONSTRAINT "passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey" ("credential_id");
CREATE INDEX "passkey_user_id_idx" ON "passkey" ("user_id");

-- What a device is asked to sign, once. Of whoever adds a passkey it names them and the password that they gave; of whoever
-- signs in it names nobody, for nobody is known yet.
CREATE TABLE "passkey_challenge" (
  "challenge_hash" TEXT NOT NULL,
  "user_id" INTEGER,
  "password_mark" TEXT,
  "expires_at" TIMESTAMP(3) NOT NULL,
  CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("challenge_hash"),
  CONSTRAINT "passkey_challenge_user_check" CHECK (("user_id" IS NULL) = ("password_mark" IS NULL)),
  CONSTRAINT "passkey_challenge_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "passkey_challenge_user_id_idx" ON "passkey_challenge" ("user_id");
CREATE INDEX "passkey_challenge_expires_at_idx" ON "passkey_challenge" ("expires_at");

-- The passkey that began a session: it is both steps for as long as it stands.
ALTER TABLE "session" ADD COLUMN "passkey_id" INTEGER;
ALTER TABLE "session" ADD CONSTRAINT "session_passkey_id_fkey" FOREIGN KEY ("passkey_id") REFERENCES "passkey" ("id")
  ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "session_passkey_id_idx" ON "session" ("passkey_id");
