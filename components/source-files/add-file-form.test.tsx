import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import * as en from "@/lib/i18n/messages/en";
import * as th from "@/lib/i18n/messages/th";
import { observationFileRefusals } from "@/lib/schemas/commitments/observation-file-form";
import { AddFileForm } from "./add-file-form";

// Args that a page knows: no address carries a name.
const known = { limit: 100, kind: "phone", found: "“081”", count: 1, more: 0 };

describe.each([
  ["en", en],
  ["th", th],
] as const)("the form that adds a file (%s)", (locale, messages) => {
  it.each(observationFileRefusals)("says in words why it wasn't added: %s", (code) => {
    const faults: string[] = [];
    const html = renderToStaticMarkup(
      <NextIntlClientProvider
        locale={locale}
        messages={messages}
        timeZone="UTC"
        onError={(error) => faults.push(error.message)}
      >
        <AddFileForm action="/" refused={{ code, title: "", args: known }} />
      </NextIntlClientProvider>,
    );
    expect(faults).toEqual([]);
    // A browser never sends a file that was chosen once again.
    expect(html).not.toMatch(/still here|ยังอยู่ที่นี่/);
  });
});
