import "server-only";
import { Prisma } from "@/lib/server/db/generated/client";

/** Whether a point, row `p` of `platform_point`, stands: nobody waits for an answer to one that was taken down. */
export const pointStands = Prisma.sql`NOT EXISTS (SELECT FROM addressed_text gone WHERE gone.id = p.text_id
  AND gone."end" = 'takenDown')`;

/** The rule that the words of an activity, row `a`, broke; null of one that stands. */
export const ruleOfActivity = Prisma.sql`(SELECT d.rule FROM platform_take_down d WHERE d.report_id = a.report_id
  AND d.part = 'activity' AND d.position = a.position)`;

/** The same of a point, row `p`. */
export const ruleOfPoint = Prisma.sql`(SELECT d.rule FROM platform_take_down d WHERE d.report_id = p.report_id
  AND d.part::text = p.kind::text AND d.position = p.position)`;
