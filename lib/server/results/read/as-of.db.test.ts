import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { regionalProgress } from "@/lib/server/queries/results/public-progress";
import { resultsFile } from "@/lib/server/queries/results/results-file";
import { everythingPublic, fileWords } from "@/test/factories/everything-public";
import { makeReporting } from "@/test/factories/make-reporting";
import { makeResultsPlan } from "@/test/factories/make-results-plan";
import { adoptNext } from "@/test/factories/next-edition";
import { count, type IndicatorToMake } from "@/test/factories/results-framework";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const code = "past";
const rising = { baseline: count(100), targets: [120, 140, 160, 180] };
const indicators: Record<string, IndicatorToMake> = {
  "G1.1-a": { tables: [["sex"]], paths: { each: rising } },
  "G1.1-b": { accumulation: "cumulativeToDate", paths: { each: rising } },
};
const read = { code, indicators: [...Object.keys(indicators), "G9.1-a"], goals: ["G1", "G9"] };
const everything = (version: string | null) => everythingPublic(read, version);

/** Another title, code, place in the tree, definition and target of the first indicator. */
async function edition2(editionId: number) {
  const { prisma } = database;
  const nodeOf = async (of: string) =>
    prisma.editionNode.findUniqueOrThrow({
      where: { editionId_code: { editionId, code: of } },
      include: { node: true },
    });
  const { planId } = (await nodeOf("P1")).node;
  const add = async (of: string, kind: "goal" | "outcome", parentId: number) => {
    const { id: nodeId } = await prisma.frameworkNode.create({ data: { planId, kind } });
    await prisma.editionNode.create({ data: { editionId, nodeId, code: of, parentId, position: 9 } });
    await prisma.editionNodeText.create({ data: { editionId, nodeId, locale: "en", title: `Second edition's ${of}` } });
    return nodeId;
  };
  const nodeId = await add("G9.1", "outcome", await add("G9", "goal", (await nodeOf("P1")).nodeId));
  const { indicatorId } = await prisma.editionIndicator.update({
    where: { editionId_code: { editionId, code: "G1.1-a" } },
    data: { code: "G9.1-a", nodeId },
  });
  const where = { editionId, indicatorVersion: { indicatorId } };
  const words = { title: "Second edition's title", definition: "Second edition's definition" };
  await prisma.indicatorVersionText.updateMany({ where, data: words });
  await prisma.target.updateMany({ where, data: { number: 199 } });
}

describe("a results version of the past", () => {
  it("is read as it stood, whatever came after it", { tags: ["long"] }, async () => {
    const plan = await makeResultsPlan(database.prisma, code, indicators);
    const grant = { role: "secretariat" as const, plan: { id: plan.planId, code }, unit: null };
    const actor = { ...(await makeReporting(database.prisma)).actors.secretariat, roles: [grant] };
    const parts = (total: number, female: number) => ({
      "G1.1-a": { total: count(total), "sex=female": count(female), "sex=male": count(total - female) },
      "G1.1-b": count(total * 2),
    });
    const steps = [
      () => plan.approve("THA", "2015", parts(60, 40)),
      () => plan.approve("KHM", "2015", parts(140, 3)),
      () => plan.approve("LAO", "2015", parts(2, 1)),
      () => plan.approve("THA", "2016", parts(130, 70)),
      // Corrected: a value grows, one goes, one becomes 0; approved once more as it stands.
      () => plan.approve("KHM", "2015", { "G1.1-a": count(141) }),
      () => plan.approve("LAO", "2015", parts(0, 0)),
      () => plan.approve("THA", "2016", parts(130, 70)),
      () => adoptNext(database.prisma, actor, { ...plan, code }, edition2),
      () => plan.approve("VNM", "2016", parts(150, 70)),
    ];
    const stood = new Map<string, Record<string, unknown>>();
    for (const step of steps) {
      await step();
      const { resultsVersion } = await database.prisma.plan.findUniqueOrThrow({ where: { code } });
      stood.set(String(resultsVersion), await everything(null));
    }
    expect(stood.size).toBe(steps.length);
    for (const [version, then] of stood) expect(await everything(version), version).toEqual(then);
    // The first indicator moved to a place of its own, under another code and other words.
    const [before, after] = [stood.get("8"), stood.get("9")];
    const tells = (read: unknown) => /Second edition/.test(JSON.stringify(read));
    const moved = ["goal G9 2016", "file 2016", "picture 2016", "G9.1-a 2016", "file G9.1-a 2016", "THA 2016"];
    expect(Object.values(before!).filter(tells)).toEqual([]);
    expect(moved.filter((page) => !tells(after?.[page]))).toEqual([]);
    expect(after?.["file 2016"]).toContainEqual(expect.objectContaining({ indicator: "G9.1-a", target: "199" }));
    expect(after).toMatchObject({ "G1.1-a 2016": null, "file G1.1-a 2016": null });
    expect(before).toMatchObject({ "G9.1-a 2016": null, "goal G9 2016": null });
    // They differ: what is read isn't the present one each time.
    expect(new Set([...stood.values()].map((read) => JSON.stringify(read))).size).toBeGreaterThan(5);
  });

  it.each(["0", "1e1", "-1", "99", "2 ", "2147483648", "٢"])("isn't there under %s", async (version) => {
    expect(await regionalProgress(code, "2015", "en", version)).toBeNull();
    expect(await resultsFile({ plan: code, period: "2015", version }, fileWords, "en")).toBeNull();
  });

  it("isn't there before the first that can be read as it stood", { tags: ["long"] }, async () => {
    await database.prisma.plan.update({ where: { code }, data: { historyFrom: 5 } });
    expect(await regionalProgress(code, "2015", "en", "4")).toBeNull();
    expect(await regionalProgress(code, "2015", "en", "5")).not.toBeNull();
  });
});
