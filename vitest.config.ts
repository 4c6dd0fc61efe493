import path from "node:path";
import { defineConfig } from "vitest/config";

// Unit tests run anywhere; `*.db.test.ts` talk to a real database (see lib/server/db/testing.ts).
export default defineConfig({
  resolve: {
    alias: {
      "@": path.resolve(import.meta.dirname),
      "server-only": path.resolve(import.meta.dirname, "lib/server/server-only.stub.ts"),
    },
  },
  test: {
    include: ["{lib,prisma,components,scripts,app}/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
