import { inDatabase } from "../support/database";
import { expect, plainPhone, test } from "../support/fixtures";
import { main, mustBeAccessible, mustFit } from "../support/look";
import { filledPlace, startServer } from "../support/server";

// A meeting from its planning to its end, and what anybody reads of it: the results that its papers went out with.

test("a meeting is planned on a phone without a script, and looks at one release for good", async ({
  anotherBrowser,
  signInAs,
  page,
}) => {
  test.setTimeout(240_000);
  await signInAs("secretariat");
  const phone = await anotherBrowser(plainPhone);
  await phone.goto("/en/spaiv/publications/releases");
  await phone.getByRole("textbox", { name: "Name", exact: true }).fill("Results for officials");
  await phone.getByRole("textbox", { name: "Address" }).fill("for-officials");
  await phone.getByRole("button", { name: "Name this release" }).click();
  await expect(phone).toHaveURL("/en/spaiv/releases/for-officials");

  await phone.goto("/en/spaiv/work");
  await phone.getByRole("link", { name: "Plan a meeting" }).click();
  await phone.getByLabel("Title in English").fill("Made-up meeting of officials");
  await phone.getByRole("button", { name: "Plan the meeting" }).click();
  // Nothing typed is lost where fields are at fault.
  await expect(phone.getByRole("link", { name: "Choose what kind of meeting it is" })).toBeVisible();
  await expect(phone.getByLabel("Title in English")).toHaveValue("Made-up meeting of officials");
  await mustFit(phone);
  await phone.getByLabel("Code").fill("som17");
  await phone.getByLabel("Kind").selectOption("som");
  await phone.getByLabel("First day").fill("2018-11-05");
  await phone.getByLabel("Last day").fill("2018-11-06");
  await phone.getByLabel("Place in English").fill("Vientiane");
  await phone.getByLabel("Host country").selectOption("LAO");
  await phone.getByRole("button", { name: "Plan the meeting" }).click();
  await expect(main(phone)).toContainText("The meeting stands in the calendar.");
  await phone.getByRole("link", { name: "Change the agenda" }).click();
  await phone.getByLabel("Title in English").first().fill("Progress of protection");
  await phone.getByLabel("Codes of goals, outcomes or outputs").first().fill("G5");
  await mustFit(phone);
  await phone.getByRole("button", { name: "Save the agenda" }).click();
  await expect(main(phone)).toContainText("The agenda is saved.");
  await phone.getByText("The papers are out …").click();
  await phone.getByLabel("Release").selectOption("for-officials");
  await phone.getByRole("button", { name: "The papers are out" }).click();
  await expect(main(phone)).toContainText("From now on the meeting looks at the results that you chose.");
  await mustFit(phone);

  // Anybody reads it, from the calendar on.
  await page.goto("/en/spaiv");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Meetings" }).click();
  await mustBeAccessible(page);
  await page
    .getByRole("region", { name: "To come" })
    .getByRole("link", { name: "Made-up meeting of officials" })
    .click();
  await expect(main(page)).toContainText("5–6 November 2018 · Vientiane, Lao PDR · Papers are out");
  await expect(main(page)).toContainText("Progress of protection");
  await expect(main(page).getByRole("link", { name: "Results for officials" })).toHaveAttribute(
    "href",
    "/en/spaiv/releases/for-officials",
  );
  await mustBeAccessible(page);
  // On the screen of the room it moves by keys, also once the line is lost.
  await page.getByRole("link", { name: "Show it on the screen of the room" }).click();
  await mustBeAccessible(page);
  const slide = (number: number) => page.getByRole("region", { name: new RegExp(`^${number} of \\d+$`) });
  await expect(slide(1)).toBeInViewport();
  await page.context().setOffline(true);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("PageDown");
  await expect(slide(3)).toBeFocused();
  await expect(slide(3)).toContainText("Results for officials, results version");
  await page.keyboard.press("End");
  const last = page.locator(".slide").last();
  await expect(last).toBeInViewport();
  // One for each country of the region, in the plan's order.
  await expect(slide(5)).toContainText("Cambodia");
  await expect(slide(10)).toContainText("Viet Nam");
  // What young people recommended before it comes last.
  await expect(last).toContainText("What young people recommend");
  await expect(last.getByRole("row", { name: /^Thailand/ })).toBeVisible();
  await page.keyboard.press("Home");
  await expect(slide(1)).toBeFocused();
  // Nothing leads away to an error page.
  await page.keyboard.press("Escape");
  await expect(page.getByRole("status")).toHaveText("There is no connection, so the slides stay open.");
  await page.getByRole("link", { name: "Back to the page of the meeting" }).click();
  await expect(slide(1)).toBeInViewport();
  await page.context().setOffline(false);
  await expect(page.getByText("There is no connection")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL("/en/spaiv/meetings/SOM17");
  for (const path of ["/th/spaiv/meetings", "/th/spaiv/meetings/SOM17", "/th/spaiv/meetings/SOM17/presentation"]) {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto(path);
    await mustFit(page);
  }

  // It is held; what another window still offers is refused.
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/en/spaiv/work/meetings");
  await mustBeAccessible(page);
  await page.getByRole("link", { name: "SOM17" }).click();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByText("The meeting was held …").click();
  await page.getByRole("button", { name: "It was held" }).click();
  await expect(main(page)).toContainText("It is noted that the meeting was held.");
  await mustBeAccessible(page);
  await other.getByText("The meeting was held …").click();
  await other.getByRole("button", { name: "It was held" }).click();
  await expect(other.getByRole("alert", { name: "There is a problem" })).toBeVisible();
});

test("a decision of one meeting is due at the next, which is told what became of it", async ({
  anotherBrowser,
  signInAs,
  page,
}) => {
  test.setTimeout(240_000);
  await signInAs("secretariat");
  // One that was held already, by the keyboard of a phone without a script.
  const phone = await anotherBrowser(plainPhone);
  await phone.goto("/en/spaiv/work/meetings");
  await phone.getByRole("link", { name: "SOM11" }).click();
  await phone.getByRole("link", { name: "Write down a decision" }).click();
  await phone.getByLabel("What is decided").fill("Made up: each country names a hotline.");
  await phone.getByRole("checkbox", { name: "Thailand", exact: true }).check();
  await phone.getByRole("button", { name: "Save the decision" }).click();
  await expect(phone.getByRole("link", { name: "Choose what kind of decision it is" })).toBeVisible();
  await expect(phone.getByLabel("What is decided")).toHaveValue("Made up: each country names a hotline.");
  await expect(phone.getByRole("checkbox", { name: "Thailand", exact: true })).toBeChecked();
  await mustFit(phone);
  await phone.getByRole("radio", { name: "Task" }).check();
  await phone.getByRole("button", { name: "Save the decision" }).click();
  await expect(main(phone)).toContainText("SOM11-D1 · Task · To Thailand · Due at the next meeting");
  // What acts on the plan says first what it will do, and asks for what it needs alone.
  await phone.getByRole("link", { name: "Write down a decision" }).click();
  await expect(phone.getByLabel("Year of the priority")).toBeHidden();
  await phone.getByRole("radio", { name: "Regional priority" }).check();
  await expect(phone.getByLabel("Plan extended until")).toBeHidden();
  await phone.getByLabel("What is decided").fill("Made up: labour migration.");
  await phone.getByLabel("Year of the priority").fill("2017");
  await phone.getByRole("button", { name: "Save the decision" }).click();
  await phone.getByRole("link", { name: "Write the code of a goal, an outcome or an output" }).click();
  await expect(phone.getByLabel("Year of the priority")).toHaveValue("2017");
  await phone.getByLabel("Codes of goals, outcomes or outputs").fill("g3");
  await mustFit(phone);
  await phone.getByRole("button", { name: "Save the decision" }).click();
  await expect(main(phone)).toContainText("SOM11-D2 · Regional priority of 2017: G3");
  await phone.getByRole("link", { name: "Write down a decision" }).click();
  await phone.getByRole("radio", { name: "Plan extended" }).check();
  await phone.getByLabel("What is decided").fill("Made up: two years more.");
  await phone.getByLabel("Plan extended until").fill("2018-12-31");
  await phone.getByRole("button", { name: "Save the decision" }).click();
  await expect(phone.getByRole("link", { name: /^Choose a day after 31 December 2018/ })).toBeVisible();
  await phone.getByLabel("Plan extended until").fill("2020-12-31");
  await phone.getByRole("button", { name: "Save the decision" }).click();
  await expect(main(phone)).toContainText(
    "adds the reporting periods 2019 and 2020, closed until somebody opens them.",
  );
  await page.goto("/en/spaiv/meetings/SOM11");
  await expect(main(page)).not.toContainText("SOM11-D1");
  await phone.getByText("The outcome is agreed …").click();
  await phone.getByRole("button", { name: "It is agreed" }).click();
  await expect(main(phone)).toContainText("The outcome is agreed.");
  await expect(phone.getByRole("link", { name: "Change SOM11-D1" })).toHaveCount(0);

  await page.goto("/en/spaiv/periods");
  await expect(main(page)).toContainText("2020");
  await page.goto("/en/spaiv/goals/G3");
  await expect(main(page)).toContainText("Regional priority of 2017: G3");
  await mustBeAccessible(page);
  await main(page).getByRole("link", { name: "SOM11-D2" }).click();
  await expect(page).toHaveURL("/en/spaiv/meetings/SOM11#D2");

  await page.goto("/en/spaiv/meetings/SOM14");
  const due = page.getByRole("region", { name: "Decisions of earlier meetings" });
  await expect(due).toContainText("Nothing was told yet");
  await page.goto("/en/spaiv/work/meetings");
  await page.getByRole("link", { name: "SOM14" }).click();
  await page.getByRole("link", { name: "Tell what became of them" }).click();
  await mustBeAccessible(page);
  await page.getByLabel("What became of SOM11-D1").selectOption("Under way");
  await page.getByLabel("What is told of SOM11-D1").fill("Four of six did.");
  // Young people's words and civil society's stand in the same form; what names somebody is refused, and nothing is lost.
  const exact = { exact: true };
  await page.getByLabel("What became of Youth recommendation 1", exact).selectOption("Under way");
  await page.getByLabel("What is told of Youth recommendation 1", exact).fill("Call Ms Somsri Jaidee, 081 234 5678.");
  await page.getByLabel("What became of Observation 7", exact).selectOption("Done");
  await page.getByLabel("What is told of Observation 7", exact).fill("The law is changed.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toBeVisible();
  await expect(page.getByLabel("What is told of Observation 7", exact)).toHaveValue("The law is changed.");
  await page.getByLabel("What is told of Youth recommendation 1", exact).fill("Lessons have begun.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(main(page)).toContainText("What the meeting was told is saved.");
  await page.goto("/en/spaiv/meetings/SOM14");
  await expect(due).toContainText("Under way. Four of six did.");
  await mustBeAccessible(page);
  const said = page.getByRole("region", { name: "What else was said to governments" });
  await expect(said.getByRole("listitem")).toHaveCount(2);
  await said.getByRole("link", { name: "Observation 7" }).click();
  await expect(main(page)).toContainText("Followed up at SOM14, 16 December 2020: Done. The law is changed.");
  await mustBeAccessible(page);
  await page.goto("/en/spaiv/youth-forum");
  await expect(main(page)).toContainText("Followed up at SOM14, 16 December 2020: Under way. Lessons have begun.");
  await main(page).getByRole("link", { name: "SOM14" }).first().click();
  await due.getByRole("link", { name: "SOM11-D1" }).click();
  await expect(page).toHaveURL("/en/spaiv/meetings/SOM11#D1");
  await expect(page.getByRole("region", { name: "Decisions" })).toContainText("SOM14: Under way. Four of six did.");
  await page.setViewportSize({ width: 360, height: 780 });
  await mustFit(page);
});

test("meetings that are publicly known stand in the calendar with no more than is known", async ({ page }) => {
  const place = await filledPlace();
  const running = await startServer(place.env);
  await page.goto(`${running.address}/en/spaiv/meetings`);
  await expect(main(page)).toContainText("2007, days not known · Beijing, China");
  await page.getByRole("link", { name: "Eleventh Senior Officials Meeting (SOM 11)" }).click();
  await expect(main(page)).toContainText("23–24 November 2016 · Vientiane, Lao PDR · Held");
  await expect(page.getByRole("link", { name: /^UN-ACT: COMMIT SOM 11/ })).toHaveAttribute(
    "href",
    "http://un-act.org/2016/11/",
  );
  const answer = await page.goto(`${running.address}/en/spaiv/meetings/SOM99`);
  expect(answer?.status()).toBe(404);
  const known = `SELECT meeting_id FROM meeting_text WHERE locale = 'en' AND title NOT ILIKE 'made-up%'`;
  expect(await inDatabase(place, (database) => database.query(known))).toHaveLength(7);
  await running.stop();
});
