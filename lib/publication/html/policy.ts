import { createHash } from "node:crypto";

/**
 * The Content-Security-Policy under which a page of `htmlOf` looks as it should and can do nothing: no script, no address
 * but those within the page, of sheets only its own, by its hash, and of pictures and fonts only those that stand in it.
 * @throws Error for a text that isn't such a page
 */
export function htmlPolicy(html: string): string {
  // The sheet stands before any text of people, in which `<` can't be.
  const start = html.indexOf("<style>");
  const end = html.indexOf("</style>", start);
  if (start < 0 || end < 0) throw new Error("The page has no sheet");
  const sheet = html.slice(start + "<style>".length, end);
  const hash = createHash("sha256").update(sheet, "utf8").digest("base64");
  const rules = ["default-src 'none'", `style-src 'sha256-${hash}'`, "img-src data:", "font-src data:"];
  return [...rules, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"].join("; ");
}
