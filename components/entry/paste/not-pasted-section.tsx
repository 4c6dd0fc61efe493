"use client";

import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { useErrorText } from "@/components/entry/fields/cell-problems";
import { useEntry } from "@/components/entry/state/entry-session";
import { Button } from "@/components/ui/button";
import { formatsOf } from "@/lib/i18n/formats";
import type { ListedNotPasted } from "@/lib/schemas/values/tab-memory";
import { notPastedId } from "./not-pasted-list";

/** Each line with its reason, by the paste that it was of. */
export function NotPastedSection({ list }: { list: readonly ListedNotPasted[] }) {
  const t = useTranslations("entryForm.paste");
  const errorText = useErrorText();
  const { notPasted, period } = useEntry();
  const { period: nameOf } = formatsOf(useLocale());
  const pastes = [...new Set(list.map(({ paste }) => paste))];
  return (
    // The bar leads here: the hand goes along.
    <section className="msg msg-warning not-pasted" id={notPastedId} tabIndex={-1} aria-labelledby={`${notPastedId}|h`}>
      <h2 className="h" id={`${notPastedId}|h`}>
        {t("title", { count: list.length })}
      </h2>
      {pastes.map((each, index) => {
        const lines = list.filter(({ paste }) => paste === each);
        return (
          <Fragment key={each}>
            {pastes.length > 1 && <p>{t("paste", { number: index + 1, count: lines.length })}</p>}
            <ul>
              {lines.map(({ id, line, text, code, because, problem }) => (
                <li key={id} className="wrap-anywhere">
                  {t.rich("line", { line, code: code ?? "none", text, b: (chunks) => <b>{chunks}</b> })}{" "}
                  {problem
                    ? `${errorText(problem)}.`
                    : t("because", { because, code: code ?? "none", period: nameOf(period) })}
                </li>
              ))}
            </ul>
          </Fragment>
        );
      })}
      <p>
        <Button onClick={() => notPasted.dismiss()}>{t("dismiss")}</Button>
      </p>
    </section>
  );
}
