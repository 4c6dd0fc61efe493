import { approveReport } from "../support/approve-report";
import { expect, plainPhone, test } from "../support/fixtures";
import { main, mustBeAccessible, mustFit } from "../support/look";
import { fillIn, submitObservation, untilReplied } from "../support/observe";

// What is said of a value, beside the official one: a value of its own with its parts, and whether it holds after a newer one.

test("a value of its own is told with its parts, none of few persons, and changes nothing official", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  test.setTimeout(240_000);
  const results = "/en/spaiv/indicators/G1.1.2-a/2016";
  await page.goto(results);
  const chart = page.locator("#countries");
  const official = async () => {
    await chart.getByRole("button", { name: "Table" }).click();
    return chart.getByRole("table").first().getByRole("row").allTextContents();
  };
  const before = await official();
  expect(before.join("\n")).toMatch(/^Cambodia.*466.*Acceleration needed$/m);

  const author = await anotherBrowser(plainPhone);
  await signInAs("cso", author);
  await author.goto("/en/spaiv/work/observations/new?unit=KHM&period=2016&indicator=G1.1.2-a");
  await fillIn(author, "Our lists have more than the report.");
  await author.getByText("A value of your own (optional)").click();
  const [total, method] = [author.getByLabel(/^Your value, in total/), author.getByLabel("How you came to it")];
  const [female, male] = ["Female", "Male"].map((name) => author.getByLabel(name, { exact: true }));
  await total.fill("1,040");
  await method.fill("Counted on our lists (made up).");
  await author.getByText("Its parts (optional)").click();
  await author.locator("summary").getByText("By Sex").click();
  await female!.fill("1,037");
  await male!.fill("3");
  await author.getByRole("button", { name: "Submit" }).click();

  // Refused, the part says why and is led to, and all stands as it was typed.
  const refusal = author.getByRole("alert", { name: "There is a problem" });
  await expect(refusal.getByRole("link")).toHaveText(/^This tells of fewer than 5 persons.*Leave it out/);
  await refusal.getByRole("link").click();
  await expect(male!).toBeInViewport();
  await expect(author.getByLabel("What you observe")).toHaveValue("Our lists have more than the report.");
  for (const [field, typed] of [
    [total, "1,040"],
    [female!, "1,037"],
    [male!, "3"],
    [method, "Counted on our lists (made up)."],
  ] as const)
    await expect(field).toHaveValue(typed);
  for (const name of ["Adds context", "Public", "Named to everybody who reads it"])
    await expect(author.getByRole("radio", { name, exact: true })).toBeChecked();
  await mustFit(author);
  await female!.fill("1,030");
  await male!.fill("10");
  const { here, number } = await submitObservation(author);
  await untilReplied({ signInAs, anotherBrowser }, here, "focal.cambodia");

  await page.goto(`/en/spaiv/observations/${number}`);
  await expect(main(page)).toContainText("1,040 officials");
  const parts = main(page).getByRole("table").getByRole("row");
  await expect(parts).toHaveText([/^Female\s*1,030$/, /^Male\s*10$/]);
  await mustBeAccessible(page);
  await page.goto(results);
  expect(await official()).toEqual(before);
  const told = chart.getByRole("table", { name: "Reported by civil society, not official" });
  await expect(told.getByRole("row", { name: `Observation ${number}` })).toHaveText(
    /^Cambodia\s*2016\s*1,040 officials, and 2 parts by Sex/,
  );
});

test("after a newer value its author says whether an observation still holds, and everybody reads the answer", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  test.setTimeout(300_000);
  const author = await anotherBrowser();
  await signInAs("cso", author);
  await author.goto("/en/spaiv/work/observations/new?unit=KHM&period=2017&indicator=G1.1.2-a");
  await fillIn(author, "No value is reported yet; no course was held.");
  const { here, number } = await submitObservation(author);
  await untilReplied({ signInAs, anotherBrowser }, here, "focal.cambodia");
  const inPublic = `/en/spaiv/observations/${number}`;
  await page.goto(inPublic);
  await expect(main(page)).toContainText("no course was held");
  await author.goto(here);
  await expect(author.getByRole("heading", { name: "Does it still hold?" })).toHaveCount(0);

  const secretariat = await anotherBrowser();
  await signInAs("secretariat", secretariat);
  await approveReport(secretariat, "/en/spaiv/review/KHM/2017");
  // A job of its own asks, after the results are public.
  const asked = author.getByRole("link", { name: /^Say whether it still holds: Cambodia, 2017: G1\.1\.2-a/ });
  await expect(async () => {
    await author.goto("/en/spaiv/work");
    await expect(asked).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await asked.click();
  await author.getByRole("button", { name: "Keep the answer" }).click();
  await expect(author.getByRole("alert", { name: "There is a problem" })).toBeVisible();
  await author.getByRole("radio", { name: "It no longer holds" }).check();
  await author.getByRole("button", { name: "Keep the answer" }).click();
  await expect(author.getByText("Your answer is kept.")).toBeVisible();
  await author.goto("/en/spaiv/work");
  await expect(asked).toHaveCount(0);

  const said = /Its author says on \d+ \w+ \d{4} that it no longer holds after the value of \d+ \w+ \d{4}/;
  await page.goto(inPublic);
  await expect(main(page)).toContainText(said);
  await mustBeAccessible(page);
});
