import path from "node:path";
import { describe, expect, it } from "vitest";
import { dataFolder } from "@/lib/server/db/client";
import { settingsFault } from "./settings";

/** What nobody may read in a sentence that ends in a log. */
const password = "12secret34";

describe("the settings", () => {
  it("will do where nothing is set, and where all of it is empty", () => {
    expect(settingsFault({})).toBeNull();
    const names = ["SPAIV_DEMO", "DATABASE_URL", "DATABASE_POOL", "NEXTAUTH_URL", "SPAIV_TRUST_PROXY"];
    for (const name of [...names, "SPAIV_LOG_LEVEL", "SPAIV_TIME_ZONE", "SPAIV_LICENCE_URL", "SPAIV_BACKUP_HOURS"])
      expect(settingsFault({ [name]: "" })).toBeNull();
  });

  it.each([
    "postgres://spaiv@127.0.0.1:5432/spaiv",
    `postgresql://spaiv:${password}@database/spaiv?sslmode=verify-full`,
    "postgres://spaiv:a%2Fb%40c%23d@127.0.0.1/spaiv",
    "postgres://spaiv:it's 100%@127.0.0.1/spaiv",
    "postgres://spaiv@[::1]:5433/spaiv",
    "postgres:///spaiv?host=/var/run/postgresql",
    "postgres://",
  ])("take %s for the address of a database", (url) => expect(settingsFault({ DATABASE_URL: url })).toBeNull());

  it.each([
    "foo",
    `mysql://spaiv:${password}@127.0.0.1/spaiv`,
    ` postgres://spaiv:${password}@127.0.0.1/spaiv`,
    `postgres://spaiv:${password}@127.0.0.1/spaiv `,
    `postgres://spaiv:${password}@127.0.0.1:99999/spaiv`,
    `postgres://spaiv:${password}@127.0.0.1:0/spaiv`,
    `postgres://spaiv:${password}@127.0.0.1:abc/spaiv`,
    `postgres://spaiv:${password}@127.0.0.1/spaiv?port=abc`,
    `postgres://spaiv:${password}/x@127.0.0.1/spaiv`,
    `postgres://spaiv:${password}#x@127.0.0.1/spaiv`,
    `postgres://spaiv:x@${password}/x@127.0.0.1/spaiv`,
    // As far as the mark, digits would be a port: what follows is still none.
    `postgres://spaiv:12/${password}@127.0.0.1/spaiv`,
    `postgres://spaiv:12#${password}@127.0.0.1/spaiv`,
    `postgres://spaiv:12?${password}@127.0.0.1/spaiv`,
    `postgres://spaiv@127.0.0.1/spaiv#${password}`,
  ])("refuse %s as the address of a database, and don't repeat it", (url) => {
    const fault = settingsFault({ DATABASE_URL: url });
    expect(fault).toMatch(/^DATABASE_URL (?:doesn't begin with postgres:\/\/|can't be read).*PGPASSWORD/);
    expect(fault).not.toContain(password);
  });

  it("take a second address of the database beside the first alone, and don't repeat it", () => {
    const [url, owner] = ["postgres://spaiv@127.0.0.1/spaiv", `postgres://owner:${password}@127.0.0.1/spaiv`];
    expect(settingsFault({ DATABASE_URL: url, MIGRATE_DATABASE_URL: owner })).toBeNull();
    for (const variables of [
      { MIGRATE_DATABASE_URL: owner },
      { DATABASE_URL: url, MIGRATE_DATABASE_URL: `${owner}#` },
    ]) {
      expect(settingsFault(variables)).toMatch(/^MIGRATE_DATABASE_URL /);
      expect(settingsFault(variables)).not.toContain(password);
    }
  });

  it("name the file of certificates that isn't there", () => {
    const url = `postgres://spaiv:${password}@127.0.0.1/spaiv?sslmode=verify-full&sslrootcert=/nowhere/authority.crt`;
    expect(settingsFault({ DATABASE_URL: url })).toBe(
      "DATABASE_URL names a file of certificates that can't be read: /nowhere/authority.crt",
    );
  });

  it.each([
    ["SPAIV_DEMO", ["0", "1"], ["false", "no", "0 ", " ", "00", "O", "true"]],
    ["DATABASE_POOL", ["1", "25"], ["0", "-1", "many", "1.5", "1e2", " 5"]],
    ["SPAIV_TRUST_PROXY", ["0", "1", "2"], ["yes", "-1", "0.5", "10.0.0.1", "true"]],
    ["SPAIV_PAGE_CACHE_MB", ["1", "96", "2048"], ["0", "-5", "1.5", "96MB", "all"]],
    ["SPAIV_TIME_ZONE", ["Asia/Bangkok"], ["foo"]],
    ["SPAIV_LOG_LEVEL", ["debug"], ["loud"]],
    ["SPAIV_LICENCE_URL", ["https://example.org/terms"], ["CC-BY-4.0"]],
    [
      "NEXTAUTH_URL",
      ["https://monitor.example.org", "https://Monitor.example.org:443/", "http://127.0.0.1:3000"],
      ["monitor.example.org", "https://example.org/monitor", "https://example.org/?a", "https://a:b@example.org"],
    ],
    ["SPAIV_BACKUP_KEEP", ["1"], ["0"]],
  ])("let %s be any of %j, and refuse %j by its name", (name, good, bad) => {
    for (const value of good) expect(settingsFault({ [name]: value })).toBeNull();
    for (const value of bad) expect(settingsFault({ [name]: value })).toContain(name);
  });

  it("say how the site's address is written without its path", () =>
    expect(settingsFault({ NEXTAUTH_URL: "https://example.org/monitor" })).toMatch(/ Write https:\/\/example\.org$/));
});

it("an empty folder of data is an unset one", () => {
  const before = process.env.SPAIV_DATA_DIR;
  try {
    process.env.SPAIV_DATA_DIR = "";
    expect(dataFolder()).toBe(path.resolve(".data"));
  } finally {
    if (before === undefined) delete process.env.SPAIV_DATA_DIR;
    else process.env.SPAIV_DATA_DIR = before;
  }
});
