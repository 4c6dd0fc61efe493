import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatsOf } from "@/lib/i18n/formats";
import type { TranslatorOf } from "@/lib/i18n/messages";
import {
  platformReportPath,
  publicObservationPath,
  workObservationPath,
  workPlatformReportPath,
  youthForumPath,
} from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { beginningOf } from "@/lib/views/commitments/beginning-of";
import type { SaidDue, SaidName } from "@/lib/views/commitments/follow-up-view";
import { Told } from "./decision-list";

/** So much of it stands here; the rest on its page. */
const longestBeginning = 240;

/** What was said to governments beside decisions, with where it stands and what the meeting was told of it. */
export function SaidList({ said, locale, root }: { said: readonly SaidDue[]; locale: Locale; root: string }) {
  const t = useTranslations("meetings");
  return (
    <ol className="decided">
      {said.map((each) => (
        <li key={each.textId}>
          <Said said={each} locale={locale} name={<a href={saidPath(root, each)}>{saidName(each, t)}</a>} />
          <p className="wrap-anywhere">
            <b>{each.told === null ? t("notTold") : <Told told={each.told} locale={locale} />}</b>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Where it stands, and how it begins. @param name null where it stands elsewhere already */
export function Said({ said, locale, name }: { said: SaidDue; locale: Locale; name: ReactNode }) {
  const t = useTranslations("meetings");
  const { units: listed } = formatsOf(locale);
  const { units, answered, isPastDue, openActions, isPublic, isGone, body, language } = said;
  const facts = [
    t("toUnits", { units: listed(units.map((unit) => unit.name)) }),
    t("said.answered", { answered, asked: units.length }),
    isPastDue && t("said.pastDue"),
    openActions > 0 && t("said.actions", { count: openActions }),
    !isPublic && t("said.private"),
  ];
  return (
    <>
      <p className="kicker wrap-anywhere">
        {name}
        {name !== null && " · "}
        {(isGone ? facts.slice(0, 1) : facts).filter(Boolean).join(" · ")}
      </p>
      {isGone ? (
        <p className="note">{t("said.gone")}</p>
      ) : (
        <p className="said" lang={language}>
          {beginningOf(body, longestBeginning)}
        </p>
      )}
    </>
  );
}

/** How people call it. */
export const saidName = ({ kind, number, point }: SaidName, t: TranslatorOf<"meetings">): string =>
  t("said.name", { kind, number: String(number), report: point?.report ?? "", point: point?.kind ?? "" });

/** Its public page, or that of those who read it. */
function saidPath(root: string, { kind, number, point, textId, isPublic }: SaidDue): string {
  if (kind === "recommendation") return `${youthForumPath(root)}#R${number}`;
  if (point !== null)
    return isPublic ? `${platformReportPath(root, point.report)}#point-${textId}` : workPlatformReportPath(root, point);
  return isPublic ? publicObservationPath(root, number) : workObservationPath(root, textId);
}
