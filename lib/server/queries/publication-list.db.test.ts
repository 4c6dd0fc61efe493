import { describe, expect, it } from "vitest";
import type * as permissions from "@/lib/domain/permissions";
import { Publishing, settings } from "@/lib/server/publications/testing/publishing";
import { ENOUGH_STATEMENTS, statementsOfPage } from "./page-statements.testing";
import { publicationBuilder } from "./publication-builder";
import { publicationList, publicationOf } from "./publication-list";
import { resultsVersion } from "./results-version";

const given = new Publishing("listed");

describe("the list of publications", () => {
  it("has 25 a page, the newest first, and of what the person may read alone", async () => {
    const { secretariat, thailand } = given.plan.actors;
    const first = await given.request();
    const {
      id: _,
      content: __,
      ...row
    } = await given.database.prisma.publication.findUniqueOrThrow({ where: { id: first } });
    const of = (code: string) => ({
      ...row,
      unitId: given.plan.unitIds[code]!,
      settings: { ...settings(), unit: code },
    });
    await given.database.prisma.publication.createMany({
      data: [...Array.from({ length: 27 }, () => of("THA")), ...Array.from({ length: 23 }, () => of("KHM"))],
    });
    const pageOf = async (actor: permissions.Actor, page: number) => {
      const view = (await publicationList(actor, given.plan.code, "en", page))!;
      return { ...view, ids: view.publications.map(({ id }) => id) };
    };
    const [one, two, three] = [
      await pageOf(secretariat, 1),
      await pageOf(secretariat, 2),
      await pageOf(secretariat, 3),
    ];
    expect([one, two, three].map(({ page, pages, ids }) => [page, pages, ids.length])).toEqual([
      [1, 3, 25],
      [2, 3, 25],
      [3, 3, 1],
    ]);
    const all = [...one.ids, ...two.ids, ...three.ids];
    expect(all).toEqual(all.toSorted((a, b) => b - a));
    expect(new Set(all).size).toBe(51);
    expect(await pageOf(secretariat, 9)).toMatchObject({ page: 3, pages: 3, ids: [first] });
    expect(await pageOf(thailand, 2)).toMatchObject({ page: 2, pages: 2, ids: { length: 3 } });
  });

  it("is one page where there is nothing", async () => {
    expect(await publicationList(given.plan.actors.thailand, given.plan.code, "en", 4)).toMatchObject({
      ...{ publications: [], page: 1, pages: 1 },
    });
  });
});

it("of each page about publications, few statements are asked, and for many as many as for one", async () => {
  const { database, plan } = given;
  const id = await given.request();
  const pages = [
    (actor: permissions.Actor) => publicationList(actor, plan.code, "en"),
    (actor: permissions.Actor) => publicationBuilder(actor, plan.code, "en"),
    (actor: permissions.Actor) =>
      Promise.all([
        publicationOf(actor, plan.code, id, "en"),
        publicationBuilder(actor, plan.code, "en"),
        resultsVersion(plan.code),
      ]),
  ];
  const counted = async () => {
    const counts: number[] = [];
    for (const page of pages) counts.push(await statementsOfPage(database, plan.code, plan.actors.secretariat, page));
    return counts;
  };
  const few = await counted();
  for (let more = 0; more < 4; more++) await given.request();
  expect(await counted()).toEqual(few);
  expect(Math.max(...few)).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
});
