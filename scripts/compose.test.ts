import { readFileSync } from "node:fs";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { parse } from "yaml";

// The container passes every variable of docs/configuration.md.

interface Service {
  restart: string;
  environment: Record<string, string>;
  init?: boolean;
  stop_grace_period?: string;
  volumes: string[];
}
interface Compose {
  services: Record<"monitor" | "database" | "proxy", Service>;
}

const { services } = parse(readFileSync("compose.yaml", "utf8")) as Compose;
const passed = services.monitor.environment;

/** Set by the image, or by whoever makes the first administrator. */
const ofImage = ["PORT", "HOST", "SPAIV_DATA_DIR"];
const ofCommand = ["SPAIV_ADMIN_PASSWORD"];

function documentedVariables(): string[] {
  const [tables] = readFileSync("docs/configuration.md", "utf8").split("\n## Docker Compose");
  const names = tables!.split("\n").flatMap((line) => line.match(/^\| (.*?) \|/)?.[1]?.match(/[A-Z][A-Z0-9_]+/g) ?? []);
  return [...new Set(names)];
}

describe("compose.yaml", () => {
  afterEach(() => {
    delete process.env.PGPASSWORD;
  });

  it("passes every documented variable that the image doesn't set", () => {
    const image = readFileSync("Dockerfile", "utf8").split("\nFROM ").at(-1)!;
    for (const name of ofImage) expect(image).toContain(` ${name}=`);
    expect([...Object.keys(passed), ...ofImage, ...ofCommand]).toEqual(expect.arrayContaining(documentedVariables()));
  });

  it("starts everything again after a failure or a restart of the machine", () => {
    expect(Object.values(services).map(({ restart }) => restart)).toEqual(Array(3).fill("unless-stopped"));
  });

  it("gives a server as long to stop as the systemd unit does, even while it starts", () => {
    const [, seconds] = readFileSync("docs/operations.md", "utf8").match(/^TimeoutStopSec=(\d+)$/m)!;
    expect(services.monitor).toMatchObject({ init: true, stop_grace_period: `${seconds}s` });
  });

  it("drops a request id sent by a client, as the proxies in the manual do", () => {
    expect(services.proxy.volumes).toContain("./Caddyfile:/etc/caddy/Caddyfile:ro");
    const [, manual] = readFileSync("docs/operations.md", "utf8").match(/^```\nmonitor\.example\.org (\{.*?)^```$/ms)!;
    const ours = readFileSync("Caddyfile", "utf8").replace(/^#.*\n/, "");
    expect(ours).toBe(`{$SPAIV_DOMAIN:localhost} ${manual!.replace("127.0.0.1:3000", "monitor:3000")}`);
    expect(ours).toContain("header_up -X-Request-Id");
  });

  it.each(["a/b", "p@ss:w%41rd?#", "plain"])("reaches the database with the password %s", (password) => {
    expect(passed.PGPASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
    process.env.PGPASSWORD = password;
    const { host, user, database, password: sent } = new pg.Client({ connectionString: passed.DATABASE_URL });
    expect([host, user, database, sent]).toEqual(["database", "spaiv", "spaiv", password]);
  });

  it("leaves a developer's settings and data out of the image", () => {
    const left = readFileSync(".dockerignore", "utf8").split("\n");
    expect(left).toEqual(expect.arrayContaining(["**/.env", "**/.env.*", "**/.data", "**/node_modules", ".git"]));
  });
});
