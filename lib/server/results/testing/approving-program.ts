import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { closeDatabase, currentDatabase } from "@/lib/server/db/client";
import type { ReportAddress } from "@/lib/views/report-view";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { approvalUnderWay } from "../prepare";

// Another process that approves reports, one after another, for `publish.processes.db.test.ts`.

/** What it is told, as JSON in its first argument. */
export interface ToApprove {
  actor: Actor;
  reports: { id: number; address: ReportAddress }[];
  now: string;
}

const { actor, reports, now } = JSON.parse(process.argv[2]!) as ToApprove;
await currentDatabase();
console.log("ready");
for await (const _ of process.stdin) break;
for (const { id, address } of reports) {
  let isOver = false;
  const approving = approveAsShown(actor, address, { rowVersion: 1 }, new Date(now)).finally(() => {
    isOver = true;
  });
  while (!isOver && !approvalUnderWay(id)) await new Promise((resolve) => setImmediate(resolve));
  console.log("under way");
  await approving;
}
await closeDatabase();
process.exit();
