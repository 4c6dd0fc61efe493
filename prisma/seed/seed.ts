import path from "node:path";
import { demoMode } from "@/lib/server/auth/demo-mode";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import { seedDemoPlatforms } from "./civil-society/seed-demo-platforms";
import { writeHistoricMeetings } from "./historic-meetings";
import { seedDemoMeetings } from "./meetings/seed-demo-meetings";
import { seedDemoObservations, seedLaterObservations } from "./observations/seed-demo-observations";
import { seedDemoPeople } from "./people";
import { readFramework } from "./read-framework";
import { seedDemoReports } from "./reports";
import { writeFramework } from "./write-framework";
import { seedDemoYouth } from "./youth/seed-demo-youth";

const frameworkFolder = path.join(/* turbopackIgnore: true */ process.cwd(), "prisma", "seed", "framework");

/**
 * Fills an empty database: the reference framework, meetings that are publicly known, and in demo mode made-up accounts,
 * reports, observations, meetings, recommendations of young people and reports of civil society platforms. Twice changes
 * nothing.
 * All of it or nothing: a start that ends half-way leaves the database empty for the next one, and no part of a demonstration.
 */
export async function seed(prisma: PrismaClient, say: (text: string) => void, now = new Date()) {
  if ((await prisma.plan.count()) > 0) return;
  await prisma.$transaction(
    async (tx) => {
      say("Database: writing the reference framework …");
      const planId = await writeFramework(tx, readFramework(frameworkFolder));
      await writeHistoricMeetings(tx, planId);
      if (!demoMode()) return;
      say("Database: writing made-up accounts and reports for the demonstration …");
      await seedDemoPeople(tx, planId);
      await seedDemoReports(tx, planId);
      await seedDemoObservations(tx, planId, now);
      await seedDemoYouth(tx, planId, now);
      await seedDemoPlatforms(tx, planId, now);
      await seedDemoMeetings(tx, planId, now);
      await seedLaterObservations(tx, planId, now);
    },
    { timeout: 420_000 },
  );
  // A server that plans statements before it has counted what came at once reads tables that it needn't.
  await prisma.$executeRaw`ANALYZE`;
}
