import { describe, expect, it } from "vitest";
import { warnedParts } from "@/lib/domain/free-text/unsafe-parts";
import { answerActionForm } from "@/lib/schemas/commitments/key-action-forms";
import {
  newRecommendationForm,
  recommendationResponseForm,
  sendBackRecommendationForm,
} from "@/lib/schemas/commitments/recommendation-forms";
import { madeUpForum, madeUpRecommendations } from "./made-up-forum";

const at = { locale: "en", plan: "spaiv" };
const seen = { ...at, id: "1", rowVersion: "1" };
const isMadeUp = /^(?:Made-up |ตัวอย่างสมมติ|คำตอบสมมติ)/;

describe("what the demonstration lets young people say", () => {
  it.each(madeUpRecommendations.map((made) => [made.body, made] as const))(
    "is taken by the forms, tells nobody, and says that it is made up: %s",
    (_, { body, language, node, units = [], words = [], checked }) => {
      const said = { body, language, node, units };
      expect(newRecommendationForm.parse({ ...at, ...said, meeting: "1" })).toMatchObject(said);
      const texts = [body, ...words.map((each) => each.body)];
      if (checked && "rule" in checked) {
        expect(sendBackRecommendationForm.parse({ ...seen, ...checked })).toMatchObject({ note: checked.note });
        texts.push(checked.note);
      } else
        for (const answer of checked?.answers ?? []) {
          expect(recommendationResponseForm.parse({ ...seen, ...answer }).body).toBe(answer.body ?? "");
          texts.push(...(answer.body ? [answer.body] : []));
          for (const { body: action } of answer.keyActions ?? []) {
            const form = { ...seen, unit: answer.unit, action, actionDueOn: "2018-12-01" };
            expect(answerActionForm.parse(form).action).toBe(action);
            texts.push(action);
          }
        }
      for (const text of texts) {
        expect(text).toMatch(isMadeUp);
        expect(warnedParts(text)).toEqual([]);
      }
    },
  );

  it("is of a forum that is made up as well, of as many as may come", () => {
    for (const { title, notes } of madeUpForum.texts) for (const text of [title, notes]) expect(text).toMatch(isMadeUp);
    expect(madeUpForum.organisers).toMatch(/\(made up\)$/);
    const count = madeUpForum.participants.reduce((sum, each) => sum + each.count, 0);
    expect(count).toBeGreaterThan(20);
  });
});
