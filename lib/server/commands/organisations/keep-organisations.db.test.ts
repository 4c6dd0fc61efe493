import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { wholeTable } from "@/lib/schemas/addresses/table-view";
import type { OrganisationEntry } from "@/lib/schemas/organisations/organisation-form";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { organisationChoices } from "@/lib/server/people/organisation-choices";
import { organisationOfNobody } from "@/lib/server/people/organisation-of-nobody";
import { type OrganisationFilter, organisationList } from "@/lib/server/queries/organisations/organisation-list";
import { organisationForm, organisationOf } from "@/lib/server/queries/organisations/organisation-of";
import { ENOUGH_STATEMENTS, statementsOfPage } from "@/lib/server/queries/page-statements.testing";
import { transaction } from "@/lib/server/transaction";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { addOrganisation } from "./add-organisation";
import { archiveOrganisation } from "./archive-organisation";
import { changeOrganisation } from "./change-organisation";
import { restoreOrganisation } from "./restore-organisation";

let database: Database;
let plan: Reporting;
let made = 0;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
});
afterAll(() => database.close());

const now = new Date("2026-03-02T08:00:00Z");
const code = (code: string) => expect.objectContaining({ code });
const everyKind: OrganisationFilter = { kind: null, archived: false };
const words = { kind: (kind: string) => kind };
const entry = (change: Partial<OrganisationEntry> = {}): OrganisationEntry => ({
  name: `Office ${++made}`,
  names: [],
  acronym: null,
  kind: "civilSociety",
  unitIds: [],
  website: null,
  ...change,
});
const events = (id: number) =>
  database.prisma.auditEvent.findMany({
    where: { stream: `organisation:${id}` },
    orderBy: { sequence: "asc" },
    select: { action: true, actorId: true },
  });
const list = (actor: Actor, find: string, locale = "en", filter = everyKind) =>
  organisationList(actor, locale, { ...wholeTable, find }, filter, words);

describe("the directory of organisations", () => {
  it("takes one with its names, units and website, changes it, archives and restores it, with an event of each", async () => {
    const { secretariat } = plan.actors;
    const names = [{ locale: "th" as const, name: "มูลนิธิแม่น้ำ" }];
    const unitIds = [plan.unitIds.THA!, plan.unitIds.KHM!];
    const entered = entry({ name: "River Foundation", names, acronym: "RF", unitIds, website: "https://example.org/" });
    const id = await addOrganisation(secretariat, entered);
    expect(await organisationOf(plan.actors.cso, id, "th")).toMatchObject({
      name: "มูลนิธิแม่น้ำ",
      acronym: "RF",
      website: "https://example.org/",
      rowVersion: 1,
      people: null,
      names: [{ locale: "en", name: "River Foundation" }, ...names],
      mayKeep: false,
      isArchived: false,
    });
    await changeOrganisation(secretariat, { id, rowVersion: 1 }, { ...entered, names: [], unitIds: [unitIds[0]!] });
    expect(await organisationOf(secretariat, id, "th")).toMatchObject({
      name: "River Foundation",
      rowVersion: 2,
      people: 0,
      mayKeep: true,
    });
    await archiveOrganisation(secretariat, { id, rowVersion: 2 }, now);
    expect(await organisationOf(secretariat, id, "en")).toMatchObject({ isArchived: true, name: "River Foundation" });
    expect((await list(secretariat, "River")).found).toBe(0);
    expect((await list(secretariat, "River", "en", { kind: null, archived: true })).found).toBe(1);
    await restoreOrganisation(secretariat, { id, rowVersion: 3 });
    expect((await list(secretariat, "River")).found).toBe(1);
    expect(await events(id)).toEqual(
      ["Added", "Changed", "Archived", "Restored"].map((what) => ({
        action: `organisation${what}`,
        actorId: secretariat.id,
      })),
    );
  });

  it("finds one by its name in any language, its acronym or its country, and orders names", async () => {
    const by = plan.actors.secretariat;
    const names = [{ locale: "vi" as const, name: "Trung tâm Sông Hồng" }];
    await addOrganisation(by, entry({ name: "Zeta Centre", names, acronym: "ZC", unitIds: [plan.unitIds.THA!] }));
    await addOrganisation(by, entry({ name: "Alpha Centre", kind: "donor" }));
    for (const find of ["zeta", "sông hồng", "ZC"])
      expect((await list(by, find)).organisations.map(({ name }) => name)).toEqual(["Zeta Centre"]);
    expect((await list(by, "sông", "vi")).organisations).toMatchObject([{ name: "Trung tâm Sông Hồng" }]);
    const sorted = async (sort: string) =>
      (await organisationList(by, "en", { ...wholeTable, find: "centre", sort }, everyKind, words)).organisations;
    expect((await sorted("name")).map(({ name }) => name)).toEqual(["Alpha Centre", "Zeta Centre"]);
    expect((await sorted("-name")).map(({ name }) => name)).toEqual(["Zeta Centre", "Alpha Centre"]);
    const donors = await list(by, "", "en", { kind: "donor", archived: false });
    expect(donors.organisations.map(({ name }) => name)).toEqual(["Alpha Centre"]);
  });

  it("refuses a name that is there, however it is written and in its language, and names it", async () => {
    const by = plan.actors.secretariat;
    const names = [{ locale: "th" as const, name: "สำนักงาน" }];
    const id = await addOrganisation(by, entry({ name: "One of a Kind", names }));
    const taken = (name: string) => expect.objectContaining({ code: "organisationNameTaken", args: { name } });
    await expect(addOrganisation(by, entry({ name: "one of a kind" }))).rejects.toThrow(taken("One of a Kind"));
    await expect(addOrganisation(by, entry({ names }))).rejects.toThrow(taken("สำนักงาน"));
    const other = await addOrganisation(by, entry());
    const rename = changeOrganisation(by, { id: other, rowVersion: 1 }, entry({ name: "One of a Kind" }));
    await expect(rename).rejects.toThrow(taken("One of a Kind"));
    // Its own name is no other's.
    await changeOrganisation(by, { id, rowVersion: 1 }, entry({ name: "One of a KIND", names }));
    expect(await events(other)).toHaveLength(1);
  });

  it("lets one of two at once take a name, and one of two windows change it", async () => {
    const by = plan.actors.secretariat;
    const both = await Promise.allSettled([1, 2].map(() => addOrganisation(by, entry({ name: "Wanted twice" }))));
    expect(both.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []))).toEqual([
      "organisationNameTaken",
    ]);
    const id = await addOrganisation(by, entry());
    const windows = await Promise.allSettled(
      [1, 2].map(() => changeOrganisation(by, { id, rowVersion: 1 }, entry({ acronym: "NEW" }))),
    );
    expect(windows.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []))).toEqual([
      "changedMeanwhile",
    ]);
    expect(await events(id)).toHaveLength(2);
  });

  it("is a focal point's for the own country alone, and nobody's who only reads", async () => {
    const { thailand, contributor, secretariat } = plan.actors;
    const [tha, khm] = [plan.unitIds.THA!, plan.unitIds.KHM!];
    const own = await addOrganisation(thailand, entry({ unitIds: [tha] }));
    const others = await addOrganisation(secretariat, entry({ unitIds: [tha, khm] }));
    const before = await database.prisma.auditEvent.count();
    await expect(addOrganisation(thailand, entry())).rejects.toMatchObject({
      problems: [{ field: "units", key: "organisationUnitMissing" }],
    });
    await expect(addOrganisation(thailand, entry({ unitIds: [khm] }))).rejects.toThrow(code("notAllowed"));
    const widen = changeOrganisation(thailand, { id: own, rowVersion: 1 }, entry({ unitIds: [tha, khm] }));
    await expect(widen).rejects.toThrow(code("notAllowed"));
    await expect(archiveOrganisation(thailand, { id: others, rowVersion: 1 }, now)).rejects.toThrow(code("notAllowed"));
    await expect(addOrganisation(contributor, entry({ unitIds: [tha] }))).rejects.toThrow(code("notAllowed"));
    await expect(restoreOrganisation(secretariat, { id: own, rowVersion: 1 })).rejects.toThrow(
      code("changedMeanwhile"),
    );
    await expect(archiveOrganisation(secretariat, { id: 999_999, rowVersion: 1 }, now)).rejects.toThrow(
      code("notFound"),
    );
    expect(await database.prisma.auditEvent.count()).toBe(before);
    expect(await organisationForm(thailand, others, "en")).toBeNull();
    expect(await organisationForm(contributor, null, "en")).toBeNull();
    expect(await organisationForm(thailand, null, "en")).toMatchObject({ unitIds: [tha], mustHaveUnit: true });
  });

  it("is offered in choices by what is the actor's, without what is archived, which stays where it stands", async () => {
    const { thailand, secretariat, cso } = plan.actors;
    const names = [{ locale: "th" as const, name: "ก สำนักงานไทย" }];
    const tha = await addOrganisation(thailand, entry({ unitIds: [plan.unitIds.THA!], acronym: "TO", names }));
    const khm = await addOrganisation(secretariat, entry({ unitIds: [plan.unitIds.KHM!] }));
    const ids = async (actor: Actor, present?: number) =>
      (await organisationChoices(actor, "en", present)).map(({ id }) => id);
    expect(await ids(secretariat)).toEqual(expect.arrayContaining([tha, khm]));
    expect(await ids(thailand)).toEqual(expect.arrayContaining([tha, thailand.organisation.id]));
    expect(await ids(thailand)).not.toContain(khm);
    expect(await ids(cso)).toEqual([]);
    expect(await organisationChoices(thailand, "th")).toContainEqual({ id: tha, name: "ก สำนักงานไทย (TO)" });
    await archiveOrganisation(secretariat, { id: tha, rowVersion: 1 }, now);
    expect(await ids(thailand)).not.toContain(tha);
    expect(await ids(thailand, tha)).toContain(tha);
  });

  it("lists none where those stand whose data were erased, and lets nobody change or restore it", async () => {
    const { secretariat } = plan.actors;
    const id = await transaction(organisationOfNobody);
    const all = await list(secretariat, "", "en", { kind: null, archived: true });
    expect(all.organisations.map((each) => each.id)).not.toContain(id);
    for (const page of [organisationOf, organisationForm]) expect(await page(secretariat, id, "en")).toBeNull();
    await expect(restoreOrganisation(secretariat, { id, rowVersion: 1 })).rejects.toThrow(code("notFound"));
    const rename = changeOrganisation(secretariat, { id, rowVersion: 1 }, entry());
    await expect(rename).rejects.toThrow(code("notFound"));
  });

  it("asks few statements on each of its pages", async () => {
    const id = await addOrganisation(plan.actors.secretariat, entry({ unitIds: [plan.unitIds.THA!] }));
    for (const page of [
      (actor: Actor) => list(actor, ""),
      (actor: Actor) => organisationOf(actor, id, "th"),
      (actor: Actor) => organisationForm(actor, id, "th"),
    ])
      expect(await statementsOfPage(database, plan.code, plan.actors.secretariat, page)).toBeLessThanOrEqual(
        ENOUGH_STATEMENTS,
      );
  });
});
