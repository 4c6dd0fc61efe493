import { useTranslations } from "next-intl";
import { formatsOf } from "@/lib/i18n/formats";
import { publicMeetingPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { FollowedUp as ToldAt } from "@/lib/views/commitments/follow-up-view";
import { Told } from "./decision-list";

/** At which meetings something said to governments was followed up, and what they were told of it. */
export function FollowedUp({
  followUps,
  locale,
  root,
}: {
  followUps: readonly ToldAt[];
  locale: Locale;
  root: string;
}) {
  const t = useTranslations("meetings");
  const { day, year } = formatsOf(locale);
  return followUps.map((told) => (
    <p key={told.meeting} className="note mt-3 wrap-anywhere">
      {t.rich("said.followedUp", {
        meeting: told.meeting,
        day: told.on === null ? year(`${told.year}-07-01`) : day(told.on),
        link: (words) => <a href={publicMeetingPath(root, told.meeting)}>{words}</a>,
      })}{" "}
      <Told told={told} locale={locale} />
    </p>
  ));
}
