-- The site's own mark, in the place of the product's.
CREATE TABLE "site_logo" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "png" BYTEA NOT NULL,
  "digest" TEXT NOT NULL,
  "width" INTEGER NOT NULL,
  "height" INTEGER NOT NULL,
  CONSTRAINT "site_logo_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "site_logo_one_row_check" CHECK ("id" = 1)
);
