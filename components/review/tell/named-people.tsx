import { useTranslations } from "next-intl";
import { useAnswers } from "@/components/review/answers/use-answers";
import { BareSelect } from "@/components/ui/fields/select";
import { useIsAwake } from "@/components/ui/use-is-awake";
import { enteredOr } from "@/lib/schemas/forms/form-state";
import { colleagueField } from "@/lib/schemas/reports/review-fields";

/** Whom a query names: colleagues, who are told at once, and people of the unit, who are told when the report comes back. */
export function NamedPeople({ code }: { code: string }) {
  const t = useTranslations("review.naming");
  const answers = useTranslations("review.answers");
  const errors = useTranslations("errors");
  const { named, unnamed, unname, nameAgain, reviewers, form } = useAnswers();
  const others = reviewers.filter((person) => !named[code]?.some(({ id }) => id === person.id));
  const isAwake = useIsAwake();
  const problem = unnamed[code];
  return (
    <>
      {isAwake && <p className="help">{t("hint")}</p>}
      {named[code] && named[code].length > 0 && (
        <ul className="named">
          {named[code].map((person) => (
            <li key={person.id}>
              {person.name} <span className="note">{t("told", { reviews: `${person.reviews}` })}</span>{" "}
              {isAwake && (
                <button type="button" className="link" onClick={() => unname(code, person)}>
                  {t("remove")}
                  <span className="vh">{` ${t("removeOf", { name: person.name, code })}`}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <noscript>
          <label htmlFor={colleagueField(code)}>
            {t("colleague")}
            <span className="vh">{` ${answers("on", { code })}`}</span>
          </label>
          <BareSelect
            id={colleagueField(code)}
            name={colleagueField(code)}
            empty={t("nobody")}
            options={others.map(({ id, name }) => ({ value: `${id}`, label: name }))}
            defaultValue={enteredOr(form.state, colleagueField(code))}
          />
        </noscript>
      )}
      {problem === "waits" && <p className="done">{t("waits")}</p>}
      {problem && problem !== "waits" && (
        <div className="done unsaved" role="alert">
          <p>
            {problem.problem === null
              ? t("offline")
              : problem.problem.key === "cannotBeTold"
                ? t("barred", problem.problem.args)
                : errors(problem.problem.key as Parameters<typeof errors>[0], problem.problem.args)}
          </p>
          {problem.again && (
            <button type="button" className="btn-text" onClick={() => nameAgain(code)}>
              {answers("again")}
            </button>
          )}
        </div>
      )}
    </>
  );
}
