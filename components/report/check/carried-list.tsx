"use client";

import { useTranslations } from "next-intl";
import { CarriedForm } from "@/components/report/carried-form";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { CheckIndicator } from "@/lib/views/entry-view";
import { MendHere } from "./mend-here";
import { ownPage } from "./own-page";
import { useListed } from "./use-listed";

/** What was carried over and nobody has confirmed: goal by goal at once, or each in its fields. */
export function CarriedList({
  carried,
  goals,
  base,
  hidden,
  action,
}: {
  /** `value`: the total in words and digits; empty where only parts were carried over. */
  carried: readonly (Pick<CheckIndicator, "code" | "goal" | "title" | "mayEnter"> & { value: string })[];
  goals: readonly string[];
  base: string;
  hidden: Record<string, string>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("entry.carried");
  const listed = useListed(carried, ({ code }) => code);
  const left = new Set(carried.map(({ code }) => code));
  if (listed.length === 0) return null;
  return (
    <section className="block" id="carried" aria-labelledby="carried-title">
      <h2 id="carried-title">{t("title")}</h2>
      <p>{t("lead")}</p>
      {goals.map((goal) => {
        const own = listed.filter((indicator) => indicator.goal === goal);
        const confirmable = own.filter(({ code, mayEnter }) => mayEnter && left.has(code)).map(({ code }) => code);
        return (
          own.length > 0 && (
            <div key={goal} className="mt-4">
              <ul className="to-dos">
                {own.map(({ code, title, mayEnter, value }) => (
                  <MendHere
                    key={code}
                    code={code}
                    isDone={!left.has(code)}
                    mayMend={mayEnter}
                    what="look"
                    href={ownPage(base, code)}
                  >
                    <span>
                      <span className="code">{code}</span> {title}
                      {value !== "" && (
                        <>
                          : <b>{value}</b>
                        </>
                      )}
                    </span>
                  </MendHere>
                ))}
              </ul>
              {confirmable.length > 0 && (
                <CarriedForm
                  key={confirmable.join()}
                  hidden={{ ...hidden, indicators: confirmable.join(" ") }}
                  action={action}
                  label={t("confirm", { goal })}
                />
              )}
            </div>
          )
        );
      })}
    </section>
  );
}
