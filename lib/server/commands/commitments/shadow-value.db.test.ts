import { describe, expect, it } from "vitest";
import type { ShadowPart } from "@/lib/schemas/commitments/shadow-fields";
import type { TypedShadow } from "@/lib/schemas/commitments/typed-shadow";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { pastTriggers } from "@/test/factories/past-triggers";
import { reportingTests } from "@/test/factories/reporting-plan";
import { addObservation } from "./add-observation";
import { passObservation } from "./pass-observation";
import { takeDownObservation } from "./take-down-observation";
import { now, observing, said } from "./testing/observing";
import { submitObservation } from "./testing/submit-observation";
import { writeObservation } from "./write-observation";

const on = reportingTests();
const { seen, passed } = observing(on);

type Parts = Record<string, Partial<Record<ShadowPart, string>>>;
/** What a form sends, with parts. */
const split = (typed: Partial<Record<ShadowPart, string>>, parts: Parts) => ({
  ...shadow(typed),
  parts: new Map(Object.entries(parts)),
});
const shadow = (typed: Partial<Record<ShadowPart, string>>, method = "Counted in three shelters") => ({
  typed: { number: "", numerator: "", denominator: "", yesNo: "", step: "", ...typed },
  method,
});
const add = async (value: TypedShadow, indicator: string | null = "G2.1-a", unit = "THA") => {
  const about = indicator ? { of: "indicator" as const, code: indicator } : { of: "node" as const, code: "G1" };
  const subject = { ...on.plan.address(unit, "2016"), about };
  return (await addObservation(on.plan.actors.cso, subject, { ...said, shadow: value }, now)).id;
};
const stored = (id: number) => on.database.prisma.shadowValue.findUnique({ where: { textId: id } });
const problems = (adding: Promise<unknown>) =>
  adding.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof InvalidFields)) throw error;
      return error.problems.map(({ field, key }) => `${field} ${key}`);
    },
  );

describe("a value that an observation carries", () => {
  it.each([
    ["G2.1-a", { number: "1,127" }, { kind: "number", number: "1127" }],
    ["G1.1-b", { numerator: "30", denominator: "60" }, { kind: "ratio", numerator: "30", denominator: "60" }],
    ["G1.1-c", { yesNo: "no" }, { kind: "yesNo", yesNo: false }],
    ["G1.1-d", { step: "2" }, { kind: "step", step: 2 }],
    ["G1.2-c", { number: "3.25" }, { kind: "number", number: "3.25" }],
  ] as const)("is read as a value of %s is", async (indicator, typed, expected) => {
    const row = (await stored(await add(shadow(typed), indicator)))!;
    const { kind, number, numerator, denominator, yesNo, step, method } = row;
    const texts = { number: number?.toFixed(), numerator: numerator?.toFixed(), denominator: denominator?.toFixed() };
    expect({ kind, yesNo, step, ...texts }).toMatchObject(expected);
    expect(method).toBe("Counted in three shelters");
  });

  it("names the definition that holds in its period", async () => {
    const { indicatorVersionId } = (await stored(await add(shadow({ number: "12" }))))!;
    const { version } = await on.database.prisma.indicatorVersion.findUniqueOrThrow({
      where: { id: indicatorVersionId },
      select: { version: true },
    });
    expect(version).toBe(2);
  });

  it.each([
    ["G2.1-a", { number: "4" }, "total|number shadowSmallCount"],
    ["G2.1-a", { number: "<5" }, "total|number shadowNotExact"],
    ["G1.1-b", { numerator: "3", denominator: "60" }, "total|numerator shadowSmallCount"],
    ["G1.1-b", { numerator: "57", denominator: "60" }, "total|numerator shadowSmallCount"],
    ["G1.1-b", { numerator: "2", denominator: "3" }, "total|denominator shadowSmallCount"],
    ["G1.1-b", { numerator: "61", denominator: "60" }, "total|numerator valueNumeratorLarger"],
    ["G2.1-a", { number: "3,5" }, "total|number valueDecimals"],
    ["G2.1-a", { number: "-9" }, "total|number valueOutsideLimits"],
    ["G1.1-d", { step: "7" }, "total|step valueStep"],
    ["G1.2-a", { number: "12" }, "total|number shadowOfIndicator"],
    [null, { number: "12" }, "total|number shadowOfIndicator"],
    // Of another kind of indicator.
    ["G1.1-d", { number: "12" }, "total|step shadowMissing"],
  ] as const)("is refused of %s where it is %j", async (indicator, typed, expected) => {
    expect(await problems(add(shadow(typed), indicator))).toEqual([expected]);
    expect(await on.database.prisma.addressedText.count({ where: { planId: on.plan.planId } })).toBe(0);
  });

  it("comes with its method, and its method with it", async () => {
    expect(await problems(add(shadow({ number: "12" }, "")))).toEqual(["method shadowMethodMissing"]);
    expect(await problems(add(shadow({})))).toEqual(["total|number shadowMissing"]);
  });

  it("may count few of what isn't persons", async () => {
    expect((await stored(await add(shadow({ number: "3" }), "G1.2-b")))!.number!.toFixed()).toBe("3");
  });

  it("is written anew and taken out as long as its words are, and then stays", async () => {
    const { cso, secretariat } = on.plan.actors;
    const id = await add(shadow({ number: "12" }));
    await writeObservation(cso, await seen(id), { ...said, shadow: shadow({ number: "15" }, "Counted again") });
    expect(await stored(id)).toMatchObject({ method: "Counted again" });
    const small = writeObservation(cso, await seen(id), { ...said, shadow: shadow({ number: "2" }) });
    expect(await problems(small)).toEqual(["total|number shadowSmallCount"]);
    expect((await stored(id))!.number!.toFixed()).toBe("15");
    await writeObservation(cso, await seen(id), said);
    expect(await stored(id)).toBeNull();

    const kept = await passed({ shadow: shadow({ number: "15" }) });
    const { shadowValue } = on.database.prisma;
    const where = { textId: kept };
    const added = "rows of shadow_value are only ever added";
    await expect(shadowValue.update({ where, data: { number: 16 } })).rejects.toThrow(added);
    await expect(shadowValue.update({ where, data: { method: "Another" } })).rejects.toThrow(added);
    await expect(shadowValue.delete({ where })).rejects.toThrow(added);
    const { indicatorVersionId } = await shadowValue.findUniqueOrThrow({ where });
    const late = `INSERT INTO shadow_value (text_id, indicator_version_id, kind, number, method)
      VALUES (${await passed()}, ${indicatorVersionId}, 'number', 12, 'Later')`;
    await expect(on.database.pool.query(late)).rejects.toThrow(added);
    const redacted = { kind: null, number: null, method: "", redactedAt: now };
    await shadowValue.update({ where, data: redacted });
    const asked = { locale: "en", now } as const;
    expect(await observationForWork(secretariat, on.plan.code, kept, asked)).toMatchObject({ shadow: null });
  });

  it("is read with its words by whoever reads them, and not of few persons once the threshold has risen", async () => {
    const { cso, secretariat, thailand } = on.plan.actors;
    const asked = { locale: "en", now } as const;
    const id = await passed({ shadow: shadow({ number: "7" }) });
    const read = async (actor: typeof cso) => (await observationForWork(actor, on.plan.code, id, asked))?.shadow;
    const told = { unit: "persons", scale: { type: "number" }, method: "Counted in three shelters" };
    for (const actor of [cso, secretariat, thailand])
      expect(await read(actor)).toMatchObject({ ...told, value: { kind: "number", number: "7" } });
    const risen = { where: { id: on.plan.planId }, data: { smallCountThreshold: 11 } };
    await pastTriggers(on.database.prisma, (tx) => tx.plan.update(risen));
    expect(await read(cso)).toMatchObject({ value: { number: "7" } });
    expect(await read(thailand)).toMatchObject({ ...told, value: null });
  });

  it("has fields for its author while it is written, of the indicator that it is about", async () => {
    const { cso } = on.plan.actors;
    const asked = { locale: "en", now } as const;
    const fieldsOf = async (id: number) =>
      (await observationForWork(cso, on.plan.code, id, asked))!.shadowOf?.rules.type ?? null;
    const id = await add(shadow({ yesNo: "yes" }), "G1.1-c");
    expect(await fieldsOf(id)).toBe("yesNo");
    expect(
      await fieldsOf(
        (
          await addObservation(
            cso,
            { ...on.plan.address("THA", "2016"), about: { of: "indicator", code: "G1.2-a" } },
            said,
            now,
          )
        ).id,
      ),
    ).toBeNull();
    await submitObservation(cso, await seen(id), now);
    expect(await fieldsOf(id)).toBeNull();
  });
});

describe("its parts", () => {
  const partsOf = async (id: number) => {
    const rows = await on.database.prisma.shadowPart.findMany({
      where: { textId: id },
      select: { number: true, cell: { select: { key: true } } },
      orderBy: { cell: { key: "asc" } },
    });
    return rows.map(({ number, cell }) => `${cell.key} ${number?.toFixed()}`);
  };
  const asked = { locale: "en", now } as const;
  const read = async (actor: typeof on.plan.actors.cso, id: number) =>
    (await observationForWork(actor, on.plan.code, id, asked))?.shadow;

  it("stand beside the total or alone, by one dimension or crossed, and without those that aren't known", async () => {
    const both = await add(split({ number: "40" }, { "sex=female": { number: "1,030" } }), "G1.1-a");
    expect(await partsOf(both)).toEqual(["sex=female 1030"]);
    const crossed = { "sex=female;age=0-17": { number: "12" }, "sex=male;age=18+": { number: "0" } };
    const alone = await add(split({}, crossed), "G1.1-a");
    expect(await partsOf(alone)).toEqual(["sex=female;age=0-17 12", "sex=male;age=18+ 0"]);
    expect(await stored(alone)).toMatchObject({ kind: null, redactedAt: null });
    const { cso } = on.plan.actors;
    expect(await read(cso, alone)).toMatchObject({
      value: null,
      hidden: "nothing",
      parts: { dimensions: ["Sex", "Age"] },
    });
    expect((await read(cso, both))!.parts).toMatchObject({
      cells: [{ name: "Female", value: { number: "1030" } }],
      // Told, and no refusal.
      differ: [{ total: { from: "40" }, sum: { from: "1030" }, difference: { from: "990" } }],
    });
  });

  it.each([
    ["of few", {}, { "sex=female": { number: "3" } }, "sex=female|number shadowSmallCount"],
    ["below a bound", {}, { "sex=female": { number: "<5" } }, "sex=female|number shadowNotExact"],
    ["that leave few", { number: "20" }, { "sex=female": { number: "17" } }, "total|number shadowSmallRest"],
    [
      "split twice",
      {},
      { "sex=female": { number: "20" }, "age=18+": { number: "20" } },
      "age=18+|number shadowSplitTwice",
    ],
    ["of an open list", {}, { "citizenship=khm": { number: "20" } }, "citizenship=khm|number fieldInvalid"],
    ["of no category", {}, { "sex=none": { number: "20" } }, "sex=none|number fieldInvalid"],
    ["that are no number", {}, { "sex=male": { number: "many" } }, "sex=male|number valueNotNumber"],
  ] as const)("are refused: %s", async (_, typed, parts, expected) => {
    expect(await problems(add(split(typed, parts), "G1.1-a"))).toEqual([expected]);
    expect(await on.database.prisma.addressedText.count({ where: { planId: on.plan.planId } })).toBe(0);
  });

  it("are refused of an indicator without tables", async () => {
    const typed = split({ number: "40" }, { "sex=female": { number: "20" } });
    expect(await problems(add(typed, "G2.1-a"))).toEqual(["sex=female|number fieldInvalid"]);
  });

  it("are written anew with their value, and stay once it has passed", async () => {
    const { cso } = on.plan.actors;
    const id = await add(split({ number: "40" }, { "sex=female": { number: "20" } }), "G1.1-a");
    const again = split({ number: "40" }, { "age=18+": { number: "40" } });
    await writeObservation(cso, await seen(id), { ...said, shadow: again });
    expect(await partsOf(id)).toEqual(["age=18+ 40"]);
    await submitObservation(cso, await seen(id), now);
    await passObservation(on.plan.actors.secretariat, await seen(id), now);
    const { shadowPart } = on.database.prisma;
    const added = "rows of shadow_part are only ever added";
    await expect(shadowPart.updateMany({ where: { textId: id }, data: { number: 41 } })).rejects.toThrow(added);
    await expect(shadowPart.deleteMany({ where: { textId: id } })).rejects.toThrow(added);
    await takeDownObservation(on.plan.actors.secretariat, await seen(id), "identifiable", now);
    expect(await partsOf(id)).toEqual([]);
    expect(await stored(id)).toMatchObject({ kind: null, number: null });
  });

  it("are hidden together once the threshold makes one of them small", async () => {
    const { cso, thailand, secretariat } = on.plan.actors;
    const id = await add(
      split({ number: "40" }, { "sex=female": { number: "33" }, "sex=male": { number: "7" } }),
      "G1.1-a",
    );
    await submitObservation(cso, await seen(id), now);
    await passObservation(secretariat, await seen(id), now);
    expect((await read(thailand, id))!.parts!.cells).toHaveLength(2);
    const risen = { where: { id: on.plan.planId }, data: { smallCountThreshold: 11 } };
    await pastTriggers(on.database.prisma, (tx) => tx.plan.update(risen));
    expect(await read(thailand, id)).toMatchObject({ value: { number: "40" }, hidden: "parts", parts: null });
    expect((await read(cso, id))!.parts!.cells).toHaveLength(2);
  });
});
