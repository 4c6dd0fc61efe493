import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { wholeTable } from "@/lib/schemas/addresses/table-view";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { ENOUGH_STATEMENTS, statementsOfPage } from "@/lib/server/queries/page-statements.testing";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { inviteChoices } from "./invite-choices";
import { openInvitations } from "./open-invitations";
import { peopleList } from "./people-list";
import { personOf } from "./person";

const now = new Date("2017-05-01T04:00:00Z");
const many = Number(process.env.PEOPLE ?? 300);

let database: Database;
let plan: Reporting;
let keeper: Actor;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
  const { organisation, ...secretariat } = plan.actors.secretariat;
  keeper = { ...secretariat, organisation, roles: [{ role: "secretariat", plan: null, unit: null }] };
  const { THA, KHM } = plan.unitIds;
  await database.pool.query(
    `WITH made AS (
       INSERT INTO "user" (email, name, password_hash, organisation_id, disabled_at)
       SELECT 'p' || n || '@many.example', 'Person ' || lpad((n * 7919 % $1)::text, 5, '0'), '', $2,
         CASE WHEN n % 10 < 2 THEN now() END
       FROM generate_series(1, $1) n RETURNING id
     ), granted AS (
       INSERT INTO user_role (user_id, plan_id, role, unit_id)
       SELECT id, $3, 'contributor', CASE WHEN id % 2 = 0 THEN $4::int ELSE $5::int END FROM made
     )
     INSERT INTO session (id, user_id, seen_at, expires_at)
     SELECT id || '-' || n, id, now() - (id % 1000 + n) * interval '1 hour', now() FROM made, generate_series(1, 5) n`,
    [many, organisation.id, plan.planId, THA, KHM],
  );
  await database.pool.query("ANALYZE");
});
afterAll(() => database.close());

const words = { role: (role: string) => role, state: (state: string) => state };
const list = (actor: Actor, asked: Partial<typeof wholeTable> = {}) =>
  peopleList(actor, "en", { ...wholeTable, ...asked }, words, now);

it("comes a page at a time, each row once, in every order", async () => {
  for (const sort of ["", "-name", "organisation", "-seen", "state"]) {
    const seen = new Set<string>();
    const first = (await list(keeper, { sort }))!;
    for (let page = 1; page <= Math.ceil(first.found / 50); page++)
      for (const { kind, id } of (await list(keeper, { sort, size: 50, page }))!.people) seen.add(`${kind} ${id}`);
    if (many <= 300) expect(seen.size, sort).toBe(first.total);
  }
});

it("is found by a name, a country, a role and a state together, and no sign of a pattern stands for another", async () => {
  const found = (await list(keeper, { find: "person thailand CONTRIBUTOR disabled" }))!;
  expect(found.found).toBeGreaterThan(0);
  expect(found.people.every(({ state, roles }) => state === "disabled" && roles[0]?.unit === "Thailand")).toBe(true);
  expect((await list(keeper, { find: "%" }))!.found).toBe(0);
  expect((await list(keeper, { find: "_erson" }))!.found).toBe(0);
});

it("an invitation by somebody who may not give its role any more doesn't work until it is renewed", async () => {
  const { thailand } = plan.actors;
  const place = { planId: plan.planId, unitId: plan.unitIds.THA! };
  await database.prisma.invitation.create({
    data: {
      ...place,
      role: "contributor",
      email: "x@example.org",
      name: "X",
      locale: "en",
      nonce: "made up",
      organisationId: thailand.organisation.id,
      invitedById: thailand.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 86_400_000),
    },
  });
  const shown = async () => (await openInvitations(keeper, "en", now))!.map(({ isExpired }) => isExpired);
  expect(await shown()).toEqual([false]);
  const disable = (disabledAt: Date | null) =>
    database.prisma.user.update({ where: { id: thailand.id }, data: { disabledAt } });
  await disable(now);
  expect(await shown()).toEqual([true]);
  await disable(null);
});

it("takes few statements, as the other pages about people do", async () => {
  const pages: Record<string, (actor: Actor) => Promise<unknown>> = {
    list: (actor) => list(actor),
    person: (actor) => personOf(actor, plan.actors.contributor.id, "en", now),
    invite: (actor) => inviteChoices(actor, "en"),
    invitations: (actor) => openInvitations(actor, "en", now),
  };
  for (const [name, page] of Object.entries(pages))
    expect(await statementsOfPage(database, "spaiv", keeper, page), name).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
});

it.runIf(process.env.PEOPLE)("is quick", async () => {
  const { thailand } = plan.actors;
  const asked = {
    "by name": {},
    "last page": { page: 9999 },
    "by organisation": { sort: "organisation" },
    "by last seen": { sort: "-seen" },
    "by state": { sort: "state" },
    "a name": { find: "person 00123" },
    "words of all kinds": { find: "thailand contributor active" },
  };
  for (const actor of [keeper, thailand])
    for (const [what, view] of Object.entries(asked)) {
      const took: number[] = [];
      for (let n = 0; n < 12; n++) {
        const began = performance.now();
        await list(actor, view);
        took.push(performance.now() - began);
      }
      took.sort((one, other) => one - other);
      console.log(
        actor === keeper ? "all" : "Thailand",
        what,
        `median ${took[6]!.toFixed(0)} ms, best ${took[0]!.toFixed(0)} ms`,
      );
    }
});
