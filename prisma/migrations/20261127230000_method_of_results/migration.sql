-- By which rules each result was worked out; of those that there are, nobody knows.
ALTER TABLE "result" ADD COLUMN     "method" INTEGER NOT NULL DEFAULT 0;
