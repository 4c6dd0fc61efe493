// npm run bench:publish: what publishing takes, on the embedded database in memory, and how long others wait meanwhile. The
// demonstration; a plan that is approved report by report; and a large one. Exit code 1 where a bound is exceeded.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { openDatabase, setDatabase } from "@/lib/server/db/client";
import { deployMigrations } from "@/lib/server/db/migrate";
import { whenApproved } from "@/lib/server/results/compute/reported-values";
import { prepareChange } from "@/lib/server/results/prepare";
import { publishChange } from "@/lib/server/results/publish";
import { seed } from "@/prisma/seed/seed";
import { fortyCells } from "@/test/factories/large-indicator";
import { megabytes } from "./measured";
import { type MadeReport, makePlan } from "./publish-plans";

const database = await openDatabase({});
setDatabase(database);
const { prisma, pool } = database;
await deployMigrations(pool);

const faults: string[] = [];
function bound(name: string, is: number, most: number) {
  if (is > most) faults.push(`${name}: ${is.toFixed(2)}, at most ${most}`);
}

/** Approves reports together, while somebody else asks the database one question after another. */
async function publish(planId: number, given: readonly MadeReport[]) {
  const reports = given.map((report) => ({ ...report, approvedAt: whenApproved }));
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  let [isOver, wait] = [false, 0];
  const start = performance.now();
  const publishing = publishChange(
    { planId, cause: "approval", subject: `${reports.length} reports`, reports },
    () => prepareChange(planId, { reports }, "made up"),
    {
      hold: async () => ({ moment: new Date() }),
      record: async (tx, { moment }, published) => {
        const ids = reports.map(({ id }) => id);
        await tx.$executeRaw`
          UPDATE report SET state = 'approved', approved_at = ${moment}, approved_by_id = submitted_by_id
          WHERE id = ANY(${ids}::int[])`;
        return published;
      },
    },
  ).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const asked = performance.now();
    await pool.query("SELECT code FROM plan WHERE id = $1", [planId]);
    wait = Math.max(wait, performance.now() - asked);
    await setImmediate();
  }
  const { gaveUp, lost } = await publishing;
  delays.disable();
  const seconds = (performance.now() - start) / 1000;
  return { seconds, wait, delay: delays.max / 1e6, gaveUp: gaveUp.length, lost: lost.length };
}

/** Rows and bytes of what readers are told and have been told. */
async function memory(planId: number) {
  const sizes = [];
  for (const [which, closed] of [
    ["present", "IS NULL"],
    ["past", "IS NOT NULL"],
  ]) {
    const { rows } = await pool.query(
      `SELECT count(*)::int AS rows, coalesce(sum(pg_column_size(r.*)), 0)::int AS bytes
       FROM result r WHERE r.plan_id = $1 AND r.until_version ${closed}`,
      [planId],
    );
    sizes.push({ which, ...(rows[0] as { rows: number; bytes: number }) });
  }
  return sizes;
}

function show(name: string, { seconds, wait, delay, gaveUp, lost }: Awaited<ReturnType<typeof publish>>) {
  const others = `others waited up to ${wait.toFixed(0)} ms for the database and ${delay.toFixed(0)} ms for the process`;
  console.log(`  ${name}: ${seconds.toFixed(1)} s; ${others}; ${gaveUp} hidden as a whole, ${lost} unprotected`);
}
const sizesOf = (sizes: Awaited<ReturnType<typeof memory>>) =>
  sizes.map(({ which, rows, bytes }) => `${which} ${rows} rows, ${(bytes / 1024).toFixed(0)} KB`).join("; ");

const tasks = {
  async demonstration() {
    await seed(prisma, () => {});
    const report = await prisma.report.findFirstOrThrow({
      where: { state: "submitted" },
      select: { id: true, planId: true, unitId: true, periodId: true },
    });
    const took = await publish(report.planId, [report]);
    show("Demonstration, Cambodia 2017", took);
    bound("Seconds for the demonstration", took.seconds, 60);
    bound("Milliseconds that others waited meanwhile", Math.max(took.wait, took.delay), 1_000);
  },
  async reportByReport() {
    const { planId, reports } = await makePlan(prisma, pool, "by-report", {
      countries: 6,
      periods: 4,
      sexes: 2,
      ages: 3,
    });
    const sizes: Awaited<ReturnType<typeof memory>>[] = [];
    for (const [index, report] of reports.flat().entries()) {
      const took = await publish(planId, [report]);
      sizes.push(await memory(planId));
      if (index % 6 === 5 || took.seconds > 20) show(`Approval ${index + 1} of 24`, took);
      if (index % 6 === 5) console.log(`    ${sizesOf(sizes.at(-1)!)}`);
      bound(`Seconds of approval ${index + 1}`, took.seconds, 130);
      bound(`Milliseconds that others waited during approval ${index + 1}`, Math.max(took.wait, took.delay), 1_000);
    }
    const total = (at: number) => sizes[at]!.reduce((sum, { bytes }) => sum + bytes, 0);
    const ratio = total(23) / total(11);
    console.log(`  What is remembered after 24 approvals is ${ratio.toFixed(2)} times that after 12`);
    bound("Memory after 24 approvals against 12", ratio, 2.2);
  },
  async large() {
    const { planId, reports } = await makePlan(prisma, pool, "large", { countries: 40, periods: 16, ...fortyCells });
    show("40 countries, 15 years, 40 cells at once", await publish(planId, reports.slice(0, -1).flat()));
    const [one, ...others] = reports.at(-1)!;
    show("The last year of 39 countries", await publish(planId, others));
    const took = await publish(planId, [one!]);
    show("The last year of the last country", took);
    console.log(`    ${sizesOf(await memory(planId))}`);
    bound("Seconds for the large plan", took.seconds, 150);
    bound("Milliseconds that others waited meanwhile", Math.max(took.wait, took.delay), 10_000);
  },
};

const asked = process.argv.slice(2);
for (const [name, task] of Object.entries(tasks)) if (asked.length === 0 || asked.includes(name)) await task();
console.log(`  Most memory of the process: ${megabytes(process.resourceUsage().maxRSS * 1024)} MB`);
await database.close();
for (const fault of faults) console.error(`Beyond its bound: ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);
