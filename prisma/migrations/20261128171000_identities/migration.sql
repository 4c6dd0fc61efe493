-- People as the site's identity provider knows them. One identity of a provider is one person's, and a person has one of each.
CREATE TABLE "identity" (
  "id" SERIAL NOT NULL,
  "user_id" INTEGER NOT NULL,
  "issuer" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "created_at" TIMESTAMP(3) NOT NULL,
  "last_used_at" TIMESTAMP(3) NOT NULL,
  CONSTRAINT "identity_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "identity_words_check" CHECK ("issuer" <> '' AND "subject" <> '')
);
CREATE UNIQUE INDEX "identity_issuer_subject_key" ON "identity" ("issuer", "subject");
CREATE UNIQUE INDEX "identity_user_id_issuer_key" ON "identity" ("user_id", "issuer");

-- It is linked or unlinked, and never handed on: only when it was last used changes.
CREATE FUNCTION "identity_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an identity stays whose it is' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "identity_stays" BEFORE UPDATE ON "identity" FOR EACH ROW
  WHEN ((OLD."user_id", OLD."issuer", OLD."subject", OLD."created_at")
    IS DISTINCT FROM (NEW."user_id", NEW."issuer", NEW."subject", NEW."created_at"))
  EXECUTE FUNCTION "identity_stays"();

-- Of a sign-in that waits for its code: whom the provider vouched for. It is linked, or noted as used, with the code.
ALTER TABLE "pending_sign_in" ADD COLUMN "issuer" TEXT, ADD COLUMN "subject" TEXT,
  ADD CONSTRAINT "pending_sign_in_identity_check" CHECK (("issuer" IS NULL) = ("subject" IS NULL));
