import { expect, test } from "./fixtures";

// A reader on a slow line keeps what they have: a page crosses again only when it says something else.

for (const path of ["/en/spaiv/2016", "/en/spaiv/2016/csv"]) {
  test(`${path} doesn't cross again while it is unchanged`, async ({ request }) => {
    const first = await request.get(path);
    expect(first.headers()["cache-control"]).toContain("must-revalidate");
    const tag = first.headers().etag!;

    const again = await request.get(path, { headers: { "If-None-Match": tag } });
    expect(again.status()).toBe(304);
    expect((await again.body()).length).toBe(0);
    const compressedOnTheWay = await request.get(path, { headers: { "If-None-Match": `"other", W/${tag}` } });
    expect(compressedOnTheWay.status()).toBe(304);
    expect((await request.get(path, { headers: { "If-None-Match": '"other"' } })).status()).toBe(200);

    const elsewhere = await request.get(path.replace("2016", "2015"), { headers: { "If-None-Match": tag } });
    expect(elsewhere.status()).toBe(200);
    expect(elsewhere.headers().etag).not.toBe(tag);
  });
}
