import { expect, test } from "../support/fixtures";
import { main, mustBeAccessible, mustFit } from "../support/look";
import { takeDown } from "../support/take-down";

const meeting = "/en/spaiv/meetings/RTF-2017-05";
const next = "/en/spaiv/meetings/RTF-2018-02";
const gone = "Taken down for safety. These words are no longer shown.";

test("a decision is taken down for safety, and the public reads its number, and none of its words", async ({
  page,
  signInAs,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const reader = await (await browser.newContext({ baseURL })).newPage();
  const words = "names the office that answers when a neighbouring country asks";
  const told = "Four of six countries have named theirs.";
  const pages = [meeting, `${meeting}/presentation`, next, `${next}/presentation`];
  for (const path of pages) {
    await reader.goto(path);
    await expect(main(reader), path).toContainText(words);
    await expect(main(reader), path).toContainText(told);
  }
  await signInAs("secretariat");
  await page.goto("/en/spaiv/work/meetings");
  await page.getByRole("link", { name: "RTF-2017-05" }).click();
  await page.getByText("Take words down for safety …").click();
  await mustBeAccessible(page);
  await page.reload();
  await takeDown(page, "decision-1");
  await expect(main(page)).toContainText("It is taken down.");
  await expect(main(page)).not.toContainText(words);
  // What was taken down isn't offered once more.
  await page.getByText("Take words down for safety …").click();
  await expect(page.getByRole("combobox", { name: "Which words?" })).not.toContainText("RTF-2017-05-D1");
  for (const path of pages) {
    await reader.goto(path);
    await expect(main(reader), path).toContainText("RTF-2017-05-D1");
    await expect(main(reader), path).toContainText(gone);
    await expect(main(reader), path).not.toContainText(words);
    await expect(main(reader), path).not.toContainText(told);
  }
  await reader.goto(meeting);
  await mustBeAccessible(reader);
  // What nobody reads any more, nobody is asked to observe.
  const add = (code: string) => reader.getByRole("link", { name: `Add an observation about ${code}` });
  await expect(add("RTF-2017-05-D2")).toBeVisible();
  await expect(add("RTF-2017-05-D1")).toHaveCount(0);
  await reader.setViewportSize({ width: 360, height: 780 });
  for (const path of ["/th/spaiv/meetings/RTF-2017-05", `${next}/presentation`]) {
    await reader.goto(path);
    await mustFit(reader);
    await expect(main(reader)).toContainText(path.startsWith("/th") ? "นำออกเพื่อความปลอดภัย" : gone);
  }
});
