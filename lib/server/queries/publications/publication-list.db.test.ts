import { describe, expect, it } from "vitest";
import type * as permissions from "@/lib/domain/permissions";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import { Publishing, settings } from "@/lib/server/publications/testing/publishing";
import { ENOUGH_STATEMENTS, statementsOfPage } from "@/lib/server/queries/page-statements.testing";
import { publicationBuilder } from "./publication-builder";
import { publicationOf } from "./publication-list";

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
      const view = (await given.list(actor, { page }))!;
      return { ...view, ids: view.publications.map(({ id }) => id) };
    };
    const [one, two, three] = [
      await pageOf(secretariat, 1),
      await pageOf(secretariat, 2),
      await pageOf(secretariat, 3),
    ];
    expect([one, two, three].map(({ ids }) => ids.length)).toEqual([25, 25, 1]);
    expect(one).toMatchObject({ total: 51, found: 51 });
    const all = [...one.ids, ...two.ids, ...three.ids];
    expect(all).toEqual(all.toSorted((a, b) => b - a));
    expect(new Set(all).size).toBe(51);
    expect(await pageOf(secretariat, 9)).toMatchObject({ ids: [first] });
    expect(await pageOf(thailand, 2)).toMatchObject({ total: 28, ids: { length: 3 } });
    const asked = async (actor: permissions.Actor, more: Partial<TableView>) => {
      const { publications, ...counts } = (await given.list(actor, more))!;
      return { ...counts, ids: publications.map(({ id }) => id) };
    };
    const oldest = await asked(secretariat, { sort: "requested", size: 50 });
    expect(oldest.ids).toEqual(all.toReversed().slice(0, 50));
    // Found and ordered over all pages, and of what the person may read alone.
    const cambodia = await asked(secretariat, { find: "khm" });
    expect(cambodia).toMatchObject({ total: 51, found: 23, ids: all.slice(0, 23) });
    expect(await asked(thailand, { find: "khm" })).toMatchObject({ total: 28, found: 0, ids: [] });
    const named = await asked(secretariat, { sort: "-name", page: 2 });
    expect(named.ids.slice(0, 4)).toEqual([...all.slice(48), all[0]]);
    expect((await asked(secretariat, { sort: "name" })).ids.slice(0, 23)).toEqual(cambodia.ids);
  });

  it("is empty where there is nothing", async () => {
    expect(await given.list(given.plan.actors.thailand, { page: 4 })).toMatchObject({
      publications: [],
      total: 0,
      found: 0,
    });
  });
});

it("of each page about publications, few statements are asked, and for many as many as for one", async () => {
  const { database, plan } = given;
  const id = await given.request();
  const pages = [
    (actor: permissions.Actor) => given.list(actor),
    (actor: permissions.Actor) => given.list(actor, { find: "tha", sort: "name" }),
    (actor: permissions.Actor) => publicationBuilder(actor, plan.code, "en"),
    (actor: permissions.Actor) =>
      Promise.all([publicationOf(actor, plan.code, id, "en"), publicationBuilder(actor, plan.code, "en")]),
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
