import { describe, expect, it } from "vitest";
import { compactHtml } from "./compact-html.mjs";

describe("a page in fewer bytes", () => {
  it("leaves out the ends of cells, rows and items that others follow", () => {
    const table =
      '<table><thead><tr><th scope="col">Indicator</th><th>KHM</th></tr></thead><tbody class="p1"><tr><th>G1</th><td class="A">Achieved</td><td></td></tr><tr><td>–</td></tr></tbody><tbody><tr><td>1</td></tr></tbody></table>';
    expect(compactHtml(table)).toBe(
      "<table><thead><tr><th scope=col>Indicator<th>KHM<tbody class=p1><tr><th>G1<td class=A>Achieved<td><tr><td>–<tbody><tr><td>1</table>",
    );
    expect(compactHtml('<ul><li>1</li><li class="x"><a>2</a></li></ul><ol><li>3</li></ol>')).toBe(
      "<ul><li>1<li class=x><a>2</a></ul><ol><li>3</ol>",
    );
  });

  it("leaves out the quotes of one word, and keeps those of more", () => {
    expect(compactHtml('<p class="hint push"><a class="x" href="/en/">1</a><input type="radio"/></p>')).toBe(
      '<p class="hint push"><a class=x href="/en/">1</a><input type="radio"/></p>',
    );
  });

  it("keeps an end that something else follows, for a parser would take that for a part of it", () => {
    for (const html of ["<tr><td>1</td> <td>2</td> </tr> ", "<ul><li>1</li><!--$--></ul>", '<td class="A dim">1</td>'])
      expect(compactHtml(html)).toBe(html);
  });
});
