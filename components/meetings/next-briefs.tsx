import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { formatsOf } from "@/lib/i18n/formats";
import { briefPath, publicMeetingPath } from "@/lib/i18n/paths";
import type { NextBrief } from "@/lib/views/commitments/brief-view";
import { meetingWords } from "./meeting-words";

/** "Your work" of a delegation: its next meeting, and what it brings there. */
export function NextBriefs({ brief: { meeting, units }, root }: { brief: NextBrief; root: string }) {
  const t = useTranslations("meetings");
  const { when } = meetingWords(t, formatsOf(useLocale()));
  return (
    <section className="block first" aria-labelledby="next-meeting">
      <h2 id="next-meeting">{t("brief.next")}</h2>
      <p className="note mt-4">
        <a href={publicMeetingPath(root, meeting.code)}>
          {t("brief.nextOf", { title: meeting.title, when: when(meeting) })}
        </a>
      </p>
      <div className="actions">
        {units.map(({ code, name }) => (
          <ButtonLink key={code} href={briefPath(root, meeting.code, code)}>
            {t("brief.open", { country: name })}
          </ButtonLink>
        ))}
      </div>
    </section>
  );
}
