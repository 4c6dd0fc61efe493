import { describe, expect, it } from "vitest";
import { vouchedFor } from "./vouched-for";

const issuer = "https://login.example.org";
const read = (claims: object) => vouchedFor({ iss: issuer, sub: "s1", ...claims }, { issuer });

describe("whom a provider vouches for", () => {
  it("has the address that it verified, in small letters", () =>
    expect(read({ email: "Malee@Example.org", email_verified: true })).toEqual({
      issuer,
      subject: "s1",
      verifiedEmail: "malee@example.org",
    }));

  it.each([{}, { email_verified: false }, { email_verified: "true" }, { email_verified: 1 }, { email_verified: null }])(
    "has none where it says %j of it",
    (said) => expect(read({ email: "malee@example.org", ...said })).toMatchObject({ verifiedEmail: null }),
  );

  it("has none where what it verified is no text", () =>
    expect(read({ email: ["malee@example.org"], email_verified: true })).toMatchObject({ verifiedEmail: null }));

  it("is nobody where it isn't the site's provider, or names nobody", () => {
    expect(() => read({ iss: "https://other.example" })).toThrow("https://other.example");
    for (const sub of [undefined, "", 7, "s".repeat(256)]) expect(() => read({ sub })).toThrow();
  });

  it("is the site's provider with and without a slash at the end", () =>
    expect(read({ iss: `${issuer}/` })).toMatchObject({ issuer }));
});
