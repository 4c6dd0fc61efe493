-- The limits that the reference framework's definitions have by now, for a plan that was written from it before.
UPDATE "indicator_version" v SET "highest" = 12
FROM "indicator" i JOIN "plan" p ON p."id" = i."plan_id"
WHERE i."id" = v."indicator_id" AND p."is_reference" AND i."code" = 'G1.1.1-a'
  AND v."type" = 'number' AND v."unit" = 'elements';

UPDATE "indicator_version" v SET "may_exceed_hundred" = true
FROM "indicator" i JOIN "plan" p ON p."id" = i."plan_id"
WHERE i."id" = v."indicator_id" AND p."is_reference" AND i."code" = 'G1.2.2-a'
  AND v."type" = 'percentage' AND NOT v."counts_persons";
