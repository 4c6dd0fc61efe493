import { keptTexts } from "../kept/kept-texts";
import { expect, plainPhone, test } from "../support/fixtures";
import { main, mustBeAccessible, mustFit } from "../support/look";

// What young people recommend, from its first draft to what three of six governments answer to it.

test("a recommendation names nobody, is sent back once, and answered by three of six", async ({
  anotherBrowser,
  signInAs,
  page,
}) => {
  test.setTimeout(240_000);
  // Written on a phone without a script.
  const phone = await anotherBrowser(plainPhone);
  await signInAs("youth", phone);
  await phone.goto("/en/spaiv/work");
  await expect(main(phone)).toContainText("Put right: Made-up example: Ask young people");
  await phone.getByRole("link", { name: "All recommendations" }).click();
  await phone.getByRole("link", { name: "Add a recommendation" }).click();
  await phone.getByLabel("What they recommend").fill("Ask Malee, a 15-year-old, what she was promised.");
  await phone.getByLabel("Language of the words").selectOption("en");
  await phone.getByRole("checkbox", { name: "Thailand" }).check();
  await phone.getByRole("button", { name: "Submit" }).click();
  // A child is named: nobody may tick that away, and nothing typed is lost.
  const problem = phone.getByRole("alert", { name: "There is a problem" });
  await expect(problem).toContainText("A person seems to be named here: “Ask Malee, a 15-year”");
  await expect(problem).toContainText("Choose the goal or output that it is about");
  await expect(phone.getByLabel("What they recommend")).toHaveValue("Ask Malee, a 15-year-old, what she was promised.");
  await expect(phone.getByRole("checkbox", { name: "Thailand" })).toBeChecked();
  await mustFit(phone);
  await phone.getByLabel("What they recommend").fill("Made up: our class wants a hotline that answers at night.");
  await phone.getByLabel("Goal or output").selectOption("G4");
  await phone.getByRole("checkbox", { name: "Thailand" }).uncheck();
  await phone.getByRole("button", { name: "Submit" }).click();
  await expect(main(phone)).toContainText("It is submitted.");
  const here = new URL(phone.url()).pathname;
  const title = (await phone.getByRole("heading", { level: 1 }).textContent())!;
  await mustFit(phone);

  const secretariat = await anotherBrowser();
  await signInAs("secretariat", secretariat);
  await secretariat.goto("/en/spaiv/work");
  await secretariat.getByRole("link", { name: "Check: Made up: our class" }).click();
  await mustBeAccessible(secretariat);
  await secretariat.getByText("Send it back …").click();
  await secretariat.getByRole("radio", { name: "Tells of a child who could be recognised" }).check();
  await secretariat.getByLabel("Note to its author").fill("Which class it was may be known.");
  await secretariat.getByRole("button", { name: "Send back" }).click();
  await expect(secretariat.getByText("It is sent back to its author.")).toBeVisible();
  await page.goto("/en/spaiv/youth-forum");
  await expect(main(page)).not.toContainText("hotline that answers at night");

  await phone.goto("/en/spaiv/work");
  await expect(main(phone)).toContainText("Which class it was may be known.");
  await phone.getByRole("link", { name: "Put right: Made up: our class" }).click();
  await phone.getByLabel("What they recommend").fill("Made up: we want a hotline that answers at night.");
  await phone.getByRole("button", { name: "Submit" }).click();
  await expect(main(phone)).toContainText("It is submitted.");
  await secretariat.goto(here);
  await secretariat.getByText("Pass it on …").click();
  await secretariat.getByRole("button", { name: "Pass on" }).click();
  await expect(secretariat.getByText("It is passed on.")).toBeVisible();

  // What isn't accepted as it was said is explained.
  const answers = [
    ["focal.thailand", "Accepted", ""],
    ["focal.cambodia", "Accepted in part", "Made up: in the capital first."],
    ["focal.vietnam", "Noted", "Made up: it is being looked at."],
  ] as const;
  for (const [account, answer, reason] of answers) {
    const theirs = await anotherBrowser(account === "focal.cambodia" ? plainPhone : {});
    await signInAs(account, theirs);
    await theirs.goto(here);
    await theirs.getByRole("radio", { name: answer, exact: true }).check();
    if (reason !== "") {
      await theirs.getByRole("button", { name: "Give the answer" }).click();
      await expect(theirs.getByRole("alert", { name: "There is a problem" })).toBeVisible();
      await expect(theirs.getByRole("radio", { name: answer, exact: true })).toBeChecked();
      await theirs.getByLabel("Why").fill(reason);
    } else {
      // What is done about it goes with the answer.
      await theirs.getByText("Add a key action …").click();
      await theirs.getByLabel("What is done").fill("Made up: my friend Malee answers the calls.");
      await theirs.getByLabel("By when").fill("2099-06-30");
      await theirs.getByRole("button", { name: "Add the key action" }).click();
      await expect(theirs.getByRole("alert", { name: "There is a problem" })).toContainText("friend Malee");
      await theirs.getByLabel("What is done").fill("Made up: staff of the night shift are trained.");
      await theirs.getByRole("button", { name: "Add the key action" }).click();
      await expect(main(theirs)).toContainText("What is done about it is added.");
      await theirs.getByRole("radio", { name: answer, exact: true }).check();
      await mustBeAccessible(theirs);
    }
    await theirs.getByRole("button", { name: "Give the answer" }).click();
    await expect(main(theirs)).toContainText("The answer is given.");
    await mustFit(theirs);
  }

  // "Done" needs evidence, also without a script.
  const told = await anotherBrowser(plainPhone);
  await signInAs("focal.thailand", told);
  await told.goto(here);
  await told.getByText("Tell how a key action stands …").click();
  await told.getByRole("radio", { name: "staff of the night shift" }).check();
  await told.getByRole("radio", { name: "Done" }).check();
  await told.getByRole("button", { name: "Tell it" }).click();
  await expect(told.getByRole("link", { name: "Say where it can be read that it was done" })).toBeVisible();
  await told.getByLabel("Title of the evidence").fill("Programme of the training (made up)");
  await told.getByLabel("Link to the evidence").fill("https://gov.example/training");
  await told.getByRole("button", { name: "Tell it" }).click();
  await expect(main(told)).toContainText("It is told.");
  await mustFit(told);

  // Anybody reads it, from the meetings on.
  await page.goto("/en/spaiv/meetings");
  await page.getByRole("link", { name: "What became of it" }).click();
  const card = page.getByRole("listitem").filter({ hasText: "we want a hotline that answers at night" });
  await expect(card).toContainText(title);
  await expect(card).toContainText("3 of 6 governments answered.");
  await expect(card).toContainText("Made up: in the capital first.");
  await expect(card).toContainText(/staff of the night shift are trained\.\s*Task force of Thailand\. Done, /);
  await expect(card.getByRole("link", { name: "Programme of the training (made up)" })).toBeVisible();
  await mustBeAccessible(page);
  for (const locale of ["en", "th"]) {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto(`/${locale}/spaiv/youth-forum`);
    await mustFit(page);
  }
  // Each has a card of its own in seven languages, all of it in the one that was asked for.
  await page.goto("/en/spaiv/youth-forum");
  await page.getByRole("link", { name: `A card to print and to share, in seven languages ${title}` }).click();
  await expect(main(page)).toContainText("3 of 6 governments answered.");
  await mustBeAccessible(page);
  await page.getByRole("link", { name: "ខ្មែរ" }).click();
  await expect(main(page)).toContainText("រដ្ឋាភិបាល 3 ក្នុងចំណោម 6 បានឆ្លើយតប។");
  await expect(main(page)).toContainText("Made up: we want a hotline that answers at night.");
  await mustFit(page);
  await mustBeAccessible(page);

  // And who speaks for the young people is told.
  await phone.goto("/en/spaiv/work");
  await expect(main(phone)).toContainText("3 of 6 governments answered, last on");
  const news = phone.getByRole("region", { name: "What is new" });
  await expect(news).toContainText(/Viet Nam answered recommendation \d+: noted/);
  await expect(news).toContainText(/Thailand did what it said about recommendation \d+: one key action/);
  await news.getByRole("link", { name: /Thailand answered recommendation/ }).click();
  // They translate it beside its words, which stay. A child that a translation names is as safe.
  await phone.getByText("Translate it, or put a translation right …").click();
  await phone.getByLabel("ไทย").fill("เรื่องสมมติ: น้องมะลิ อายุ 15 ปี อยากได้สายด่วน");
  await phone.getByRole("button", { name: "Save the translations" }).click();
  await expect(problem).toContainText("A person seems to be named here");
  await expect(phone.getByLabel("ไทย")).toHaveValue("เรื่องสมมติ: น้องมะลิ อายุ 15 ปี อยากได้สายด่วน");
  await phone.getByLabel("ไทย").fill("เรื่องสมมติ: เราอยากได้สายด่วนที่มีคนรับในเวลากลางคืน");
  await phone.getByRole("button", { name: "Save the translations" }).click();
  await expect(main(phone)).toContainText("The translations are saved.");
  await mustFit(phone);
  // The next morning's mail says so too, by its number alone.
  await secretariat.goto("/en/mail");
  await secretariat.getByRole("row").filter({ hasText: "youth@demo.spaiv.example" }).getByRole("link").first().click();
  await expect(main(secretariat)).toContainText(/There is news of young people’s recommendations: number \d+\./);
  await expect(main(secretariat)).not.toContainText("hotline that answers at night");
  await secretariat.goto(here);
  await secretariat.getByText("Translate it, or put a translation right …").click();
  await mustBeAccessible(secretariat);
  await page.goto("/th/spaiv/youth-forum");
  await expect(main(page)).toContainText("เราอยากได้สายด่วนที่มีคนรับในเวลากลางคืน");
  await expect(main(page)).toContainText("กล่าวเป็นภาษา English ข้อความนี้เป็นคำแปล");
  await mustFit(phone);
});

test("words that a browser keeps of two new recommendations stay apart", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await page.goto("/en/spaiv/work/meetings/new");
  await page.getByLabel("Title in English").fill("Made-up forum of one more year");
  await page.getByLabel("Code").fill("YF-2017");
  await page.getByLabel("Kind").selectOption("youthForum");
  await page.getByLabel("First day").fill("2017-03-08");
  await page.getByRole("button", { name: "Plan the meeting" }).click();
  await page.getByText("The meeting was held …").click();
  await page.getByRole("button", { name: "It was held" }).click();
  await expect(main(page)).toContainText("It is noted that the meeting was held.");
  await page.context().clearCookies();
  await signInAs("youth");
  const forms = async () => {
    await page.goto("/en/spaiv/work/youth");
    return page.getByRole("link", { name: "Add a recommendation" });
  };
  await (await forms()).first().click();
  // What is typed before the page's script is there is kept with the next word.
  await expect(async () => {
    await page.getByLabel("What they recommend").fill("Made up: of the first forum.");
    expect(JSON.stringify(await keptTexts(page))).toContain("of the first forum");
  }).toPass();
  await (await forms()).last().click();
  await expect(page.getByLabel("What they recommend")).toHaveValue("");
  await (await forms()).first().click();
  await expect(page.getByLabel("What they recommend")).toHaveValue("Made up: of the first forum.");
});
