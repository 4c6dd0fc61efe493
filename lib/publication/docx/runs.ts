import { type IRunOptions, TextRun } from "docx";
import { languageOfText, plainText, type Text } from "../document";
import { unbroken } from "../look";
import { fontOfScript, scriptOfLanguage, scriptRuns, wordLanguage } from "./scripts";

type RunLook = Pick<IRunOptions, "bold" | "border" | "color" | "shading" | "size">;

/**
 * The text as runs of one script each, with a line break at each line feed.
 * A run in the document's own language doesn't name it; the default style does.
 */
export function runsOf(text: Text, look: RunLook = {}): TextRun[] {
  const language = languageOfText(text);
  return plainText(text)
    .split("\n")
    .flatMap((line, index) => {
      const runs = scriptRuns(withoutBreaks(line));
      const pieces = runs.length === 0 ? [{ text: "", script: "latin" as const }] : runs;
      return pieces.map(
        (piece, place) =>
          new TextRun({
            ...look,
            text: piece.text,
            ...(index > 0 && place === 0 ? { break: 1 } : {}),
            // The style's font serves Latin letters; another script takes its font in all four of Word's places.
            ...(piece.script === "latin" ? {} : { font: fontOfScript[piece.script] }),
            ...(language === undefined ? {} : { language: wordLanguage(language) }),
          }),
      );
    });
}

/** Blanks within what is read as one don't end a line; a hyphen that doesn't would no longer be found as the one that was written. */
const withoutBreaks = (line: string) =>
  line.replace(new RegExp(unbroken, "gu"), (whole) => whole.replace(/(?<=.) /g, "\u00a0"));

/** The fonts of a style: Latin by itself, and beside it the script of the document's language. */
export function fontsOf(language: string) {
  const script = scriptOfLanguage(language);
  return {
    ascii: fontOfScript.latin,
    hAnsi: fontOfScript.latin,
    cs: fontOfScript[script === "han" || script === "latin" ? "thai" : script],
    eastAsia: fontOfScript.han,
  };
}
