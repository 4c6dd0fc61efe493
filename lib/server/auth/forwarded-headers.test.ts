import { afterEach, describe, expect, it } from "vitest";
import { settleForwardedHeaders } from "./forwarded-headers";

afterEach(() => {
  delete process.env.SPAIV_TRUST_PROXY;
  delete process.env.NEXTAUTH_URL;
});

function settled(sent: Record<string, string>, peer = "192.0.2.1") {
  const headers: Record<string, string | string[] | undefined> = { ...sent };
  settleForwardedHeaders(headers, peer);
  return headers;
}
const forged = {
  "x-forwarded-for": "198.51.100.7",
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-forwarded-port": "444",
  forwarded: "for=198.51.100.7",
  accept: "text/html",
};

describe("forwarded headers", () => {
  it("of a client are worth nothing", () => {
    expect(settled(forged)).toEqual({ "x-forwarded-for": "192.0.2.1", accept: "text/html" });
    expect(settled({})).toEqual({ "x-forwarded-for": "192.0.2.1" });
  });

  it.each([
    ["1", "203.0.113.5", "203.0.113.5"],
    ["1", "198.51.100.7, 203.0.113.5", "203.0.113.5"],
    ["2", "198.51.100.7, 203.0.113.5, 10.0.0.2", "203.0.113.5"],
    ["2", "10.0.0.2", "192.0.2.1"],
    ["1", "", "192.0.2.1"],
    ["-1", "198.51.100.7", "192.0.2.1"],
    ["yes", "198.51.100.7", "192.0.2.1"],
  ])("with %s trusted proxies, %j means %s", (proxies, chain, address) => {
    process.env.SPAIV_TRUST_PROXY = proxies;
    expect(settled({ "x-forwarded-for": chain })["x-forwarded-for"]).toBe(address);
  });

  it("of a trusted proxy name the site", () => {
    process.env.SPAIV_TRUST_PROXY = "1";
    expect(settled(forged)).toMatchObject({ "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" });
  });

  it("give way to the configured address", () => {
    process.env.NEXTAUTH_URL = "https://spaiv.example";
    expect(settled(forged)).toMatchObject({ "x-forwarded-host": "spaiv.example", "x-forwarded-proto": "https" });
    expect(settled({})).toMatchObject({ "x-forwarded-host": "spaiv.example", "x-forwarded-proto": "https" });
  });
});
