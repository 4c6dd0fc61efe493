import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseBefore } from "@/lib/server/db/before-migration.testing";
import type { Database } from "@/lib/server/db/client";
import { deployMigrations } from "@/lib/server/db/migrate";
import { loadPlanFacts } from "@/lib/server/results/compute/load-plan-facts";
import { editionOf } from "./edition";
import { readFramework } from "./plan-framework";

// What earlier versions wrote: places and codes beside a node or an indicator, words, baselines and targets in versions of their
// own, of which the highest was read.

const editions = "20261127210000_framework_editions";

let database: Database;

beforeAll(async () => {
  database = await databaseBefore(editions);
  await database.pool.query(`
    INSERT INTO plan (id, code, starts_on, ends_on, results_version, is_reference)
      VALUES (1, 'p', '2015-01-01', '2018-12-31', 6, false), (2, 'q', '2015-01-01', '2018-12-31', 1, true);
    INSERT INTO results_version (plan_id, version, cause, subject, created_at)
      VALUES (1, 1, 'framework', 'framework p', '2016-03-04 05:06:07');
    INSERT INTO reporting_unit (id, plan_id, code, level, position) VALUES (1, 1, 'REGION', 'region', 0);
    INSERT INTO reporting_unit (id, plan_id, code, level, position, parent_id) VALUES (2, 1, 'THA', 'country', 1, 1);
    INSERT INTO reporting_period (id, plan_id, code, frequency, starts_on, ends_on, due_on)
      VALUES (1, 1, '2015', 'annual', '2015-01-01', '2015-12-31', '2016-03-31');
    INSERT INTO framework_node (id, plan_id, kind, code, parent_id, position)
      VALUES (1, 1, 'pillar', 'P1', NULL, 0), (2, 1, 'goal', 'G1', 1, 0), (3, 2, 'pillar', 'P1', NULL, 0);
    INSERT INTO framework_node_version (id, node_id, version) VALUES (11, 1, 1), (12, 1, 2), (21, 2, 1), (31, 3, 1);
    INSERT INTO framework_node_text (node_version_id, locale, title)
      VALUES (11, 'en', 'Before'), (12, 'en', 'Pillar'), (21, 'en', 'Goal'), (21, 'th', 'เป้าหมาย'), (31, 'en', 'Other');
    INSERT INTO indicator (id, plan_id, code, node_id, position, level) VALUES (1, 1, 'G1.1-a', 2, 4, 'country');
    INSERT INTO indicator_version (id, indicator_id, version, type, direction, accumulation, aggregation, unit)
      VALUES (5, 1, 1, 'number', 'increase', 'snapshot', 'sum', 'persons'), (6, 1, 2, 'number', 'increase', 'snapshot', 'sum', 'persons');
    INSERT INTO indicator_version_text (indicator_version_id, locale, title, definition, computation, source, responsible)
      VALUES (5, 'en', 'First', '', '', '', ''), (6, 'en', 'Second', '', '', '', '');
    INSERT INTO milestone_step (indicator_version_id, step) VALUES (6, 0);
    INSERT INTO milestone_step_text (indicator_version_id, step, locale, title) VALUES (6, 0, 'en', 'None');
    INSERT INTO baseline (indicator_version_id, unit_id, version, measured_on, number)
      VALUES (5, 2, 1, '2014-12-31', 1), (5, 2, 2, '2014-12-31', 2), (6, 2, 1, '2014-12-31', 3);
    INSERT INTO target (indicator_version_id, unit_id, period_id, version, number)
      VALUES (5, 2, 1, 1, 10), (5, 2, 1, 3, 30), (5, 2, 1, 2, 20);
    INSERT INTO path_note (indicator_version_id, unit_id, note) VALUES (5, 2, 'Why');`);
  await deployMigrations(database.pool);
});
afterAll(async () => {
  await database.close();
});

describe("an upgrade from a framework without editions", () => {
  it("makes what stands in each plan its first edition, which all its results versions read", async () => {
    const rows = await database.prisma.frameworkEdition.findMany({ orderBy: { planId: "asc" } });
    expect(rows).toMatchObject([
      { planId: 1, number: 1, isReference: false, fromVersion: 1, untilVersion: null, datedOn: new Date("2016-03-04") },
      { planId: 2, number: 1, isReference: true, fromVersion: 1, untilVersion: null },
    ]);
    for (const version of [1, 6]) {
      const { pillars, goals, indicators } = await readFramework(database.prisma, editionOf(1, version), "th");
      expect({ pillars, goals }).toEqual({
        pillars: [{ id: 1, code: "P1", title: "Pillar" }],
        goals: [{ code: "G1", pillar: "P1", title: "เป้าหมาย", shortTitle: "" }],
      });
      expect(indicators.map(({ versions }) => versions.map(({ view }) => [view.code, view.goal, view.title]))).toEqual([
        [
          ["G1.1-a", "G1", "Second"],
          ["G1.1-a", "G1", "First"],
        ],
      ]);
      expect(indicators[0]?.versions[0]?.view.steps).toEqual(["None"]);
    }
  });

  it("keeps the baselines and targets that were read", async () => {
    const { indicators } = await loadPlanFacts(database.prisma, 1);
    const number = (number: string) => ({ kind: "number", number });
    const set = indicators[0]!.versions.map(({ baselines, targets }) => [
      baselines.get(2)?.value,
      targets.get(2)?.map(({ value }) => value),
    ]);
    expect(set).toEqual([
      [number("2"), [number("30")]],
      [number("3"), undefined],
    ]);
    expect(await database.prisma.pathNote.findMany()).toMatchObject([
      { indicatorVersionId: 5, unitId: 2, note: "Why" },
    ]);
  });
});
