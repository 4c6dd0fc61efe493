import path from "node:path";
import { defineConfig } from "vitest/config";

// `unit` runs anywhere; `database` is what talks to a real database (lib/server/db/testing.ts).

const databaseTests = "**/*.db.test.ts";

export default defineConfig({
  resolve: {
    alias: {
      "@": path.resolve(import.meta.dirname),
      "server-only": path.resolve(import.meta.dirname, "lib/server/server-only.stub.ts"),
    },
  },
  test: {
    // It ends what hangs: how long a test takes is the machine's business.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Left to itself, Vitest keeps one core free for somebody who waits.
    maxWorkers: "100%",
    // No test replaces a module, and each file opens a database of its own, so that modules are read once a worker.
    isolate: false,
    tags: [{ name: "long", description: "Takes two seconds or more: run by npm run test:all, not by npm test." }],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,prisma,components,scripts,app,test}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", databaseTests],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: [`{lib,prisma,app}/${databaseTests}`],
          globalSetup: "lib/server/db/template.testing.ts",
        },
      },
    ],
  },
});
