import { decode, encode } from "next-auth/jwt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeSession, sessionCookie, sessionIdOf } from "./session-cookie";

const secret = "q7VZ0c1n8XoRk2LwJtYb5HsEuGdPa9Fi3MxB6CvT";
const session = { id: "the-session", userId: 3, expiresAt: new Date("2026-03-02T20:00:00Z") };

beforeEach(() => {
  process.env.NEXTAUTH_SECRET = secret;
});
afterEach(() => {
  delete process.env.NEXTAUTH_SECRET;
  delete process.env.NEXTAUTH_URL;
});

describe("the session cookie", () => {
  it("names the session, to this server only", async () => {
    const cookie = await encodeSession(session);
    expect(await sessionIdOf(cookie)).toBe("the-session");
    expect(cookie).not.toContain(Buffer.from("the-session").toString("base64url"));
    expect(await decode({ token: cookie, secret })).toMatchObject({ sid: "the-session", sub: "3" });
  });

  it("says nothing when absent, damaged, forged or from another server", async () => {
    const cookie = await encodeSession(session);
    const foreign = await encode({ token: { sid: "the-session" }, secret: `another ${secret}` });
    const without = await encode({ token: { sub: "3" }, secret });
    const over = await encode({ token: { sid: "the-session" }, secret, maxAge: -60 });
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from('{"sid":"the-session"}').toString("base64url")}.`;
    for (const bad of [undefined, "", "x", cookie.slice(0, -2), `${cookie}x`, foreign, without, over, unsigned]) {
      expect(await sessionIdOf(bad)).toBeNull();
    }
  });

  it("is for scripts' eyes never, and for https alone where the site is on https", () => {
    expect(sessionCookie()).toEqual({
      name: "next-auth.session-token",
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: false },
    });
    process.env.NEXTAUTH_URL = "https://spaiv.example";
    expect(sessionCookie()).toMatchObject({ name: "__Host-next-auth.session-token", options: { secure: true } });
    process.env.NEXTAUTH_URL = "http://localhost:4000";
    expect(sessionCookie().options.secure).toBe(false);
  });
});
