import { useLocale, useTranslations } from "next-intl";
import { useSubjectWords } from "@/components/observations/subject-words";
import { ButtonLink } from "@/components/ui/button";
import { Tag, type TagTone } from "@/components/ui/tag";
import { formatsOf } from "@/lib/i18n/formats";
import { newObservationPath, workObservationPath, workObservationsPath } from "@/lib/i18n/paths";
import type {
  ObservationHead,
  ObservationWorkView,
  WaitingObservation,
} from "@/lib/views/commitments/observation-view";
import { subjectText } from "@/lib/views/commitments/subject-view";

/** "Your work": the observations that wait for somebody, and the way to all of them. */
export function WaitingObservations({ view, root }: { view: ObservationWorkView; root: string }) {
  const t = useTranslations("observations.work");
  const list = useTranslations("observations.list");
  const { waiting, mayObserve, mayView } = view;
  if (!mayObserve && !mayView) return null;
  return (
    <section className="block first" aria-labelledby="observations">
      <h2 id="observations">{t(mayObserve ? "titleOwn" : "title")}</h2>
      {waiting.length > 0 ? (
        <ul className="tasks">
          {waiting.map((observation) => (
            <WaitingTask key={observation.id} observation={observation} root={root} />
          ))}
        </ul>
      ) : (
        <p className="note mt-4">{t("nothing")}</p>
      )}
      <div className="actions">
        {mayObserve && (
          <ButtonLink look="main" href={newObservationPath(root)}>
            {list("add")}
          </ButtonLink>
        )}
        <ButtonLink href={workObservationsPath(root)}>{t("all")}</ButtonLink>
      </div>
    </section>
  );
}

const tones: Partial<Record<WaitingObservation["waiting"], TagTone>> = {
  putRight: "amber",
  stillValid: "amber",
  followUp: "amber",
  noReply: "amber",
  check: "blue",
  reply: "blue",
};

type Subject = Pick<ObservationHead, "unit" | "period" | "subject">;

/** What an observation is about, in words: `Thailand, 2016: G2.1-a Number of …`. */
function useAboutText(): (subject: Subject) => string {
  const t = useTranslations("observations");
  const subjects = useSubjectWords();
  const { period: nameOf } = formatsOf(useLocale());
  return ({ unit, period, subject }) =>
    [t("place", { unit: unit.name, period: nameOf(period) }), subjectText(subject, null, subjects)]
      .filter((part) => part !== null)
      .join(": ");
}

function WaitingTask({ observation, root }: { observation: WaitingObservation; root: string }) {
  const t = useTranslations("observations");
  const { day } = formatsOf(useLocale());
  const aboutOf = useAboutText();
  const { id, number, kind, waiting, dueOn, daysOverdue, sentBack } = observation;
  const isLate = daysOverdue > 0 && (waiting === "check" || waiting === "reply");
  const next = t("work.next", { waiting });
  return (
    <li>
      <a href={workObservationPath(root, id)}>{t("work.task", { waiting, about: aboutOf(observation) })}</a>
      <Tag tone={isLate ? "red" : tones[waiting]}>
        {isLate ? t("list.overdue", { days: daysOverdue }) : t("work.tag", { waiting, day: dueOn ? day(dueOn) : "" })}
      </Tag>
      <p>{[number === null ? null : t("name", { number }), t(`kind.${kind}`)].filter(Boolean).join(" · ")}</p>
      {next !== "" && <p>{next}</p>}
      {sentBack && (
        <p className="why wrap-anywhere whitespace-pre-line">
          {t(`rule.${sentBack.rule}`)}
          {sentBack.note !== "" && `\n${sentBack.note}`}
        </p>
      )}
    </li>
  );
}
