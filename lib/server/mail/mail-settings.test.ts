import { describe, expect, it } from "vitest";
import { settingsFault } from "@/lib/server/settings";
import { mailSettings } from "./mail-settings";

const rest = { SPAIV_MAIL_FROM: "SPAIV Monitor <monitor@example.org>", NEXTAUTH_URL: "https://monitor.example.org" };

describe("the settings of mail", () => {
  it("are read from an address, a password of which is encoded", () => {
    expect(mailSettings({ ...rest, SPAIV_SMTP_URL: "smtp://me%40example.org:p%3A%2Fw@mail.example.org" })).toEqual({
      host: "mail.example.org",
      port: 587,
      secure: false,
      requireTLS: true,
      credentials: { user: "me@example.org", pass: "p:/w" },
      from: { name: "SPAIV Monitor", address: "monitor@example.org" },
    });
    const plain = mailSettings({ ...rest, SPAIV_SMTP_URL: "smtps://mail.example.org" });
    expect(plain).toMatchObject({ port: 465, secure: true, credentials: null });
    expect(mailSettings({})).toBeNull();
  });

  it.each([
    [{ SPAIV_SMTP_URL: "mail.example.org" }, "smtp://"],
    [{ SPAIV_SMTP_URL: "smtp://me:se/cret@mail.example.org" }, "SPAIV_SMTP_URL can't be read"],
    [{ SPAIV_SMTP_URL: "smtp://me@mail.example.org" }, "SPAIV_SMTP_URL can't be read"],
    [{ SPAIV_MAIL_FROM: "nobody" }, "SPAIV_MAIL_FROM is no address"],
    [{ SPAIV_SMTP_URL: "smtp://mail.example.org", SPAIV_MAIL_FROM: "" }, "SPAIV_MAIL_FROM isn't"],
    [{ SPAIV_SMTP_URL: "smtp://mail.example.org", NEXTAUTH_URL: "" }, "NEXTAUTH_URL isn't"],
  ])("are refused with a sentence that says no password: %o", (set, said) => {
    const fault = settingsFault({ ...rest, ...set });
    expect(fault).toContain(said);
    expect(fault).not.toContain("cret");
  });
});
