import { expect, it } from "vitest";
import { readDocument } from "./read-content";
import { Publishing, settings } from "./testing/publishing";

const given = new Publishing("statements");

it("is read with one question about regional priorities, however many goals it has", async () => {
  const { pool } = given.database;
  const { query } = pool;
  const asked: string[] = [];
  pool.query = ((...statement: Parameters<typeof query>) => {
    asked.push(JSON.stringify(statement));
    return query.apply(pool, statement);
  }) as typeof query;
  try {
    await readDocument(given.plan.code, settings({ kind: "dataBook", unit: "REGION" }));
  } finally {
    pool.query = query;
  }
  expect(asked.filter((each) => /FROM[^;]*\bmeeting_decision\b/.test(each))).toHaveLength(1);
});
