import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Pager } from "./pager";

const shown = (page: number, pages: number) =>
  renderToStaticMarkup(
    <Pager
      page={page}
      pages={pages}
      hrefOf={(number) => `/list?page=${number}`}
      words={{ label: "Pages", place: `Page ${page} of ${pages}`, previous: "Newer", next: "Older" }}
    />,
  );
const links = (markup: string) => [...markup.matchAll(/href="([^"]*)">(\w+)</g)].map(([, href, text]) => [text, href]);

describe("pager", () => {
  it("leads to the pages before and after, with plain links", () => {
    expect(links(shown(2, 3))).toEqual([
      ["Newer", "/list?page=1"],
      ["Older", "/list?page=3"],
    ]);
    expect(links(shown(1, 3))).toEqual([["Older", "/list?page=2"]]);
    expect(links(shown(3, 3))).toEqual([["Newer", "/list?page=2"]]);
    expect(shown(3, 3)).toContain("Page 3 of 3");
  });

  it("isn't there for a single page", () => {
    expect(shown(1, 1)).toBe("");
  });
});
