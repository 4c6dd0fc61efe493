import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseBefore } from "@/lib/server/db/before-migration.testing";
import type { Database } from "@/lib/server/db/client";
import { deployMigrations } from "@/lib/server/db/migrate";

// What earlier versions wrote: what meetings were told of decisions alone.

let database: Database;
const sql = (statement: string) => database.pool.query(statement);

beforeAll(async () => {
  database = await databaseBefore("20261129200827_follow_ups_of_all_texts");
  await sql(`
    INSERT INTO plan (id, code, starts_on, ends_on, results_version) VALUES (1, 'p', '2015-01-01', '2018-12-31', 1);
    INSERT INTO organisation (id, name, kind) VALUES (1, 'Secretariat', 'secretariat');
    INSERT INTO "user" (id, email, name, password_hash, organisation_id) VALUES (1, 's@p.example', 'S', '', 1);
    INSERT INTO meeting (id, plan_id, code, kind, state, year)
      VALUES (1, 1, 'SOM11', 'som', 'held', 2016), (2, 1, 'SOM12', 'som', 'held', 2017), (3, 1, 'SOM13', 'som', 'held', 2018);
    INSERT INTO addressed_text (id, plan_id, kind, organisation_id, author_id, locale, created_at)
      VALUES (1, 1, 'decision', 1, 1, 'en', now()), (2, 1, 'decision', 1, 1, 'en', now());
    INSERT INTO addressed_round (text_id, round, stage, body) VALUES (1, 1, 'draft', 'One'), (2, 1, 'draft', 'Two');
    INSERT INTO meeting_decision (text_id, plan_id, meeting_id, number, kind) VALUES (1, 1, 1, 1, 'task'), (2, 1, 1, 2, 'task');
    INSERT INTO decision_follow_up (text_id, meeting_id, plan_id, status, body, redacted_at)
      VALUES (1, 2, 1, 'underWay', 'Four of six did.', NULL), (1, 3, 1, 'done', '', NULL), (2, 2, 1, 'notBegun', '', '2018-01-01');
    UPDATE meeting SET state = 'closed' WHERE id = 2;`);
  await deployMigrations(database.pool);
});
afterAll(async () => {
  await database.close();
});

describe("what meetings were told of decisions", () => {
  it("stays as it was told, and as its meeting left it", async () => {
    expect(
      await database.prisma.followUp.findMany({ orderBy: [{ textId: "asc" }, { meetingId: "asc" }] }),
    ).toMatchObject([
      { textId: 1, meetingId: 2, status: "underWay", body: "Four of six did.", redactedAt: null },
      { textId: 1, meetingId: 3, status: "done", body: "" },
      { textId: 2, meetingId: 2, status: "notBegun", body: "", redactedAt: new Date("2018-01-01") },
    ]);
    await expect(sql("DELETE FROM follow_up WHERE meeting_id = 2")).rejects.toThrow("is closed");
    await expect(sql("UPDATE follow_up SET body = 'Five did.' WHERE meeting_id = 2")).rejects.toThrow("is closed");
    await expect(sql("UPDATE follow_up SET redacted_at = now(), body = 'x' WHERE meeting_id = 3")).rejects.toThrow(
      "follow_up_redacted_check",
    );
  });

  it("is told of nothing that wasn't passed on, nor is that deleted which it is about", async () => {
    const tell = "INSERT INTO follow_up (text_id, meeting_id, plan_id, status) VALUES (2, 3, 1, 'done')";
    await expect(sql(tell)).rejects.toThrow("were not passed on");
    await expect(sql("DELETE FROM addressed_text WHERE id = 1")).rejects.toThrow(/foreign key|violates/);
    await expect(
      sql("INSERT INTO follow_up (text_id, meeting_id, plan_id, status) VALUES (99, 3, 1, 'done')"),
    ).rejects.toThrow();
  });
});
