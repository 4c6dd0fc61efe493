"use client";

import { useTranslations } from "next-intl";
import { browserMemory } from "@/components/entry/state/entry-session";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { narrativeField } from "@/lib/schemas/entry-forms";
import { type KeptProps, type KeptText, useKeptName, useKeptParts } from "./kept-of-report";
import { keepWords, keptWords, wordsLeft, wordsPlace } from "./kept-words";
import type { RemarkKind } from "./stored-remarks";

/** The forms that the page has no field for now; null: those of the narrative. */
type Without = { indicator: string; forms: readonly RemarkKind[] } | null;

const isWithout = (text: KeptText, without: Without): boolean =>
  text.form === "narrative"
    ? without === null
    : without !== null && text.indicator === without.indicator && without.forms.includes(text.form);

/**
 * Words that were being written when their form went: the report was submitted, its period was closed. Only this browser
 * has them. They are shown until they can stand in their form again, or whoever wrote them lets them go.
 */
export function LateWords({ without, ...props }: KeptProps & { without: Without }) {
  const t = useTranslations("entry.kept");
  const nameOf = useKeptName();
  const { texts, anyPart: look } = useKeptParts(props);
  const late = texts.filter((text) => text.words !== "" && isWithout(text, without));
  if (late.length === 0) return null;
  return (
    <div className="mt-4" id="kept" role="status">
      <Notice tone="warning" title={t("title", { count: late.length })}>
        <p>{t("late", { count: late.length })}</p>
        <ul>
          {late.map((text) => {
            const name = nameOf(text);
            const discard = () => {
              forget(props.owner, text);
              look();
            };
            return (
              <li key={name} className="mt-4">
                <p>{name}</p>
                <p className="wrap-anywhere whitespace-pre-line">{text.words}</p>
                <p className="choices-row">
                  <Button onClick={discard}>
                    {t("discard")}
                    <span className="vh"> {name}</span>
                  </Button>
                </p>
              </li>
            );
          })}
        </ul>
      </Notice>
    </div>
  );
}

function forget({ userId, ...report }: Owner, text: KeptText) {
  const memory = browserMemory();
  if (!memory) return;
  const form = text.form === "narrative" ? "narrative" : `${text.form} ${text.indicator}`;
  const place = wordsPlace(userId, report, form);
  if (text.form !== "narrative") return keepWords(memory, place, {});
  const { pillar, kind } = text;
  const field = (name: "text" | "isPublic" | "rowVersion" | "was") => narrativeField(name, pillar, kind);
  const gone = [field("text"), field("isPublic"), field("rowVersion"), field("was")];
  const left = wordsLeft(
    keptWords(memory, place),
    (name) => gone.includes(name),
    () => [],
  );
  keepWords(memory, place, left);
}
