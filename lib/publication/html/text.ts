import { h, type Result } from "hastscript";
import { languageOfText, plainText, type Text } from "../document";

export type HtmlElement = Extract<Result, { type: "element" }>;

/** The text with a line break at each line feed, and its language where that isn't the document's. */
export function textOf(text: Text): (string | HtmlElement)[] {
  const lines = plainText(text).split("\n");
  const parts = lines.flatMap((line, index) => (index === 0 ? [line] : [h("br"), line]));
  const language = languageOfText(text);
  return language === undefined ? parts : [h("span", { lang: language }, parts)];
}
