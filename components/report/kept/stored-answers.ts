import { type AsStored, askStored, standsStored } from "@/components/entry/state/standing-stored";
import type { Memory, Owner } from "@/components/entry/state/unsent-cells";
import { cellField } from "@/lib/schemas/reports/entry-fields";
import { enteredFromFields } from "@/lib/schemas/values/entered-value";
import { forgetForms, type KeptWords, ofHand } from "./kept-words";

/** Whether each cell that was changed in the form of an indicator stands stored as it was sent. */
export function isStoredAnswer(words: KeptWords, stored: AsStored): boolean {
  const cells = new Set(Object.keys(ofHand(words)).map((name) => name.slice(0, name.lastIndexOf("|"))));
  return [...cells].every((cell) =>
    standsStored(
      stored,
      cell,
      enteredFromFields(stored.rules.type, (field) => {
        const word = words[cellField(cell, field)];
        return typeof word === "string" ? word : undefined;
      }),
    ),
  );
}

/** An answer of an indicator that was sent from its own page, and of which nothing was heard. */
export interface SentAnswer {
  /** Its form's name. */
  form: string;
  indicator: string;
  words: KeptWords;
}

/** Forgets the answers that the server has as they were sent, unless somebody wrote on meanwhile. */
export async function forgetStoredAnswers(memory: Memory, owner: Owner, answers: readonly SentAnswer[]): Promise<void> {
  for (const { form, indicator, words } of answers) {
    const stored = await askStored(owner, indicator);
    if (!stored || !isStoredAnswer(words, stored)) continue;
    const asAsked = JSON.stringify(words);
    forgetForms(memory, owner, (other, now) => other === form && JSON.stringify(now) === asAsked);
  }
}
