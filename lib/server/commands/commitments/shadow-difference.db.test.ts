import { describe, expect, it } from "vitest";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { TypedShadow } from "@/lib/schemas/commitments/typed-shadow";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { pastTriggers } from "@/test/factories/past-triggers";
import { reportingTests } from "@/test/factories/reporting-plan";
import { addObservation } from "./add-observation";
import { endObservation } from "./end-observation";
import { recallObservation } from "./recall-observation";
import { submitObservation } from "./submit-observation";
import { now, observing, said } from "./testing/observing";
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
});
