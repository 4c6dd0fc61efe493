import fc from "fast-check";
import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import { plainMessage } from "./plain-message";

const said = (typed: string) => {
  const messages = { alone: plainMessage(typed), within: `{title} – ${plainMessage(typed)}` };
  const t = createTranslator({ locale: "en", messages, onError: (error) => expect.fail(error.message) });
  return [t("alone"), t("within", { title: "People" })];
};

it.each(["Mekong Monitor", "L'Observatoire", "'", "''a'", "# | it", "ติดตามผล"])("says %s", (typed) => {
  expect(said(typed)).toEqual([typed, `People – ${typed}`]);
});

it("says whatever was typed", () => {
  const typed = fc.array(fc.constantFrom(..."a'#| ็"), { minLength: 1 }).map((letters) => letters.join(""));
  fc.assert(
    fc.property(typed, (text) => {
      expect(said(text)).toEqual([text, `People – ${text}`]);
    }),
  );
});
