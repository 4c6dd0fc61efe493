-- Files that people add to what they say, once they are cleaned; and those of a text that is addressed to governments.
-- CreateEnum
CREATE TYPE "file_type" AS ENUM ('pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx', 'pptx');

-- CreateTable
CREATE TABLE "addressed_file" (
    "text_id" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "file_id" INTEGER NOT NULL,

    CONSTRAINT "addressed_file_pkey" PRIMARY KEY ("text_id","place")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" SERIAL NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "type" "file_type" NOT NULL,
    "title" TEXT NOT NULL,
    "added_at" TIMESTAMP(3) NOT NULL,
    "added_by_id" INTEGER NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "addressed_file_file_id_key" ON "addressed_file"("file_id");

-- CreateIndex
CREATE INDEX "stored_file_sha256_idx" ON "stored_file"("sha256");

-- AddForeignKey
ALTER TABLE "addressed_file" ADD CONSTRAINT "addressed_file_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "addressed_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressed_file" ADD CONSTRAINT "addressed_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.

ALTER TABLE "stored_file"
  ADD CONSTRAINT "stored_file_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "stored_file_size_check" CHECK ("size" BETWEEN 1 AND 31457280),
  ADD CONSTRAINT "stored_file_title_check" CHECK ("title" <> '' AND length("title") <= 100);
ALTER TABLE "addressed_file"
  ADD CONSTRAINT "addressed_file_place_check" CHECK ("place" BETWEEN 1 AND 5);

-- A file is added and goes; nothing of it changes.
CREATE TRIGGER "stored_file_kept" BEFORE UPDATE ON "stored_file"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- Once the words beside them have passed, the files of a text stay as they were read, until it is withdrawn or taken down.
CREATE FUNCTION "refuse_other_addressed_files"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kept addressed_file := CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  IF TG_OP = 'UPDATE' OR (EXISTS (SELECT FROM addressed_round WHERE text_id = kept.text_id AND stage = 'passed')
    AND NOT (TG_OP = 'DELETE'
      AND EXISTS (SELECT FROM addressed_text WHERE id = kept.text_id AND "end" IN ('withdrawn', 'takenDown'))))
  THEN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "addressed_file_kept" BEFORE INSERT OR UPDATE OR DELETE ON "addressed_file"
  FOR EACH ROW EXECUTE FUNCTION "refuse_other_addressed_files"();
