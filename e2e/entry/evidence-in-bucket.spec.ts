import { readFileSync } from "node:fs";
import { photo } from "@/lib/cleaning/testing/authored-files";
import { hasS3Server, startS3Server } from "@/lib/server/files/testing/s3-server";
import { entryForm } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { main } from "../support/look";
import { filledPlace, startServer } from "../support/server";
import { signInByRequest } from "../support/sign-in";

// The same where several servers keep files in a bucket. Debian: apt-get install python3-moto python3-flask-cors

test.skip(!hasS3Server(), "needs python3-moto");

test("a file is kept in the bucket and read from it, and a store that is away takes nothing", async ({ browser }) => {
  test.setTimeout(240_000);
  const store = await startS3Server();
  const place = await filledPlace();
  const server = await startServer({ ...place.env, ...store.env });
  try {
    const page = await (await browser.newContext({ baseURL: server.address, javaScriptEnabled: false })).newPage();
    await signInByRequest(page, "focal.thailand");
    await page.goto(`${entryForm}/indicators/G6.2-a`);
    const send = async (name: string) => {
      const file = { name, mimeType: "image/png", buffer: Buffer.from(await photo("png")) };
      await page.getByLabel("Add files").setInputFiles(file);
      await page.getByRole("button", { name: "Add the file" }).click();
    };
    await send("Register.png");
    await expect(main(page)).toContainText("The file was added.");
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Register" }).click();
    expect(
      readFileSync(await (await downloading).path())
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    expect(server.output()).toContain("Files are kept in a bucket.");
    await store.stop();
    await send("Another.png");
    await expect(main(page)).toContainText("Files can’t be stored at this moment, so nothing was added.");
    await expect(page.getByRole("link", { name: "Another" })).toBeHidden();
    expect(server.output()).toContain("it can't be reached (ECONNREFUSED)");
  } finally {
    await server.stop();
    await place.remove();
    await store.stop();
  }
});
