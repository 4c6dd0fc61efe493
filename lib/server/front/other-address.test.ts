import { afterEach, describe, expect, it } from "vitest";
import { otherAddressHeader } from "@/lib/server/http/site-address";
import { noteOtherAddress, otherAddress, seenHeader } from "./other-address";

const before = { ...process.env };
afterEach(() => {
  for (const name of ["NEXTAUTH_URL", "SPAIV_TRUST_PROXY"])
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
});

const site = (url: string, proxies = 0) =>
  Object.assign(process.env, { NEXTAUTH_URL: url, SPAIV_TRUST_PROXY: String(proxies) });
const noted = (headers: Record<string, string>, url = "/en/sign-in") => {
  const sent = { ...headers };
  noteOtherAddress({ headers: sent, url });
  return sent[otherAddressHeader as keyof typeof sent];
};

describe("the address that was typed", () => {
  it("is another than the site's where its host or port is", () => {
    site("https://monitor.example.org");
    for (const host of ["monitor.example.org", "MONITOR.example.org", "monitor.example.org:443"])
      expect(otherAddress({ host }), host).toBeNull();
    expect(otherAddress({ host: "10.0.0.7:3000" })).toBe("10.0.0.7:3000");
    site("http://127.0.0.1:3000");
    expect(otherAddress({ host: "127.0.0.1:3000" })).toBeNull();
    expect(otherAddress({ host: "localhost:3000" })).toBe("localhost:3000");
    expect(otherAddress({ host: "a b" })).toBeNull();
  });

  it("is what a trusted proxy says, with its protocol, and nobody else", () => {
    const headers = { host: "127.0.0.1:3000", "x-forwarded-host": "monitor.example.org", "x-forwarded-proto": "http" };
    site("https://monitor.example.org");
    expect(otherAddress(headers)).toBe("127.0.0.1:3000");
    site("https://monitor.example.org", 1);
    expect(otherAddress(headers)).toBe("http://monitor.example.org");
    expect(otherAddress({ ...headers, "x-forwarded-proto": "https" })).toBeNull();
  });

  it("isn't asked for where no address is set", () => {
    delete process.env.NEXTAUTH_URL;
    expect(noted({ host: "anything" })).toBeUndefined();
  });

  it("is that of the request for which Next asks this process itself, by whatever name", () => {
    site("https://monitor.example.org");
    const inside = (headers: Record<string, string>) => {
      noteOtherAddress({ headers, url: "/en/people/7" });
      const within: Record<string, string> = { ...headers, host: "127.0.0.1:3000" };
      noteOtherAddress({ headers: within, url: "/en/people/7?done=disabled" });
      return within[otherAddressHeader];
    };
    expect(inside({ host: "monitor.example.org" })).toBeUndefined();
    expect(inside({ host: "old.example.org" })).toBe("old.example.org");
    // Nobody outside can say so.
    expect(noted({ host: "10.0.0.7", [seenHeader]: "forged", [otherAddressHeader]: "forged" })).toBe("10.0.0.7");
  });

  it("is noted for pages, whatever a browser claims, and not for whoever asks for the server's health", () => {
    site("https://monitor.example.org");
    expect(noted({ host: "monitor.example.org", [otherAddressHeader]: "forged" })).toBeUndefined();
    expect(noted({ host: "old.example.org", [otherAddressHeader]: "forged" })).toBe("old.example.org");
    expect(noted({ host: "127.0.0.1:3000" }, "/api/health")).toBeUndefined();
  });
});
