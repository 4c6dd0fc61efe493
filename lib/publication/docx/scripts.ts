// Word looks for a font by script, and picks wrongly where a run mixes two: so each run holds one script, with its font.

export type Script = "latin" | "thai" | "khmer" | "lao" | "myanmar" | "han";

export const fontOfScript: Record<Script, string> = {
  latin: "Noto Sans",
  thai: "Noto Sans Thai",
  khmer: "Noto Sans Khmer",
  lao: "Noto Sans Lao",
  myanmar: "Noto Sans Myanmar",
  han: "Noto Sans SC",
};

const patterns: [Script, RegExp][] = [
  ["thai", /\p{Script=Thai}/u],
  ["khmer", /\p{Script=Khmer}/u],
  ["lao", /\p{Script=Lao}/u],
  ["myanmar", /\p{Script=Myanmar}/u],
  ["han", /[\p{Script=Han}\u3000-\u303f\u30fb\uff00-\uffef]/u],
];
/** Spaces, joiners and marks belong to the letter before them. */
const follows = /[\s\p{Cf}\p{M}]/u;
/** Quotation marks and dashes are as wide as a character between Chinese ones. */
const followsHan = /[“”‘’—…·]/u;

interface ScriptRun {
  text: string;
  script: Script;
}

/** The text in pieces of one script each; together they are the text. */
export function scriptRuns(text: string): ScriptRun[] {
  const runs: ScriptRun[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const script =
      character <= "\u024f" && !/\s/.test(character)
        ? "latin"
        : last && (follows.test(character) || (last.script === "han" && followsHan.test(character)))
          ? last.script
          : (patterns.find(([, pattern]) => pattern.test(character))?.[0] ?? "latin");
    if (last?.script === script) last.text += character;
    else runs.push({ text: character, script });
  }
  return runs;
}

/** What a language is mostly written in. */
export function scriptOfLanguage(language: string): Script {
  const scripts: Record<string, Script> = { th: "thai", km: "khmer", lo: "lao", my: "myanmar", zh: "han" };
  return scripts[baseOf(language)] ?? "latin";
}

/** Word knows languages by country. */
const tags: Record<string, string> = {
  en: "en-GB",
  th: "th-TH",
  km: "km-KH",
  lo: "lo-LA",
  my: "my-MM",
  vi: "vi-VN",
  zh: "zh-CN",
};
const baseOf = (language: string) => language.toLowerCase().split("-")[0]!;

interface WordLanguage {
  value: string;
  eastAsia?: string;
  bidirectional?: string;
}

/** A language as a run names it: by itself, and once more where Word looks for that of its script. */
export function wordLanguage(language: string): WordLanguage {
  const value = language.includes("-") ? language : (tags[language] ?? language);
  const script = scriptOfLanguage(language);
  if (script === "latin") return { value };
  return script === "han" ? { value, eastAsia: value } : { value, bidirectional: value };
}
