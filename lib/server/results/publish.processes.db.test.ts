import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setImmediate } from "node:timers/promises";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Value } from "@/lib/domain/values/value";
import { verifyStream } from "@/lib/server/audit/verify";
import { reopenReport } from "@/lib/server/commands/reopen-report";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { auditOf, makeReport, type ReportValues } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import type { ToApprove } from "./testing/approving-program";

// Two processes on one database. Only a server's can be open in both.

const server = process.env.SPAIV_TEST_DATABASE_URL;
const now = new Date("2018-05-01T04:00:00Z");
const on = reportingTests();

const count = (number: number): Value => ({ kind: "number", number: String(number) });
const submitted = async (unit: string, period: string, total: number) => {
  const values: ReportValues = unit === "REGION" ? {} : { "G1.1-a": { total: count(total) } };
  const { id } = await makeReport(on.database.prisma, on.plan, { unit, period, state: "submitted", values });
  return { id, address: on.plan.address(unit, period) };
};
const approve = (address: ToApprove["reports"][number]["address"]) =>
  approveAsShown(on.plan.actors.secretariat, address, { rowVersion: 1 }, now);
const written = async () => {
  const { planId } = on.plan;
  const { prisma } = on.database;
  return {
    plan: (await prisma.plan.findUniqueOrThrow({ where: { id: planId } })).resultsVersion,
    versions: await prisma.resultsVersion.findMany({
      where: { planId, version: { gt: 1 } },
      orderBy: { version: "asc" },
      select: { version: true, subject: true },
    }),
    results: await prisma.result.count({ where: { planId } }),
    decisions: await prisma.reviewDecision.count({ where: { report: { planId } } }),
    events: (await auditOf(prisma, on.plan)).map(({ action }) => action),
  };
};

async function databaseUrl(): Promise<string> {
  const { rows } = await on.database.pool.query("SELECT current_database() AS name");
  const url = new URL(server!);
  url.pathname = `/${rows[0].name}`;
  return url.href;
}

/** Another process that begins to approve as soon as it is told to. */
async function otherProcess(reports: ToApprove["reports"]) {
  const given: ToApprove = { actor: on.plan.actors.secretariat, reports, now: now.toISOString() };
  const program = "lib/server/results/testing/approving-program.ts";
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", program, JSON.stringify(given)],
    {
      env: { ...process.env, DATABASE_URL: await databaseUrl(), NODE_ENV: "test" },
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  await says(child, "ready");
  return { child, begin: () => child.stdin!.end("\n"), exit: once(child, "exit") };
}

async function says(child: ChildProcess, word: string) {
  for (let heard = ""; !heard.includes(word); ) {
    const [text] = await Promise.race([
      once(child.stdout!, "data"),
      once(child, "exit").then(([code]) => expect.fail(`it ended: ${code}`)),
    ]);
    heard += text;
  }
}

describe.skipIf(!server)("publishing in two processes at once", () => {
  it("keeps all of them, in order, while reports are reopened", { tags: ["long"], timeout: 300_000 }, async () => {
    const years = ["2015", "2016", "2017"];
    const region = await submitted("REGION", "2015", 0);
    await approve(region.address);
    const own = await Promise.all(years.map((year, index) => submitted("THA", year, 40 + index)));
    const others = await Promise.all(years.map((year, index) => submitted("KHM", year, 300 + index)));
    const other = await otherProcess(others);
    other.begin();
    const { secretariat } = on.plan.actors;
    const reopening = { rowVersion: 2, reason: "Made up: one number is wrong.", readersReason: "Corrected." };
    await Promise.all([
      ...own.map(({ address }) => approve(address)),
      reopenReport(secretariat, region.address, reopening, now),
      other.exit.then(([code]) => expect(code).toBe(0)),
    ]);
    const { plan, versions, events } = await written();
    expect(plan).toBe(8);
    expect(versions.map(({ version }) => version)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(versions.map(({ subject }) => subject).sort()).toEqual(
      ["REGION 2015", ...years.flatMap((year) => [`KHM ${year}`, `THA ${year}`])].sort().map((at) => `report ${at}`),
    );
    expect(events.sort()).toEqual([...Array(7).fill("approved"), "reopened"]);
    for (const { id } of [region, ...own, ...others])
      expect(await verifyStream(on.database.prisma, `report:${id}`)).toMatchObject({ intact: true });
    // Whoever came later knew of everybody before.
    const sums = await on.database.prisma.result.findMany({
      where: {
        untilVersion: null,
        planId: on.plan.planId,
        unitId: on.plan.unitIds.REGION,
        cell: { key: "total" },
        number: { not: null },
      },
      orderBy: { period: { startsOn: "asc" } },
      select: { number: true },
    });
    expect(sums.map(({ number }) => Number(number))).toEqual([340, 342, 344]);
  });

  it.each(["works it out", "writes it"])(
    "leaves nothing half written where it is killed as it %s",
    { tags: ["long"] },
    async (at) => {
      const report = await submitted("THA", "2016", 40);
      const before = await written();
      const holder = new pg.Client({ connectionString: await databaseUrl() });
      await holder.connect();
      onTestFinished(() => holder.end());
      // Nobody raises the version while it is held.
      await holder.query("BEGIN");
      await holder.query("SELECT FROM plan WHERE id = $1 FOR UPDATE", [on.plan.planId]);
      const other = await otherProcess([report]);
      other.begin();
      await says(other.child, "under way");
      if (at === "writes it") {
        const isWaiting = async () => {
          const { rows } = await on.database.pool.query(
            `SELECT count(*)::int AS waiting FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ILIKE '%plan%'`,
          );
          return rows[0].waiting > 0;
        };
        while (!(await isWaiting())) await setImmediate();
      }
      process.kill(other.child.pid!, "SIGKILL");
      await other.exit;
      await holder.query("ROLLBACK");
      expect(await written()).toEqual(before);
      expect(await approve(report.address)).toEqual({ resultsVersion: before.plan + 1 });
      expect((await written()).events).toEqual(["approved"]);
    },
  );
});
