import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { digestMailKinds, type MailKind, mailKinds } from "@/lib/domain/mail";
import { locales } from "@/lib/i18n/routing";
import type { ToldOfRecommendation } from "@/lib/server/youth/recommendations-told";
import { composeMail, MASKED } from "./compose-mail";
import type { ReadNotice } from "./read-notices";

const now = new Date("2018-05-21T00:00:00Z");
const place = {
  plan: { code: "spaiv", title: "SPAIV" },
  unit: { code: "THA", name: "Thailand" },
  period: { code: "2017", name: "2017", dueOn: "2018-05-28" },
};
const report = { plan: "spaiv", unit: "THA", period: "2017" };
const args: Record<MailKind, object> = {
  dueSoon: { ...report, step: 1 },
  dueToday: { ...report, step: 1 },
  overdue: { ...report, step: 2 },
  reminder: report,
  returned: report,
  query: { ...report, indicators: ["G2.1-a", "G1.1-a"] },
  reply: { ...report, indicator: "G2.1-a" },
  assignment: { ...report, indicators: ["G2.1-a"] },
  handedBack: { ...report, indicators: ["G2.1-a"] },
  takenOver: { ...report, indicators: ["G2.1-a"] },
  mention: { ...report, indicator: "G2.1-a" },
  observationCheck: { plan: "spaiv", unit: "THA", observations: [28, 21] },
  observationReply: { plan: "spaiv", unit: "THA", observations: [28] },
  observationValidity: { plan: "spaiv", unit: "THA", observations: [21] },
  observationNews: { plan: "spaiv", unit: "THA", observations: [21] },
  platformReply: { plan: "spaiv", unit: "THA", reports: ["CSO-THA-2017"] },
  platformNews: { plan: "spaiv", unit: "THA", reports: ["CSO-THA-2017"] },
  recommendationCheck: { plan: "spaiv", unit: "REGION", recommendations: [28] },
  recommendationReply: { plan: "spaiv", unit: "THA", recommendations: [28] },
  recommendationNews: { plan: "spaiv", unit: "THA", recommendations: [28] },
  invitation: { invitation: 93 },
  passwordLink: { passwordLink: 94 },
  forgottenPassword: { passwordLink: 95 },
  newPlace: { at: now.toISOString() },
  identityLinked: { at: now.toISOString() },
  passkeyAdded: { at: now.toISOString() },
  passkeyRemoved: { at: now.toISOString() },
};
const link = { path: (locale: string) => `/${locale}/invitation/s3cret`, until: new Date("2018-05-28T00:00:00Z") };
const notice = (kind: MailKind, id = 1): ReadNotice => {
  const isOfReport = digestMailKinds.some((each) => each === kind);
  const recommended = kind.startsWith("recommendation") ? [recommendation(28, "waits")] : [];
  return {
    id,
    kind,
    args: args[kind],
    leftOut: null,
    place: isOfReport ? place : null,
    link,
    recommended,
  } as ReadNotice;
};
const recommendation = (number: number, says: ToldOfRecommendation["says"], dueOn: string | null = "2018-05-28") => ({
  id: number + 900,
  number,
  says,
  dueOn,
});

beforeAll(() => vi.stubEnv("NEXTAUTH_URL", "https://monitor.example.org"));
afterAll(() => vi.unstubAllEnvs());

/** Values and dates that a mail may say: of days, the codes, the link's and its own. */
const allowed = ["2017", "2018", "2560", "2561", "21", "28", "5", "7", "07", "00", "1", "2", "2.1", "1.1", "G2", "G1"];

describe.each(locales)("mail in %s", (locale) => {
  it.each(mailKinds)("says of %s only codes, names of units, days and links to the site", async (kind) => {
    const mail = (await composeMail([notice(kind)], locale, now))!;
    const links = mail.text.match(/https?:\S+/g)!;
    expect(links.filter((href) => !href.startsWith(`https://monitor.example.org/${locale}/`))).toEqual([]);
    const said = [mail.subject, mail.text.replace(/https?:\S+/g, "")].join("\n");
    expect(said).not.toMatch(/@|\{|undefined|null|mail\./);
    const numbers = said.match(/\d+(?:\.\d+)?/g) ?? [];
    expect(numbers.filter((number) => !allowed.includes(number))).toEqual([]);
    expect(mail.html).toContain(`lang="${locale}"`);
    expect(mail.html).not.toMatch(/<script|<img|<link|src=/);
  });

  it("says of a name in a query under review, and of what is no longer assigned, other words than of their kinds", async () => {
    const said = async (kind: MailKind, more: object) => {
      const told = { ...notice(kind), args: { ...args[kind], ...more } } as ReadNotice;
      return (await composeMail([told], locale, now))!.text.split("\n").find((line) => line.includes("G2.1-a"));
    };
    for (const [kind, more] of [
      ["mention", { inReview: true }],
      ["takenOver", { reassigned: true }],
    ] as const) {
      const [usual, own] = [await said(kind, {}), await said(kind, more)];
      expect(own).not.toBe(usual);
      expect(own).not.toMatch(/\{|mail\./);
    }
  });

  it("says of recommendations what is so of each, and by which day", async () => {
    const told = [
      recommendation(1, "waits"),
      recommendation(2, "missed"),
      recommendation(5, "news"),
      recommendation(7, "waits", null),
      recommendation(21, "check", null),
    ];
    const said = { ...notice("recommendationReply"), place: { ...place, period: null }, recommended: told };
    const { text } = (await composeMail([said as ReadNotice], locale, now))!;
    const lines = text.split("\n").filter((line) => !line.includes("http"));
    const ofNumber = (number: number) =>
      lines.filter((line) => line.match(new RegExp(`(?<![\\d.])${number}[.。។၊။]?(?: 号)?[.。។။]?$`)));
    const day = /28|၂၈|២៨|໒໘|๒๘/;
    expect([1, 2, 5, 7, 21].map((number) => ofNumber(number).length)).toEqual([1, 1, 1, 1, 1]);
    expect([1, 2, 5, 7, 21].map((number) => day.test(ofNumber(number)[0]!))).toEqual([true, true, false, false, false]);
  });

  it("speaks in the name of the site, where it has one", async () => {
    const mail = (await composeMail([notice("reminder")], "en", now, { site: "Mekong Monitor" }))!;
    expect(mail.subject).toContain("Mekong Monitor: ");
    expect(mail.text + mail.html).not.toContain("SPAIV Monitor");
  });

  it("leads to the choice of mails wherever its reader has an account, and not from an invitation", async () => {
    for (const kind of mailKinds) {
      const mail = (await composeMail([notice(kind)], locale, now))!;
      const leads = [mail.text, mail.html].map((said) => said.includes(`/${locale}/account#mail`));
      expect([kind, ...leads]).toEqual([kind, kind !== "invitation", kind !== "invitation"]);
    }
  });

  it("hides a link that lets in from whoever reads the outbox", async () => {
    for (const kind of ["invitation", "passwordLink", "forgottenPassword"] as const) {
      const own = (await composeMail([notice(kind)], locale, now))!;
      expect(own.text).toContain(`https://monitor.example.org/${locale}/invitation/s3cret`);
      const shown = (await composeMail([notice(kind)], locale, now, { isMasked: true }))!;
      expect(shown.text + shown.html).not.toContain("s3cret");
      expect(shown.text).toContain(MASKED);
    }
  });

  it("says how many passkeys go on signing in after another password, where there are any", async () => {
    const said = async (passkeys: number) => {
      const asked = notice("forgottenPassword");
      const told = { ...asked, link: { ...asked.link!, passkeys } } as ReadNotice;
      return (await composeMail([told], locale, now))!.text;
    };
    expect(await said(0)).not.toMatch(/passkey|พาสคีย์|通行密钥/i);
    expect(await said(2)).toMatch(/พาสคีย์ 2|2 个通行密钥|2.*passkey|passkey.* 2/i);
  });
});

describe("a day's mail", () => {
  it("says all of a report in one place, and leaves out what is settled", async () => {
    const settled = { ...notice("overdue", 3), leftOut: "settled" } as ReadNotice;
    const mail = (await composeMail([notice("query"), notice("returned", 2), settled], "en", now))!;
    expect(mail.text).toBe(`Good day

This is what is new for you in SPAIV Monitor.

Thailand, report of 2017 (SPAIV)
The review has queries about indicators: G1.1-a and G2.1-a.
The report was returned to you. The review says what to change.
Open in SPAIV Monitor: https://monitor.example.org/en/spaiv/reports/THA/2017

Choose what you are told by mail: https://monitor.example.org/en/account#mail
`);
  });

  it("names a reopening as one: there is no review that says what to change", async () => {
    const reopened = { ...notice("returned"), args: { ...report, reopened: true } } as ReadNotice;
    const { text } = (await composeMail([reopened], "en", now))!;
    expect(text).toContain("The report was reopened after its approval. Its page says why");
    expect(text).not.toContain("review");
  });

  it("leads to what was handed back where it tells of nothing else", async () => {
    const leadsTo = async (...kinds: MailKind[]) =>
      (await composeMail(
        kinds.map((kind, at) => notice(kind, at)),
        "en",
        now,
      ))!.text.match(/Open in .*: https:\/\/monitor\.example\.org(\S+)/)![1];
    expect(await leadsTo("handedBack")).toBe("/en/spaiv/reports/THA/2017/check#handed-back");
    expect(await leadsTo("handedBack", "overdue")).toBe("/en/spaiv/reports/THA/2017");
  });

  it("leads to the review at the indicator on which a colleague names its reader, or among all that have queries", async () => {
    const named = (indicator: string) =>
      ({ ...notice("mention"), args: { ...report, indicator, inReview: true } }) as ReadNotice;
    const mail = (await composeMail([notice("mention"), named("G1.1-a")], "en", now))!;
    expect(mail.text).toContain(`Thailand, report of 2017 (SPAIV)
You are told of comments or queries on indicators: G2.1-a.
Open in SPAIV Monitor: https://monitor.example.org/en/spaiv/reports/THA/2017

Thailand, report of 2017 (SPAIV)
In the review of this report, a colleague names you in queries about indicators: G1.1-a.
Open in SPAIV Monitor: https://monitor.example.org/en/spaiv/review/THA/2017?tab=all#G1.1-a
`);
    const several = (await composeMail([named("G2.1-a"), named("G1.1-a")], "en", now))!;
    expect(several.text).toContain(`queries about indicators: G1.1-a and G2.1-a.
Open in SPAIV Monitor: https://monitor.example.org/en/spaiv/review/THA/2017?tab=queries
`);
    const replied = (await composeMail([named("G1.1-a"), notice("reply")], "en", now))!;
    expect(replied.text).toContain("https://monitor.example.org/en/spaiv/review/THA/2017\n");
  });

  it("leads to what young people recommended, apart from what else is new of the unit", async () => {
    const ofUnit = { ...place, period: null };
    const of = (...recommended: ToldOfRecommendation[]) =>
      ({ ...notice("recommendationReply", recommended[0]!.id), place: ofUnit, recommended }) as ReadNotice;
    const observed = { ...notice("observationReply"), place: ofUnit } as ReadNotice;
    const mail = await composeMail(
      [of(recommendation(2, "waits")), observed, of(recommendation(1, "waits"))],
      "en",
      now,
    );
    expect(mail!.text).toBe(`Good day

This is what is new for you in SPAIV Monitor.

Thailand (SPAIV)
Young people’s recommendations wait for your answer by 28 May 2018: number 1 and 2.
Open in SPAIV Monitor: https://monitor.example.org/en/spaiv/work/youth

Thailand (SPAIV)
Civil society’s observations wait for your reply: number 28.
Open in SPAIV Monitor: https://monitor.example.org/en/spaiv/work

Choose what you are told by mail: https://monitor.example.org/en/account#mail
`);
    const one = (await composeMail([of(recommendation(2, "missed")), of(recommendation(2, "missed"))], "en", now))!;
    expect(one.text).toContain(`No answer was given by 28 May 2018 to young people’s recommendations: number 2.
Open in SPAIV Monitor: https://monitor.example.org/en/spaiv/work/youth/902
`);
  });

  it("says a reminder's due date as a date, which may have passed", async () => {
    expect((await composeMail([notice("reminder")], "en", now))!.text).toContain(
      "You are asked to go on with the report. Its due date is 28 May 2018.",
    );
  });

  it("isn't sent where nothing is left to say", async () => {
    expect(await composeMail([{ ...notice("overdue"), leftOut: "settled" } as ReadNotice], "en", now)).toBeNull();
  });

  it("takes no name of a unit for HTML", async () => {
    const odd = { ...notice("returned"), place: { ...place, unit: { code: "THA", name: "<b>&" } } } as ReadNotice;
    expect((await composeMail([odd], "en", now))!.html).toContain("&#60;b&#62;&#38;");
  });
});
