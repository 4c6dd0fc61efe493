import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableViewAsked, tableViewOf } from "./read-table-view";
import { pageSizes, queryOfTable, type TableView, wholeTable } from "./table-view";

const columns = { sortable: ["title", "region"], hideable: ["measure", "aim", "region"] };
const read = (query: string) => tableViewOf(new URLSearchParams(query), columns);

describe("what an address asks of a table", () => {
  it("is read whole", () => {
    expect(read("find=law&sort=-region&hide=aim.measure&rows=25&page=2")).toEqual({
      find: "law",
      sort: "-region",
      hidden: ["measure", "aim"],
      size: 25,
      page: 2,
    });
  });

  it("is nothing where the address says nothing", () => {
    expect(read("")).toEqual(wholeTable);
  });

  it.each([
    ["sort=secret", "a column that there is not"],
    ["sort=measure", "a column that can't be ordered by"],
    ["sort=--region", "an order that there is not"],
    ["sort=__proto__", "a name of the language"],
    ["sort=toString&hide=constructor.__proto__", "names of the language"],
    ["hide=title", "the column that names the rows"],
    ["rows=1000000", "more rows than a page has"],
    ["rows=25.0", "another way to write a number"],
    ["page=0", "no page"],
    ["page=-1", "a page before the first"],
    ["page=1e9", "a page too far"],
    ["page=%EF%BC%92", "a digit of another script"],
    [`find=${"a".repeat(101)}`, "words without end"],
    ["find=a%00b", "a character that can't be typed"],
    ["find=a%0Ab", "a line that can't be typed"],
  ])("is nothing for %s: %s", (query) => {
    expect(read(query)).toEqual(wholeTable);
  });

  it("keeps what can be meant beside what can't", () => {
    expect(read("sort=secret&find=law&hide=aim.title.aim")).toEqual({ ...wholeTable, find: "law", hidden: ["aim"] });
  });

  it("comes back from its own query, and leaves what else stands there", () => {
    const view: fc.Arbitrary<TableView> = fc.record({
      find: fc.string({ maxLength: 100 }).map((text) => text.replace(/\p{Cc}/gu, "").trim()),
      sort: fc.constantFrom("", "title", "-title", "region", "-region"),
      hidden: fc.subarray(columns.hideable),
      size: fc.constantFrom(null, ...pageSizes),
      page: fc.integer({ min: 1, max: 9999 }),
    });
    fc.assert(
      fc.property(view, (asked) => {
        const query = queryOfTable(asked, new URLSearchParams("of=another&find=before&page=7"));
        expect(query.get("of")).toBe("another");
        const page = asked.size === null ? 1 : asked.page;
        expect(tableViewOf(new URLSearchParams(query.toString()), columns)).toEqual({ ...asked, page });
      }),
    );
  });
});

it("is read of what a page is given as well: of a name that stands there twice, the first", () => {
  expect(tableViewAsked({ sort: ["-region", "title"], find: undefined, hide: "aim", other: "x" }, columns)).toEqual({
    ...wholeTable,
    sort: "-region",
    hidden: ["aim"],
  });
});

it("begins with the name of a table that isn't the page's main one, and leaves what another one is asked", () => {
  const waiting = { ...columns, name: "waiting" };
  const query = "sort=title&waiting.sort=-region&waiting.find=law";
  const asked = tableViewAsked(Object.fromEntries(new URLSearchParams(query)), waiting);
  expect(asked).toEqual({ ...wholeTable, sort: "-region", find: "law" });
  expect(`${queryOfTable({ ...asked, find: "" }, new URLSearchParams(query), waiting)}`).toBe(
    "sort=title&waiting.sort=-region",
  );
  expect(read(query)).toEqual({ ...wholeTable, sort: "title" });
});

it("names a page alone of a table that has pages by itself", () => {
  const paged = { ...columns, size: 25 } as const;
  const asked = tableViewAsked({ page: "2" }, paged);
  expect(asked).toEqual({ ...wholeTable, size: 25, page: 2 });
  expect(`${queryOfTable(asked, new URLSearchParams(), paged)}`).toBe("page=2");
  const larger = { ...asked, size: 50 } as const;
  expect(`${queryOfTable(larger, new URLSearchParams(), paged)}`).toBe("rows=50&page=2");
  expect(tableViewAsked({ rows: "7" }, paged).size).toBe(25);
});
