import { h, type Result } from "hastscript";
import { languageOfText, plainText, type Text } from "../document";
import { unbroken } from "../look";

export type HtmlElement = Extract<Result, { type: "element" }>;

/** The text with a line break at each line feed, and its language where that isn't the document's. */
export function textOf(text: Text): (string | HtmlElement)[] {
  const lines = plainText(text).split("\n");
  const parts = lines.flatMap((line, index) => (index === 0 ? wholeIn(line) : [h("br"), ...wholeIn(line)]));
  const language = languageOfText(text);
  return language === undefined ? parts : [h("span", { lang: language }, parts)];
}

/** The line, in which what is read as one isn't parted at the end of a line. */
function wholeIn(line: string): (string | HtmlElement)[] {
  const parts: (string | HtmlElement)[] = [];
  let end = 0;
  for (const { 0: found, index } of line.matchAll(new RegExp(unbroken, "gu"))) {
    // What stands before a code tells that it is one, and isn't part of it.
    const start = /^[\p{L}\d]/u.test(found) ? index : index + 1;
    parts.push(line.slice(end, start), h("span", { class: "whole" }, line.slice(start, index + found.length)));
    end = index + found.length;
  }
  return [...parts, line.slice(end)].filter((part) => part !== "");
}
