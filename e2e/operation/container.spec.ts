import { execFile, spawnSync } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";

// The image, where there is a container engine to build it.

const root = path.resolve(import.meta.dirname, "../..");
const image = `spaiv-monitor-test-${process.pid}`;
const docker = async (...args: string[]) => (await promisify(execFile)("docker", args, { cwd: root })).stdout;
const isThere = spawnSync("docker", ["info"], { stdio: "ignore" }).status === 0;

test("the image makes its first administrator, and holds none of the builder's settings", async () => {
  test.skip(!isThere || !!process.env.SPAIV_TEST_DATABASE_URL, "no container engine, or done already");
  test.setTimeout(20 * 60_000);
  await docker("build", "--quiet", "--tag", image, ".");
  try {
    const run = [
      "run",
      "--rm",
      "--env",
      "SPAIV_DEMO=0",
      "--env",
      "SPAIV_ADMIN_PASSWORD=seven quiet rivers at dawn",
      image,
    ];
    const create = ["npm", "run", "admin:create", "--", "--email", "you@example.org", "--name", "You"];
    expect(await docker(...run, ...create)).toContain("You <you@example.org> is an administrator now.");
    expect((await docker(...run, "whoami")).trim()).toBe("node");
    expect((await docker(...run, "ls", "-A")).split("\n")).not.toContain(".env");
  } finally {
    await docker("image", "rm", "--force", image);
  }
});
