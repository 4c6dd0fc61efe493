import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import { type AtomEntry, atomFeed } from "./atom-feed";

/** The text of every element, and every attribute, as a strict parser reads them. */
function read(xml: string) {
  const found: [name: string, text: string][] = [];
  const open: { name: string; text: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, attributes }) => {
    open.push({ name: local, text: "" });
    for (const { name, value } of Object.values(attributes)) found.push([`${local}@${name}`, value]);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on("closetag", () => {
    const { name, text } = open.pop()!;
    found.push([name, text]);
  });
  parser.write(xml).close();
  return (name: string) => found.filter(([each]) => each === name).map(([, text]) => text);
}

const entry: AtomEntry = {
  href: "/en/spaiv/observations/1",
  title: "Observation 1",
  updated: "2018-05-08T00:00:00Z",
  author: null,
  related: null,
  summary: "Replied on 8 May 2018",
  content: { text: "Our shelter saw more", language: "th" },
};
const feed = {
  self: "/en/spaiv/feed.xml",
  page: "/en/spaiv/observations",
  title: "Observations",
  language: "en",
  author: "SPAIV Monitor",
  updated: "2018-05-08T00:00:00Z",
};

it("is well formed, and says of each entry what it was given", () => {
  const of = read(
    atomFeed({
      ...feed,
      entries: [entry, { ...entry, href: "/b", related: "/c", author: "The Shelter", content: null }],
    }),
  );
  expect(of("title")).toEqual(["Observations", "Observation 1", "Observation 1"]);
  expect(of("name")).toEqual(["SPAIV Monitor", "The Shelter"]);
  expect(of("content")).toEqual(["Our shelter saw more"]);
  expect(of("content@xml:lang")).toEqual(["th"]);
  expect(of("link@href")).toEqual([feed.self, feed.page, entry.href, "/b", "/c"]);
  expect(new Set(of("id")).size).toBe(3);
  for (const id of of("id")) expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
});

it("stays so whatever words hold", () => {
  const hostile = `</content><script>alert("1")</script> ]]> &amp; <!-- ' \u0000\u0008\ud800\uffff \u{1f600}`;
  const of = read(
    atomFeed({
      ...feed,
      title: hostile,
      self: `/"><script>`,
      author: hostile,
      entries: [
        { ...entry, title: hostile, author: hostile, summary: hostile, content: { text: hostile, language: `"x` } },
      ],
    }),
  );
  const readable = hostile.replace("\u0000\u0008\ud800\uffff", "\ufffd\ufffd\ufffd\ufffd");
  expect(of("title")).toEqual([readable, readable]);
  expect([...of("summary"), ...of("content")]).toEqual([readable, readable]);
  expect(of("content@xml:lang")).toEqual([`"x`]);
  expect(of("script")).toEqual([]);
});
