import { describe, expect, it } from "vitest";
import { settingsFault } from "@/lib/server/settings";
import { providerSettings } from "./provider-settings";

const secret = "12secret34";
const all = {
  NEXTAUTH_URL: "https://monitor.example.org",
  SPAIV_OIDC_ISSUER: "https://login.example.org/realms/office/",
  SPAIV_OIDC_CLIENT_ID: "monitor",
  SPAIV_OIDC_CLIENT_SECRET: secret,
};

describe("the settings of an identity provider", () => {
  it("are all there, or none of them", () => {
    expect([settingsFault(all), settingsFault({})]).toEqual([null, null]);
    for (const name of ["SPAIV_OIDC_ISSUER", "SPAIV_OIDC_CLIENT_ID", "SPAIV_OIDC_CLIENT_SECRET"]) {
      const fault = settingsFault({ ...all, [name]: "" });
      expect(fault).toContain(`${name} isn't`);
      expect(fault).not.toContain(secret);
    }
    expect(settingsFault({ SPAIV_OIDC_NAME: "Mekong ID" })).toContain("SPAIV_OIDC_ISSUER isn't");
  });

  it("need the address that people are led back to", () =>
    expect(settingsFault({ ...all, NEXTAUTH_URL: "" })).toContain("NEXTAUTH_URL isn't"));

  it.each([
    "login.example.org",
    "http://login.example.org",
    "https://me:pass@login.example.org",
    "https://login.example.org/?tenant=1",
    "https://login.example.org/.well-known/openid-configuration",
  ])("refuse %s as the provider's address", (issuer) =>
    expect(settingsFault({ ...all, SPAIV_OIDC_ISSUER: issuer })).toMatch(/^SPAIV_OIDC_ISSUER .* Write the provider's/),
  );

  it("take a provider of this machine in clear", () =>
    expect(settingsFault({ ...all, SPAIV_OIDC_ISSUER: "http://127.0.0.1:4000" })).toBeNull());

  it("refuse a name that is no label of a button", () => {
    for (const name of ["a\nb", "long ".repeat(20)])
      expect(settingsFault({ ...all, SPAIV_OIDC_NAME: name })).toMatch(/^SPAIV_OIDC_NAME /);
  });

  it("name it by its host where it has no name, and its issuer without a slash at the end", () => {
    expect(providerSettings(all)).toMatchObject({
      issuer: "https://login.example.org/realms/office",
      name: "login.example.org",
    });
    expect(providerSettings({ ...all, SPAIV_OIDC_NAME: "Office" })).toMatchObject({ name: "Office" });
    expect(providerSettings({})).toBeNull();
  });
});
