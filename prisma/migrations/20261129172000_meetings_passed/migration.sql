-- The last day of a meeting at which answers to young people are due, once public pages were made anew because it passed.
ALTER TABLE "meeting" ADD COLUMN "passed_on" DATE;
