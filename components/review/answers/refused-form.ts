import type { Refused } from "@/lib/schemas/forms/form-state";
import { answerFields, asStored, seenAnswer, seenField, seenIn } from "@/lib/schemas/reports/review-fields";
import { type Choice, type Choices, isSame } from "./choice";

/** What a page shows after the form of a whole page was refused. */
export interface AfterRefusal {
  choices: Choices;
  /** What its person saw where they changed something, by code, as `seenAnswer` writes it: what stands by now may be another. */
  seen: Readonly<Record<string, string>>;
  /** Codes of what isn't stored: it stands on the page, also where what is stored by now has no place there. */
  unsaved: readonly string[];
}

/**
 * What its person changed stays as it was entered, with what they had seen. Where they changed nothing, or what they
 * entered is stored, the page shows what stands: sent once more, an old answer would replace a colleague's.
 * @param present all answers of the report as they are stored now
 */
export function afterRefusal(
  present: Choices,
  { entered, problems }: Pick<Refused, "entered" | "problems">,
): AfterRefusal {
  const [choices, seen]: [Choices, Record<string, string>] = [{ ...present }, {}];
  for (const [code, before] of seenIn(entered[seenField]?.[0] ?? "")) {
    const standing = present[code];
    if (!standing) continue;
    const names = answerFields(code);
    const mine = choiceIn(entered[names.answer]?.[0], entered[names.query]?.[0]);
    // Words without a choice are no change of the answer, but they are typed.
    const words = mine.answer === "query" ? "" : mine.query;
    const isChanged = seenAnswer(mine) !== before || (asStored(words) !== "" && standing.answer === "query");
    if (!isChanged) choices[code] = words === "" ? standing : { ...standing, query: words };
    else {
      choices[code] = mine;
      // Whoever was told of another's answer has seen it.
      const told = problems.find(({ field, key }) => field === names.answer && key === "answeredMeanwhile")?.args;
      if (seenAnswer(mine) !== seenAnswer(standing)) seen[code] = told ? seenAnswer(told) : before;
    }
  }
  const isUnsaved = (code: string) =>
    !isSame(choices[code]!, present[code]!) ||
    problems.some(({ field }) => Object.values(answerFields(code)).includes(field));
  return { choices, seen, unsaved: Object.keys(present).filter(isUnsaved) };
}

const choiceIn = (answer: string | undefined, query = ""): Choice => ({
  answer: answer === "accept" || answer === "query" ? answer : null,
  query,
});
