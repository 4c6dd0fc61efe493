import { describe, expect, it } from "vitest";
import { relyingParty } from "./relying-party";

const of = (headers: Record<string, string>) => relyingParty(new Headers(headers));

describe("whom passkeys are for", () => {
  it("is the host name, and the origin with its port", () => {
    expect(of({ host: "localhost:3000" })).toEqual({ id: "localhost", origin: "http://localhost:3000" });
    const behind = { host: "127.0.0.1:3000", "x-forwarded-host": "spaiv.example", "x-forwarded-proto": "https" };
    expect(of(behind)).toEqual({ id: "spaiv.example", origin: "https://spaiv.example" });
    expect(of({ "x-forwarded-host": "spaiv.example:443", "x-forwarded-proto": "https" })).toMatchObject({
      origin: "https://spaiv.example",
    });
  });

  it.each(["127.0.0.1:3000", "[::1]:3000", "10.1.2.3"])("is nobody at the address of numbers %s", (host) => {
    expect(of({ host })).toBe("ipAddress");
    expect(of({ host, "x-forwarded-proto": "https" })).toBe("ipAddress");
  });

  it("is nobody where browsers use none: over plain http, or where no host is known", () => {
    expect(of({ host: "spaiv.example" })).toBe("notSecure");
    expect(of({})).toBe("notSecure");
    expect(of({ host: "not a host" })).toBe("notSecure");
  });
});
