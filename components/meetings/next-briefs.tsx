import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { formatsOf } from "@/lib/i18n/formats";
import { briefPath, publicMeetingPath, publicMeetingsPath } from "@/lib/i18n/paths";
import type { NextBrief } from "@/lib/views/commitments/brief-view";
import { meetingWords } from "./meeting-words";

/** "Your work" of a delegation: its next meeting, and what it brings there; or that none is planned. */
export function NextBriefs({ brief, root }: { brief: NextBrief | null; root: string }) {
  const t = useTranslations("meetings");
  const { when } = meetingWords(t, formatsOf(useLocale()));
  const { meeting = null, units = [] } = brief ?? {};
  return (
    <section className="block first" aria-labelledby="next-meeting">
      <h2 id="next-meeting">{t("brief.next")}</h2>
      <p className="note mt-4">
        {meeting ? (
          <a href={publicMeetingPath(root, meeting.code)}>
            {t("brief.nextOf", { title: meeting.title, when: when(meeting) })}
          </a>
        ) : (
          t("brief.noneNext")
        )}
      </p>
      <div className="actions">
        {meeting &&
          units.map(({ code, name }) => (
            <ButtonLink key={code} href={briefPath(root, meeting.code, code)}>
              {t("brief.open", { country: name })}
            </ButtonLink>
          ))}
        {!meeting && <ButtonLink href={publicMeetingsPath(root)}>{t("work.all")}</ButtonLink>}
      </div>
    </section>
  );
}
