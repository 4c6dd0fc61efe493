import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { prerender } from "react-dom/static";
import { expect, it } from "vitest";
import * as messages from "@/lib/i18n/messages/en";
import { Late, lateCode } from "./late-code";

/** The page once all of it has come. */
async function drawn(node: ReactNode): Promise<string> {
  const { prelude } = await prerender(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      {node}
    </NextIntlClientProvider>,
    { onError: () => {} },
  );
  return new Response(prelude).text();
}

it("draws code that came", async () => {
  const code = lateCode<{ of: string }>(async () => ({ of }) => <p>Parts of {of}</p>);
  expect(await drawn(<Late code={code} of={{ of: "G1" }} />)).toMatch(/Parts of .*G1/);
});

it("says where code didn't come, lets it be asked for again, and draws it in the next place that asks", async () => {
  let tries = 0;
  const code = lateCode<object>(async () => {
    if (tries++ === 0) throw new Error("ChunkLoadError");
    return () => <p>Parts</p>;
  });
  const first = await drawn(<Late code={code} of={{}} />);
  expect(first).toContain(messages.entryForm.late.failed);
  expect(first).toContain(`>${messages.entryForm.late.again}</button>`);
  const second = await drawn(<Late code={code} of={{}} />);
  expect(second).toContain("Parts");
  expect(second).not.toContain("button");
});
