import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import * as messages from "@/lib/i18n/messages/en";
import type { KeyActionView } from "@/lib/views/commitments/observation-view";
import { AddKeyAction, TellKeyAction } from "./key-action-forms";

const keyAction: KeyActionView = {
  id: 1,
  body: "A hotline is named.",
  organisation: null,
  dueOn: "2018-12-31",
  firstDueOn: "2018-12-31",
  isOverdue: false,
  state: "planned",
  doneOn: null,
  evidence: null,
  reason: "",
  rowVersion: 1,
};

it("forms of two units on one page have no id twice, and each label names a field of its own", () => {
  const page = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      {["KHM", "THA"].map((of) => {
        const form = { hidden: { unit: of }, here: "/", words: null, action: async () => null, of };
        return (
          <div key={of}>
            <AddKeyAction {...form} organisations={[]} taskForce="Its task force" />
            <TellKeyAction {...form} keyActions={[keyAction]} />
          </div>
        );
      })}
    </NextIntlClientProvider>,
  );
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
  expect(ids).toContain("THA-reason");
  expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
  for (const [, field] of page.matchAll(/ for="([^"]+)"/g)) expect(ids).toContain(field);
  // What is sent has the same name for each.
  expect(page.match(/ name="reason"/g)).toHaveLength(2);
});
