import "server-only";
import { Prisma } from "@/lib/server/db/generated/client";

/** Whether anybody of a platform's member organisations may begin its report: of the row `u` of reporting units. */
export const hasReporter = Prisma.sql`
  EXISTS (SELECT FROM platform_member own JOIN "user" person ON person.organisation_id = own.organisation_id
      JOIN user_role held ON held.user_id = person.id AND held.plan_id = u.plan_id AND held.role = 'csoReporter'
    WHERE own.unit_id = u.id AND own.until IS NULL AND person.disabled_at IS NULL)`;
