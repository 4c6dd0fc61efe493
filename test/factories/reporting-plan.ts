import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import type { Framework } from "@/lib/schemas/framework/framework";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeReporting, type Reporting } from "./make-reporting";
import { smallFramework } from "./small-framework";

interface ReportingTests {
  readonly database: Database;
  readonly plan: Reporting;
  /** Makes another plan, in the place of the present one; its framework may be changed before. */
  anew: (change?: (framework: Framework) => void) => Promise<void>;
}

/** A database for the tests of a file, and a plan of its own for each of them. To be read within a test. */
export function reportingTests(): ReportingTests {
  let database: Database;
  let plan: Reporting;
  let plans = 0;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());
  const anew = async (change?: (framework: Framework) => void) => {
    plans++;
    const framework = smallFramework(`plan${plans}`);
    change?.(framework);
    plan = await makeReporting(database.prisma, framework.plan.code, framework);
  };
  beforeEach(() => anew());
  return {
    anew,
    get database() {
      return database;
    },
    get plan() {
      return plan;
    },
  };
}

/** A refusal with that code, and more of it where that is told. */
export const refusal = (code: string, more = {}) => expect.objectContaining({ code, ...more });
