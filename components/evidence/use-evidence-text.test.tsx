import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import * as messages from "@/lib/i18n/messages/en";
import type { EvidenceView } from "@/lib/views/report-view";
import { useEvidenceText } from "./use-evidence-text";

const report = {
  title: "report",
  url: null,
  file: { id: 1, type: "pdf", size: 6_200 },
  organisation: "National task force",
  byId: 7,
  by: "Made-up Official",
  at: "2017-04-10T07:02:00.000Z",
} as const satisfies Omit<EvidenceView, "id">;

function Notes({ evidence }: { evidence: readonly EvidenceView[] }) {
  const textOf = useEvidenceText({ plan: "spaiv", unit: "THA", period: "2017" });
  return evidence.map((one) => <p key={one.id}>{textOf(one).note}</p>);
}

it("tells documents of one title apart: who added each, and when", () => {
  const drawn = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="Asia/Bangkok" messages={messages}>
      <Notes
        evidence={[
          { ...report, id: 1 },
          { ...report, id: 2, at: "2017-04-10T07:40:00.000Z" },
          { ...report, id: 3, file: null, url: "https://example.org/report", by: "former contributor 12" },
        ]}
      />
    </NextIntlClientProvider>,
  );
  expect(drawn).toContain("National task force · PDF, 6.2 kB · Made-up Official, 10 April 2017 at 14:02 UTC+7");
  expect(drawn).toContain("10 April 2017 at 14:40 UTC+7");
  expect(drawn).toContain("<p>National task force · 10 April 2017 at 14:02 UTC+7</p>");
});
