import { expect, test } from "../support/fixtures";

const list = "/en/spaiv/review/KHM/2017?tab=all";
const ours = "Made up: ask them about the second half.";
const theirs = "Made up: from the other window.";

test("without a script, a reviewer chooses an indicator and notes something for themselves", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await signInAs("secretariat");
  await signInAs("secretariat", plain);
  await page.goto(list);
  const code = (await page.locator("article.item").nth(5).getAttribute("id"))!;
  // With a script it is written in the row alone.
  await expect(page.getByRole("button", { name: "Open the note" })).toHaveCount(0);

  await plain.goto(list);
  await plain.getByLabel("Indicator that you note something about").selectOption(code);
  await plain.getByRole("button", { name: "Open the note" }).click();
  const box = plain.getByLabel(`Your note on ${code}`);
  const keep = plain.getByRole("button", { name: "Keep the note" });
  const part = plain.locator("#own-note");
  await box.fill("Made up: write to a.name@example.org");
  await keep.click();
  await expect(part.getByRole("alert")).toContainText("There is a problem");
  await expect(plain).toHaveTitle(/^Error: /);
  await expect(box).toHaveAttribute("aria-invalid", "true");
  await expect(box).toHaveValue("Made up: write to a.name@example.org");
  await box.fill(ours);
  await keep.click();
  await expect(part.getByRole("status")).toHaveText(`Your note on ${code} is kept.`);
  await expect(box).toHaveValue(ours);
  await expect(part.getByRole("alert")).toHaveCount(0);
  await expect(plain).not.toHaveTitle(/^Error: /);

  // What another window wrote is replaced only once it was shown.
  await page.goto(list);
  const item = page.locator(`article[id="${code}"]`);
  await item.getByText("Your note", { exact: true }).click();
  await expect(item.getByRole("textbox")).toHaveValue(ours);
  await item.getByRole("textbox").fill(theirs);
  await item.getByRole("button", { name: "Keep the note" }).click();
  await expect(item.getByText("Kept.")).toBeVisible();
  await box.fill(`${ours} Still.`);
  await keep.click();
  await expect(part.getByText(theirs)).toBeVisible();
  await expect(box).toHaveValue(`${ours} Still.`);
  await keep.click();
  await expect(part.getByRole("status")).toHaveText(`Your note on ${code} is kept.`);
  await plain.goto(`/th/spaiv/review/KHM/2017?tab=noted&open=${code}`);
  const inThai = plain.getByLabel(`บันทึกส่วนตัวของท่านเกี่ยวกับ ${code}`);
  await expect(inThai).toHaveValue(`${ours} Still.`);
  await inThai.fill("");
  await plain.getByRole("button", { name: "เก็บบันทึก" }).click();
  await expect(part.getByRole("status")).toHaveText(`ลบบันทึกส่วนตัวของท่านเกี่ยวกับ ${code} แล้ว`);
});
