import { describe, expect, it } from "vitest";
import { warnedParts } from "@/lib/domain/free-text/unsafe-parts";
import { newObservationForm, observationReplyForm, sendBackForm } from "@/lib/schemas/commitments/observation-forms";
import {
  methodField,
  type ShadowPart,
  shadowField,
  shadowPartField,
  shadowParts,
} from "@/lib/schemas/commitments/shadow-fields";
import { heardObservations } from "./heard-observations";
import { laterObservations } from "./later-observations";
import { typedShadow } from "./made-up-observation";
import { waitingObservations } from "./waiting-observations";

const at = { locale: "en", plan: "spaiv" };
const seen = { ...at, id: "1", rowVersion: "1" };
const said = [...waitingObservations, ...heardObservations, ...laterObservations].map(
  (each) => [each.rounds[0]!.body, each] as const,
);

describe("what the demonstration says", () => {
  it.each(said)("is taken by the forms, tells nobody, and says that it is made up: %s", (_, observation) => {
    const { unit, period, about = { of: "unit" }, rounds, said: own } = observation;
    const { sources = [], ...words } = own;
    const fields = sources.flatMap(({ title, url }, index) => [
      [`title_${index + 1}`, title],
      [`url_${index + 1}`, url],
    ]);
    for (const { body, checked } of rounds) {
      const shadow = typedShadow(observation);
      const typed: [string, string][] = shadowParts.map((part) => [shadowField(part), shadow?.typed[part] ?? ""]);
      for (const [cell, parts] of shadow?.parts ?? [])
        for (const [part, number] of Object.entries(parts))
          typed.push([shadowPartField(cell, part as ShadowPart), number]);
      fields.push(...typed, [methodField, shadow?.method ?? ""]);
      const form = {
        ...at,
        unit,
        period,
        ...(about.of !== "unit" && { [about.of]: about.code }),
        ...words,
        body,
        ...Object.fromEntries(fields),
      };
      expect(newObservationForm.parse(form).words).toEqual({ ...words, body, sources, shadow });
      const texts = [body, ...(shadow ? [shadow.method] : [])];
      if (checked && "rule" in checked) {
        texts.push(checked.note);
        expect(sendBackForm.safeParse({ ...seen, ...checked }).success).toBe(true);
      } else if (checked?.reply) {
        texts.push(checked.reply.body, ...(checked.reply.keyActions ?? []).map((action) => action.body));
        expect(observationReplyForm.safeParse({ ...seen, ...checked.reply }).success).toBe(true);
      }
      for (const text of texts) {
        expect(text).toMatch(
          /^(?:Made-up |ตัวอย่างสมมติ|คำตอบสมมติ|Ví dụ giả định|Trả lời giả định|ឧទាហរណ៍សន្មត|ចម្លើយសន្មត|วิธีการสมมติ|Phương pháp giả định|វិធីសន្មត|សកម្មភាពសន្មត)/,
        );
        expect(warnedParts(text)).toEqual([]);
      }
    }
    for (const { title } of sources) expect(title).toMatch(/\((?:made up|giả định)\)$/);
  });
});
