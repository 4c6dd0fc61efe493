import { describe, expect, it } from "vitest";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { TypedShadow } from "@/lib/schemas/commitments/typed-shadow";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { withholdShadowsJob } from "@/lib/server/commitments/shadow/withhold-shadows-job";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { runJob } from "@/lib/server/jobs/testing/run-job";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { publicObservation } from "@/lib/server/queries/observations/public-observations";
import { publicVersion } from "@/lib/server/queries/public-version";
import { thresholdPage } from "@/lib/server/queries/threshold-page";
import { auditWhere } from "@/test/factories/make-report";
import { pastTriggers } from "@/test/factories/past-triggers";
import { reportingTests } from "@/test/factories/reporting-plan";
import { setThreshold } from "../set-threshold";
import { addObservation } from "./add-observation";
import { endObservation } from "./end-observation";
import { passObservation } from "./pass-observation";
import { recallObservation } from "./recall-observation";
import { sendReply } from "./send-reply";
import { now, observing, reply, said } from "./testing/observing";
import { submitObservation } from "./testing/submit-observation";
import { writeObservation } from "./write-observation";

const on = reportingTests();
const { seen } = observing(on);

/** What a form sends of counts: the total, or nothing of it, and parts. */
const counted = (total: string, parts: Record<CellKey, string> = {}): TypedShadow => ({
  typed: { number: total, numerator: "", denominator: "", yesNo: "", step: "" },
  method: "Counted in three shelters",
  parts: new Map(Object.entries(parts).map(([cell, number]) => [cell, { number }])),
});
const sexes = { "sex=female": "50", "sex=male": "47" };
const add = async (shadow: TypedShadow, { indicator = "G1.1-a", unit = "THA", year = "2016" } = {}) => {
  const about = { of: "indicator" as const, code: indicator };
  return (await addObservation(on.plan.actors.cso, { ...on.plan.address(unit, year), about }, { ...said, shadow }, now))
    .id;
};
const send = async (id: number) => submitObservation(on.plan.actors.cso, await seen(id), now);
/** One that is public. */
const observed = async (shadow: TypedShadow, year?: string) => {
  const { secretariat, thailand } = on.plan.actors;
  const id = await add(shadow, { year });
  await send(id);
  await passObservation(secretariat, await seen(id), now);
  await sendReply(thailand, await seen(id), reply, now);
  return id;
};
const problems = (doing: Promise<unknown>) =>
  doing.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof InvalidFields)) throw error;
      return error.problems.map(({ field, key, args }) => `${field} ${key} ${args?.number}`);
    },
  );
const refusedBeside = (number: number) => [`total|number shadowSmallDifference ${number}`];

describe("a value of persons, beside what its organisation says elsewhere", () => {
  it("is refused that parts of another observation leave few of, until that one is withdrawn", async () => {
    const { cso } = on.plan.actors;
    const before = await add(counted("", sexes));
    // Of what nobody has sent, nobody knows.
    expect(await problems(add(counted("99")))).toEqual([]);
    await send(before);
    expect(await problems(add(counted("99")))).toEqual(refusedBeside(1));
    expect(await problems(add(counted("97")))).toEqual([]);
    // Another country's, another year's and another indicator's is another count.
    for (const other of [{ unit: "KHM" }, { year: "2017" }, { indicator: "G2.1-a" }])
      expect(await problems(add(counted("99"), other))).toEqual([]);
    await endObservation(cso, await seen(before), "withdrawn", now);
    expect(await problems(add(counted("99")))).toEqual([]);
  });

  it("is judged once more when it is submitted, and with nothing of its own observation", async () => {
    const { cso } = on.plan.actors;
    const [one, other] = [await add(counted("", sexes)), await add(counted("99"))];
    await send(one);
    expect(await problems(send(other))).toEqual(refusedBeside(1));
    expect(await on.database.prisma.addressedText.findUnique({ where: { id: other } })).toMatchObject({ number: null });
    // What was recalled is written anew, a few more than it said itself.
    await recallObservation(cso, await seen(one));
    await writeObservation(cso, await seen(one), { ...said, shadow: counted("98") });
    await send(one);
    expect(await problems(send(other))).toEqual(refusedBeside(1));
  });

  it("is judged with other periods where it is counted from the plan's start", async () => {
    await send(await add(counted("100")));
    expect(await problems(add(counted("102"), { year: "2017" }))).toEqual([]);
    const where = { indicatorId: on.plan.indicatorIds["G1.1-a"]! };
    const data = { accumulation: "cumulativeToDate" } as const;
    await pastTriggers(on.database.prisma, (tx) => tx.indicatorVersion.updateMany({ where, data }));
    for (const [year, count] of [
      ["2017", "102"],
      ["2015", "98"],
    ] as const)
      expect(await problems(add(counted(count), { year }))).toEqual(refusedBeside(1));
    for (const count of ["100", "130"]) expect(await problems(add(counted(count), { year: "2017" }))).toEqual([]);
  });

  it("isn't shown any more once a raised threshold makes few of what lies between it and an earlier one", async () => {
    const { cso, secretariat, thailand } = on.plan.actors;
    // Seven lie between the first two, and thirty between the first and the fourth; the third is another year's.
    const ids = [
      await observed(counted("100")),
      await observed(counted("93")),
      await observed(counted("95"), "2017"),
      await observed(counted("130")),
    ];
    const asked = { locale: "en", now } as const;
    const valuesFor = (actor: typeof cso) =>
      Promise.all(
        ids.map(async (id) => {
          const view = await observationForWork(actor, on.plan.code, id, asked);
          const value = view?.shadow?.value;
          return value?.kind === "number" ? value.number : (view?.shadow?.hidden ?? null);
        }),
      );
    const inPublic = async () => {
      const version = (await publicVersion({ plan: on.plan.code, area: "observations" }))!;
      const read = (number: number) => publicObservation({ code: on.plan.code, locale: "en", version }, String(number));
      return JSON.stringify((await Promise.all([1, 2, 3, 4].map(read))).map((page) => page?.observation.said?.shadow));
    };
    const set = async (threshold: number, from: number) => {
      const view = await thresholdPage(secretariat, on.plan.code, { locale: "en", asked: threshold }, 60_000);
      if (view?.proposal?.state !== "ready") throw new Error("no preview");
      const { digest: preview } = view.proposal.preview;
      await setThreshold(secretariat, { plan: on.plan.code, threshold, from, preview }, now);
    };
    const all = ["100", "93", "95", "130"];
    expect(await valuesFor(thailand)).toEqual(all);
    expect(await inPublic()).toContain('"93"');
    await set(11, 5);
    expect(await valuesFor(thailand)).toEqual(["100", "all", "95", "130"]);
    for (const told of [cso, secretariat]) expect(await valuesFor(told)).toEqual(all);
    const read = await inPublic();
    expect([...all.map((value) => read.includes(`"${value}"`)), read.includes('"hidden":"all"')]).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
    await set(5, 11);
    expect(await valuesFor(thailand)).toEqual(all);
  });

  it("isn't shown any more after an upgrade from a version that raised the threshold and judged none", async () => {
    const { prisma } = on.database;
    const { planId } = on.plan;
    const [first, later] = [await observed(counted("100")), await observed(counted("93"))];
    await pastTriggers(prisma, (tx) => tx.plan.update({ where: { id: planId }, data: { smallCountThreshold: 11 } }));
    const withheld = async () =>
      (await prisma.observation.findMany({ where: { shadowWithheld: true } })).map(({ textId }) => textId);
    const version = () => publicVersion({ plan: on.plan.code, area: "observations" });
    const events = () => auditWhere(prisma, { action: "observedValuesWithheld" });
    const run = async () => runJob(withholdShadowsJob, await enqueue(prisma, withholdShadowsJob, {}));
    const before = await version();
    expect(await withheld()).toEqual([]);
    await run();
    expect(await withheld()).toEqual([later]);
    const after = await version();
    expect(after).not.toBe(before);
    const page = await publicObservation({ code: on.plan.code, locale: "en", version: after! }, "2");
    expect(page?.observation.said?.shadow).toMatchObject({ hidden: "all" });
    expect(await events()).toMatchObject([{ actorId: null, after: { threshold: 11, changed: 1 } }]);
    // Whoever read the first one before it was withdrawn would still take it off.
    await endObservation(on.plan.actors.cso, await seen(first), "withdrawn", now);
    const withdrawn = await version();
    await run();
    expect([await withheld(), await version(), await events()]).toMatchObject([[later], withdrawn, [{}]]);
  });
});
