import type { Direction } from "@/lib/domain/framework/indicator";
import type { Letters } from "@/lib/domain/progress/assessment";
import type { MethodStep } from "@/lib/domain/progress/progress-steps";
import type { Status } from "@/lib/domain/progress/status";
import { parseFraction } from "@/lib/domain/values/rational";
import { plannedText, type Wording } from "../views/public-value";
import type { Formula } from "./formula";

type SentenceKey =
  | "noValue"
  | "keep"
  | "keepLost"
  | "reached"
  | "missed"
  | "level"
  | "levelLost"
  | "ratio"
  | "backwards"
  | "yesNo"
  | "sure";

/** A message's key in `public.explain.sentence`, with the letters written out. */
export interface ExplanationSentence {
  key: SentenceKey;
  args: Record<keyof Letters | "percent" | "path", string>;
}

/** What the sentence about a status rests on. */
export interface JudgedLetters {
  status: Status;
  step: MethodStep | null;
  letters: Letters;
  inputs: { direction: Direction };
}

export type LetterTexts = Record<keyof Letters, string | null>;

function sentence(key: SentenceKey, texts: LetterTexts, percent: string, path: string): ExplanationSentence {
  return { key, args: { y: texts.y ?? "", b: texts.b ?? "", A: texts.A ?? "", T: texts.T ?? "", percent, path } };
}

/** Which letters a sentence speaks of; it is only said where all of them are public. */
const speaksOf: Partial<Record<SentenceKey, readonly (keyof Letters)[]>> = {
  keep: ["y", "T"],
  keepLost: ["y", "T"],
  reached: ["y", "T"],
  missed: ["y", "T"],
  level: ["y", "A"],
  levelLost: ["y", "A"],
  ratio: ["y", "b", "A"],
  backwards: ["y", "b", "A"],
  yesNo: ["y", "T"],
};

/** What a sentence asks for, so that it says which side of it is good. Others say it in words: "is behind". */
const heldAgainst: Partial<Record<SentenceKey, "A" | "T">> = {
  level: "A",
  ratio: "A",
  backwards: "A",
  reached: "T",
};

/** null where the reason says how the status came about, or a letter that the sentence speaks of isn't public. */
export function explanationSentence(
  told: JudgedLetters | null,
  texts: LetterTexts,
  formula: Formula | null,
  wording: Wording,
): ExplanationSentence | null {
  if (told === null) return sentence("noValue", texts, "", "");
  const { status, step, letters, inputs } = told;
  if (status === "notAssessed") return null;
  const key = step === null ? "sure" : keyOf(step, status);
  if (!key || speaksOf[key]?.some((letter) => texts[letter] === null)) return null;
  if (key === "ratio" && formula === null) return null;
  const held = heldAgainst[key];
  const text = held && texts[held];
  const said = held && text ? { ...texts, [held]: plannedText(text, inputs.direction, wording) } : texts;
  return sentence(key, said, formula?.percent ?? "", pathOf(letters));
}

/** Where the planned path has come to, seen from the baseline. */
function pathOf({ b, A }: Letters): "flat" | "falls" | "rises" | "unknown" {
  if (b === null || A === null) return "unknown";
  const way = parseFraction(A).sub(parseFraction(b));
  return way.equals(0) ? "flat" : way.gt(0) ? "rises" : "falls";
}

function keyOf(step: MethodStep, status: Status): SentenceKey | null {
  switch (step) {
    case "2":
      return status === "maintained" ? "keep" : "keepLost";
    case "3":
      return "reached";
    case "4":
      return "missed";
    case "6":
      return status === "onTrack" ? "level" : "levelLost";
    case "7":
      return status === "movingAway" ? "backwards" : "ratio";
    case "yesNo":
      return "yesNo";
    default:
      return null;
  }
}
