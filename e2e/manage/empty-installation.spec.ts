import { expect, test } from "@playwright/test";
import { type EmptySite, emptySite, password } from "../support/empty-site";
import { linkIn } from "../support/inbox";
import { signInAt } from "../support/installation";
import {
  administrator,
  chooseGoal,
  contributor,
  countries,
  enter,
  invite,
  manage,
  report,
  secretariat,
  step,
  thailand,
} from "../support/site-people";
import { submitReport } from "../support/submit-report";

// From an empty database to a public result: what is packaged, a mail server, and people who have their screens and their mail.

let site: EmptySite;

test.describe
  .serial("an empty installation @both", () => {
    test.beforeAll(async ({ browser }) => {
      test.setTimeout(180_000);
      site = await emptySite(browser);
    });
    test.afterAll(() => site?.remove());

    test("a command makes the administrator, whom the first steps lead", async () => {
      test.slow();
      const given = ["--email", administrator.email, "--name", administrator.name];
      const made = await site.installed.npm(["admin:create", "--", ...given], {
        ...site.env,
        SPAIV_ADMIN_PASSWORD: password,
      });
      expect(made.said).toContain(`${administrator.name} <${administrator.email}> is an administrator now.`);
      await site.start();
      const page = await site.pageOf(administrator.email);
      await signInAt(page, site.address, administrator.email, password);
      await expect(page).toHaveURL("/en/manage");
      await expect(page.getByText("Reference framework, not the adopted text.")).toBeVisible();
      await expect(step(page, "Two people of the secretariat")).toContainText("nobody can review a report");
      await expect(step(page, "A focal point for each country")).toContainText(/Cambodia.*Viet Nam/);
      await expect(step(page, "The adopted framework")).toContainText("Missing");
      await expect(step(page, "A mail server")).toContainText("Done");
    });

    test("the secretariat is invited by mail, and accepts by the link in it", async () => {
      const page = await site.pageOf(administrator.email);
      await page.getByRole("link", { name: "Two people of the secretariat" }).click();
      await invite(page, secretariat, "COMMIT Secretariat", { role: "Secretariat", place: "all plans" });
      await expect(page.getByText("One person is invited, and gets the link by mail.")).toBeVisible();
      const theirs = await site.accept(secretariat.email);
      await theirs.goto("/en/manage");
      await expect(step(theirs, "Two people of the secretariat")).toContainText("There is one.");
    });

    test("the secretariat adds organisations, and invites six countries by one list", async () => {
      test.slow();
      const page = await site.pageOf(secretariat.email);
      await manage(page, "Organisations");
      for (const { name, organisation } of countries) {
        await page.getByRole("link", { name: "Add an organisation" }).click();
        await page.getByLabel("Name in English").fill(organisation);
        await page.getByLabel("Kind").selectOption({ label: "Government" });
        await page.getByLabel(name, { exact: true }).check();
        await page.getByRole("button", { name: "Add", exact: true }).click();
        await expect(page.getByText("The organisation is in the directory.")).toBeVisible();
        await page.getByRole("main").getByRole("link", { name: "Organisations" }).click();
      }
      await manage(page, "People");
      await page.getByRole("link", { name: "Invite several" }).click();
      const lines = countries.map(({ name, language, organisation, focalPoint }) =>
        [focalPoint.email, focalPoint.name, name, organisation, language].join("\t"),
      );
      await page.getByLabel("List of people").fill(["email\tname\tunit\torganisation\tlanguage", ...lines].join("\n"));
      await page.getByLabel("Role").selectOption({ label: "Government focal point" });
      await page.getByRole("button", { name: "See what will happen" }).click();
      await expect(page.getByText("6 people will be invited.")).toBeVisible();
      await page.getByRole("button", { name: "Invite these 6 people" }).click();
      await expect(page.getByText("6 people are invited, and get their links by mail.")).toBeVisible();
      for (const { focalPoint, language } of countries) {
        const theirs = await site.accept(focalPoint.email);
        expect(new URL(theirs.url()).pathname).toBe(`/${language}/spaiv/work`);
        expect(site.inbox.of(focalPoint.email)[0]!.headers.get("content-language")).toBe(language);
      }
      await page.goto("/en/manage");
      await expect(step(page, "A focal point for each country")).toContainText("Done");
    });

    test("a period is added, and opened after what it means is said", async () => {
      const page = await site.pageOf(secretariat.email);
      await manage(page, "Reporting periods");
      await page.getByRole("link", { name: "Add a period" }).click();
      await expect(page.getByText("It lies after the plan’s end")).toBeVisible();
      await page.getByRole("button", { name: "Add the period" }).click();
      await expect(page.getByText("2019 is added, and closed until you open it.")).toBeVisible();
      await page.getByRole("link", { name: "Open 2019" }).click();
      await expect(page.getByText("6 focal points and contributors can enter values.")).toBeVisible();
      await page.getByRole("button", { name: "Open 2019" }).click();
      await expect(page.getByText("2019 is open now.")).toBeVisible();
    });

    test("a focal point invites an own contributor, and assigns indicators", async () => {
      const page = await site.pageOf(thailand.email);
      await manage(page, "People");
      await invite(page, contributor, "Task force of Thailand (made up)");
      await expect(page.getByText("One person is invited")).toBeVisible();
      const theirs = await site.accept(contributor.email);
      await expect(theirs.getByText("You have no reports in this plan")).toBeVisible();
      await manage(page, "Assignments");
      await page.getByRole("link", { name: "2019" }).click();
      await chooseGoal(page, "G5", "14 of 92 indicators shown");
      await page.getByLabel("Assign what is shown to").selectOption({ label: contributor.name });
      await page.getByRole("button", { name: /^Assign all \d+ shown$/ }).click();
      await page.getByRole("button", { name: "Save assignments" }).click();
      await expect(page.getByText(/assignments were added/)).toBeVisible();
    });

    test("the secretariat reminds from the completeness board, once a day, and a morning's mail says so", async () => {
      test.slow();
      const page = await site.pageOf(secretariat.email);
      await manage(page, "Completeness");
      const earlier = await page.context().newPage();
      await earlier.goto(page.url());
      await page.getByRole("button", { name: "Remind (Thailand, 2019)" }).click();
      await expect(page.getByText("A reminder of the 2019 report of Thailand goes out.")).toBeVisible();
      await expect(page.getByRole("button", { name: "Remind (Thailand, 2019)" })).toHaveCount(0);
      await earlier.getByRole("button", { name: "Remind (Thailand, 2019)" }).click();
      await expect(earlier.getByRole("main").getByRole("alert")).toContainText("today");
      await earlier.close();
      await manage(page, "Mail");
      await expect(page.getByRole("row", { name: thailand.email }).filter({ hasText: "Waiting" })).toHaveCount(1);
      await site.nextMorning();
      await site.inbox.next(thailand.email, "You are asked to go on with the report.");
      await site.inbox.next(contributor.email, /Indicators that you are to enter: G5\.1-a,/);
    });

    test("the contributor enters a value and hands the part back, of which the focal point is told", async () => {
      test.slow();
      const page = await site.pageOf(contributor.email);
      await page.goto("/en/spaiv/work");
      await page.getByRole("link", { name: /2019 report: enter your values/ }).click();
      await enter(page, "G5.1-a", "1741");
      await page.goto(`${report}/check`);
      await page.getByLabel("Comment").fill("Made up: the courts count in March.");
      await page.getByRole("button", { name: "Hand back" }).click();
      await expect(page.getByText("You handed your part back. The focal point is told.")).toBeVisible();
      await site.nextMorning();
      const told = await site.inbox.next(thailand.email, /Contributors handed indicators back: G5\.1-a,/);
      const theirs = await site.pageOf(thailand.email);
      await theirs.goto(linkIn(told, "check"));
      await expect(theirs.getByRole("heading", { name: "Parts handed back" })).toBeVisible();
      await expect(theirs.getByText("Made up: the courts count in March.")).toBeVisible();
    });

    test("the report is submitted, and returned by mail with a query", async () => {
      test.slow();
      const page = await site.pageOf(thailand.email);
      await page.goto(`${report}?goal=G1&rows=comfortable`);
      await enter(page, "G1.1.1-a", "7");
      await submitReport(page, report);
      const theirs = await site.pageOf(secretariat.email);
      await theirs.goto("/en/spaiv/completeness");
      await theirs.getByRole("link", { name: "Submitted (Thailand, 2019)" }).click();
      await expect(theirs).toHaveURL("/en/spaiv/review/THA/2019");
      await theirs.getByRole("link", { name: /^All/ }).click();
      await theirs.getByRole("group", { name: "Decision on G5.1-a" }).getByRole("radio", { name: "Query" }).check();
      await theirs.getByLabel("Query to Thailand on G5.1-a").fill("Made up: was anybody counted twice?");
      await theirs.getByRole("button", { name: "Return with 1 query" }).click();
      await theirs.getByRole("dialog").getByRole("button", { name: "Return with 1 query" }).click();
      await expect(theirs.getByText("The report was returned").first()).toBeVisible();
      await site.nextMorning();
      const returned = await site.inbox.next(thailand.email, "The report was returned to you.");
      expect(returned.text).toContain("The review has queries about indicators: G5.1-a.");
      await site.inbox.next(contributor.email, "The review has queries about indicators: G5.1-a.");
      await page.goto(linkIn(returned, "reports"));
      await expect(page).toHaveURL(report);
    });

    test("it is put right, submitted again and approved, and anybody reads the value", async ({ browser }) => {
      test.slow();
      const page = await site.pageOf(thailand.email);
      await page.goto(`${report}/indicators/G5.1-a`);
      await page.getByLabel("Your reply").fill("Made up: two were.");
      await page.getByRole("button", { name: "Store the reply" }).click();
      await expect(page.getByText("Your reply: Made up: two were.")).toBeVisible();
      await page.goto(`${report}?goal=G5&rows=comfortable`);
      await enter(page, "G5.1-a", "1739");
      await submitReport(page, report);
      const theirs = await site.pageOf(secretariat.email);
      await theirs.goto("/en/spaiv/review/THA/2019");
      await theirs.getByRole("button", { name: "Approve report" }).click();
      const dialog = theirs.getByRole("dialog");
      await dialog.getByRole("button", { name: "Approve report" }).click({ timeout: 60_000 });
      await expect(theirs.getByText("The report is approved, and its results are public")).toBeVisible({
        timeout: 60_000,
      });
      const visitor = await browser.newPage();
      await visitor.goto(`${site.address}/en/spaiv/countries/THA/2019`);
      await expect(visitor.getByRole("row", { name: /G5\.1-a/ })).toContainText("1,739");
      await visitor.close();
    });

    test("the audit says all of it in words, and is as it was written", async () => {
      const page = await site.pageOf(administrator.email);
      await page.goto("/en/manage");
      await page.getByRole("link", { name: "Audit" }).click();
      for (const [action, words] of [
        ["invitationAccepted", "Invitation accepted"],
        ["periodAdded", "Reporting period added: 2019"],
        ["reminded", "Reminder sent: THA, 2019"],
        ["handedBack", "Indicators handed back: THA, 2019"],
        ["returned", "Report returned: THA, 2019"],
        ["approved", "Report approved: THA, 2019"],
      ]) {
        await page.getByLabel("Action").selectOption(action!);
        await page.getByRole("button", { name: "Show", exact: true }).click();
        await expect(page.getByRole("cell", { name: words! }).first()).toBeVisible();
      }
      await page.getByRole("button", { name: "Verify now" }).click();
      await expect(page.getByText("All of it is as it was written.")).toBeVisible({ timeout: 90_000 });
    });

    test("no mail tells of a person or a figure, and none came twice", () => {
      const mails = site.inbox.all();
      // What a link hands over is drawn at random.
      const said = mails.map(({ subject, text, html }) =>
        `${subject}\n${text}\n${html}`.replaceAll(/https?:\/\/[^\s"<]+/g, ""),
      );
      const people = [administrator, secretariat, contributor, ...countries.map(({ focalPoint }) => focalPoint)];
      const words = [
        ...people.flatMap(({ name, email }) => [name, email]),
        ...countries.map(({ organisation }) => organisation),
        "1741",
        "1,741",
        "1739",
        "1,739",
        "Made up",
        "courts",
        "twice",
      ];
      for (const word of words)
        expect(
          said.filter((mail) => mail.includes(word)),
          word,
        ).toEqual([]);
      expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
      expect(site.inbox.of(contributor.email)).toHaveLength(3);
      expect(site.inbox.of(thailand.email)).toHaveLength(4);
      expect(site.complaints).toEqual([]);
    });
  });
