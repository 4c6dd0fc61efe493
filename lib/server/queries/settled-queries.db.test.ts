import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { recordReviewAnswer } from "@/lib/server/commands/record-review-answer";
import { replyToQuery } from "@/lib/server/commands/reply-to-query";
import { returnReport } from "@/lib/server/commands/return-report";
import { submitReport } from "@/lib/server/commands/submit-report";
import { recordReasons } from "@/lib/server/commands/values/record-reasons";
import { recordValue } from "@/lib/server/commands/values/record-value";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { queriesAsSeen, reportAsSeen } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { indicatorForEntry } from "./indicator-for-entry";
import { reportCheck } from "./report-check";
import { reportForEntry } from "./report-for-entry";
import { reportForReview } from "./report-for-review";
import { reportList } from "./reports-due";

const now = new Date("2017-04-12T04:00:00Z");
const asked = { locale: "en", now };
const on = reportingTests();
const here = () => on.plan.address("THA", "2016");
const auditor = (): Actor => ({
  ...on.plan.actors.cso,
  roles: [{ role: "auditor", plan: null, unit: null }],
});
const rowVersion = async () =>
  (await on.database.prisma.report.findFirstOrThrow({ where: { planId: on.plan.planId } })).rowVersion;

async function submit() {
  const { blocks } = (await reportCheck(on.plan.actors.thailand, here(), asked))!;
  const given = blocks.flatMap(({ code, indicator }) =>
    code === "blank" ? [{ indicator, reason: "notReported" as const }] : [],
  );
  if (given.length > 0) await recordReasons(on.plan.actors.thailand, here(), { given }, now);
  await submitReport(on.plan.actors.thailand, here(), await reportAsSeen(on.database.prisma, on.plan), now);
}
const ask = (indicator: string, submission: number, query: string) =>
  recordReviewAnswer(on.plan.actors.secretariat, here(), { indicator, submission, answer: "query", query }, now);
const giveBack = async () => {
  const seen = { rowVersion: await rowVersion(), queries: await queriesAsSeen(on.database.prisma, on.plan) };
  await returnReport(on.plan.actors.secretariat, here(), { ...seen, reason: "" }, now);
};
const reply = (indicator: string, reply: string) =>
  replyToQuery(on.plan.actors.thailand, here(), { indicator, reply }, now);
const review = async (actor: Actor = on.plan.actors.secretariat) =>
  (await reportForReview(actor, here(), asked))!.decisions.map(({ settled }) => settled);
const read = async (actor: Actor, indicator = "G2.1-a") =>
  (await indicatorForEntry(actor, here(), indicator, asked))?.settled;

/** Asked twice, replied to twice; the last submission waits. */
async function askedTwice() {
  await recordValue(
    on.plan.actors.thailand,
    here(),
    {
      indicator: "G1.1-a",
      cell: "total",
      expectedRevision: 0,
      entered: { kind: "number", number: "54", missingReason: "" },
    },
    now,
  );
  await submit();
  await ask("G2.1-a", 1, "Is it all?");
  await ask("G1.1-a", 1, "Both lines?");
  await giveBack();
  await reply("G2.1-a", "It is.");
  await reply("G1.1-a", "Both.");
  await submit();
  await ask("G2.1-a", 2, "Even in the south?");
  await giveBack();
  await reply("G2.1-a", "There too.");
  await submit();
}

describe("queries that are settled", () => {
  it("stand with their replies where the report is reviewed, by submission, also once it is approved", async () => {
    await askedTwice();
    await approveAsShown(on.plan.actors.secretariat, here(), { rowVersion: await rowVersion() }, now);
    const [first, second, approved] = await review();
    expect(first).toMatchObject([
      { indicator: "G1.1-a", submission: 1, query: "Both lines?", reply: "Both.", by: "Officer secretariat" },
      { indicator: "G2.1-a", submission: 1, query: "Is it all?", reply: "It is." },
    ]);
    expect(second).toMatchObject([{ indicator: "G2.1-a", query: "Even in the south?", reply: "There too." }]);
    expect(approved).toEqual([]);
    expect(await review(auditor())).toEqual([first, second, approved]);
  });

  it("stand on the indicator's page for whoever could read them while they waited", async () => {
    await askedTwice();
    await approveAsShown(on.plan.actors.secretariat, here(), { rowVersion: await rowVersion() }, now);
    const { thailand, contributor, secretariat, cambodia } = on.plan.actors;
    for (const actor of [thailand, contributor, auditor(), secretariat])
      expect(await read(actor)).toMatchObject([
        { submission: 1, query: "Is it all?", reply: "It is.", isOpen: false },
        { submission: 2, query: "Even in the south?", reply: "There too.", isOpen: false },
      ]);
    const inSheet = (await reportForEntry(thailand, here(), asked))!.indicators.map(
      ({ code, settledCount }) => [code, settledCount] as const,
    );
    expect(inSheet.filter(([, count]) => count > 0)).toEqual([
      ["G1.1-a", 1],
      ["G2.1-a", 2],
    ]);
    expect(await read(contributor, "G1.1-a")).toBeUndefined();
    expect(await read(cambodia)).toBeUndefined();
  });

  it("aren't those that wait, nor what a reviewer hasn't sent, nor a reply that the unit still writes", async () => {
    await askedTwice();
    await ask("G2.1-a", 3, "And the north?");
    const queries = async () => (await read(on.plan.actors.thailand))?.map(({ query }) => query);
    // The second one waits no more, and is still told as the last: a reviewer hasn't decided on what was sent since.
    expect(await queries()).toEqual(["Is it all?"]);
    await giveBack();
    expect(await queries()).toEqual(["Is it all?", "Even in the south?"]);
    await reply("G2.1-a", "Not yet sure.");
    expect((await review()).at(-1)).toEqual([]);
  });
});

describe("the list of reports", () => {
  it("leads whoever only reads reviews to them", async () => {
    const { secretariat, thailand } = on.plan.actors;
    const leads = async (actor: Actor) => (await reportList(actor, on.plan.code, asked))?.reviews;
    expect(await Promise.all([auditor(), secretariat, thailand].map(leads))).toEqual([true, true, false]);
  });
});
