import path from "node:path";
import { demoMode } from "@/lib/server/auth/demo-mode";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import { seedDemoPeople } from "./people";
import { readFramework } from "./read-framework";
import { seedDemoReports } from "./reports";
import { writeFramework } from "./write-framework";

const frameworkFolder = path.join(/* turbopackIgnore: true */ process.cwd(), "prisma", "seed", "framework");

/** Fills an empty database: the reference framework, and in demo mode made-up accounts and reports. Twice changes nothing. */
export async function seed(prisma: PrismaClient, say: (text: string) => void) {
  if ((await prisma.plan.count()) > 0) return;
  say("Database: writing the reference framework …");
  const planId = await prisma.$transaction((tx) => writeFramework(tx, readFramework(frameworkFolder)), {
    timeout: 120_000,
  });
  if (!demoMode()) return;
  say("Database: writing made-up accounts and reports for the demonstration …");
  await seedDemoPeople(prisma, planId);
  await seedDemoReports(prisma, planId);
}
