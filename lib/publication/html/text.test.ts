import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { describe, expect, it } from "vitest";
import type { Text } from "../document";
import { textOf } from "./text";

const html = (text: Text) => toHtml(h("p", textOf(text)));

describe("text", () => {
  it("keeps codes, spans of years and Thai years whole at the end of a line", () => {
    expect(html("Adults (G6.1.1-b), 2015–2018")).toBe(
      '<p>Adults (<span class="whole">G6.1.1-b</span>), <span class="whole">2015–2018</span></p>',
    );
    expect(html("ความก้าวหน้า พ.ศ. 2559")).toBe('<p>ความก้าวหน้า <span class="whole">พ.ศ. 2559</span></p>');
  });

  it("leaves alone what stands at the start of a line anyway, and what isn't a code", () => {
    for (const text of ["G6.1-b Adults", "a well-known rule", "Table 12, 3-5"])
      expect(html(text)).toBe(`<p>${text}</p>`);
  });

  it("breaks at line feeds, and names a language that isn't the document's", () => {
    expect(html({ text: "one (G1.1-a)\ntwo", lang: "en" })).toBe(
      '<p><span lang="en">one (<span class="whole">G1.1-a</span>)<br>two</span></p>',
    );
    expect(html("")).toBe("<p></p>");
  });
});
