import { expect, test } from "../support/fixtures";

test.use({ readsAlone: true });

// A reader on a slow line keeps what they have: a page crosses again only when it says something else.

for (const path of ["/en/spaiv/2016", "/en/spaiv/2016/csv"]) {
  test(`${path} doesn't cross again while it is unchanged`, async ({ request }) => {
    const first = await request.get(path);
    expect(first.headers()["cache-control"]).toContain("must-revalidate");
    const tag = first.headers().etag!;

    const again = await request.get(path, { headers: { "If-None-Match": tag } });
    expect(again.status()).toBe(304);
    expect((await again.body()).length).toBe(0);
    // One tag for the page in every encoding, so that it is a weak one.
    expect(tag).toMatch(/^W\/"/);
    for (const encoding of ["br", "gzip", "identity"]) {
      const headers = { "If-None-Match": `"other", ${tag}`, "Accept-Encoding": encoding };
      expect((await request.get(path, { headers })).status(), encoding).toBe(304);
      expect((await request.head(path, { headers })).status(), encoding).toBe(304);
    }
    expect((await request.get(path, { headers: { "If-None-Match": '"other"' } })).status()).toBe(200);

    const elsewhere = await request.get(path.replace("2016", "2015"), { headers: { "If-None-Match": tag } });
    expect(elsewhere.status()).toBe(200);
    expect(elsewhere.headers().etag).not.toBe(tag);
  });

  test(`${path} is the same from memory as when it was made, compressed or not`, async ({ request }) => {
    const other = path.replace("2016", "2015").replace("/en/", "/th/");
    const read = async (headers: Record<string, string>) => {
      const response = await request.get(other, { headers });
      expect(response.status()).toBe(200);
      const { "content-encoding": encoding, ...own } = response.headers();
      const told = ["content-type", "content-disposition", "content-security-policy", "etag", "cache-control", "vary"];
      return {
        encoding,
        isMade: "x-nextjs-cache" in own,
        told: told.map((name) => own[name]),
        text: await response.text(),
      };
    };
    const made = await read({ "Accept-Encoding": "gzip" });
    expect(made.isMade).toBe(true);
    expect(await read({ "Accept-Encoding": "gzip" })).toEqual({ ...made, isMade: false });
    expect(await read({ "Accept-Encoding": "identity" })).toEqual({ ...made, isMade: false, encoding: undefined });
    // The smallest copy is made in the background.
    await expect(async () => {
      expect(await read({ "Accept-Encoding": "gzip, br" })).toEqual({ ...made, isMade: false, encoding: "br" });
    }).toPass();
    const head = await request.head(other);
    expect([head.status(), head.headers().etag]).toEqual([200, made.told[3]]);
    if (path.endsWith("csv")) return;
    const forScript = await request.get(`${other}?_rsc=1`, { headers: { RSC: "1" } });
    expect(forScript.headers()["content-type"]).toContain("text/x-component");
  });
}

test("the largest page stays small: 80 KB before compression, in the language with the shortest letters @quick", async ({
  request,
}) => {
  const page = await (await request.get("/en/spaiv/2016")).body();
  expect(page.length / 1024).toBeLessThan(80);
});
