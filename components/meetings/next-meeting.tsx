import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { isComing } from "@/lib/domain/commitments/meeting";
import { formatsOf } from "@/lib/i18n/formats";
import { newMeetingPath, workMeetingPath, workMeetingsPath } from "@/lib/i18n/paths";
import type { MeetingHead } from "@/lib/views/commitments/meeting-view";
import { meetingWords } from "./meeting-words";

/** "Your work" of whoever keeps meetings: the next one, and the way to all. */
export function NextMeeting({ meetings, root }: { meetings: readonly MeetingHead[]; root: string }) {
  const t = useTranslations("meetings");
  const { when } = meetingWords(t, formatsOf(useLocale()));
  const [next] = meetings.filter(({ state }) => isComing(state));
  return (
    <section className="block first" aria-labelledby="meetings">
      <h2 id="meetings">{t("work.title")}</h2>
      <p className="note mt-4">
        {next ? (
          <a href={workMeetingPath(root, next.id)}>{t("work.next", { title: next.title, when: when(next) })}</a>
        ) : (
          t("work.noneNext")
        )}
      </p>
      <div className="actions">
        <ButtonLink href={newMeetingPath(root)}>{t("work.add")}</ButtonLink>
        <ButtonLink href={workMeetingsPath(root)}>{t("work.all")}</ButtonLink>
      </div>
    </section>
  );
}
