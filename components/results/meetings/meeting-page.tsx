import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { AgendaPointNotes } from "@/components/meetings/agenda-point-notes";
import { meetingWords } from "@/components/meetings/meeting-words";
import { GoalsSection } from "@/components/results/goal/goals-section";
import { MeetingDecisions } from "@/components/results/meetings/meeting-decisions";
import { MeetingPart } from "@/components/results/meetings/meeting-part";
import { ResultsPage } from "@/components/results/results-page";
import { Icon } from "@/components/ui/icon";
import { Table } from "@/components/ui/table";
import { hasDelegations, isComing } from "@/lib/domain/commitments/meeting";
import { fileSizeOf } from "@/lib/i18n/file-size";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import type { TranslatorOf } from "@/lib/i18n/messages";
import {
  briefPath,
  goalPath,
  periodPath,
  planPath,
  presentationPath,
  publicMeetingPath,
  publicMeetingsPath,
  releasePath,
  youthForumPath,
} from "@/lib/i18n/paths";
import { type Locale, nativeNames, spokenLocale } from "@/lib/i18n/routing";
import type { MeetingPageView, MeetingView } from "@/lib/views/commitments/meeting-view";

interface Props {
  view: MeetingPageView;
  locale: Locale;
}
interface PartProps {
  meeting: MeetingView;
  t: TranslatorOf<"meetings">;
  locale: Locale;
}

/** The papers of a meeting, in the languages that they were made in. */
function PublicPapers({
  view: { plan, meeting, paperSets },
  t,
  locale,
}: {
  view: MeetingPageView;
  t: TranslatorOf<"meetings">;
  locale: Locale;
}) {
  if (paperSets.length === 0) return null;
  const size = fileSizeOf(locale);
  const { day } = formatsOf(locale);
  return (
    <section className="block" aria-labelledby="papers">
      <h2 id="papers">{t("papers.publicTitle")}</h2>
      <p className="note">{t("papers.publicLead")}</p>
      <ul className="bare-list mt-4">
        {paperSets.map(({ language, madeOn, files }) => (
          <li key={language}>
            <b lang={language}>{nativeNames[language]}</b>, {t("papers.madeOn", { day: day(madeOn) })}
            <ul className="file-links">
              {files.map((file) => (
                <li key={file.format}>
                  <a href={`/api/meetings/${plan.code}/${meeting.code}/papers/${language}/${file.format}`} download>
                    <Icon name="download" />
                    {t("papers.file", { format: file.format, size: size(file.size) })}
                    <span className="vh"> {t("papers.inLanguage", { language: nativeNames[language] })}</span>
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One meeting: when and where, what about, who came, and the results that it looks at. */
export async function MeetingPage({ view, locale }: Props) {
  const language = spokenLocale(locale);
  const t = await getTranslations({ locale: language, namespace: "meetings" });
  const organisations = await getTranslations({ locale: language, namespace: "organisations" });
  const words = meetingWords(t, formatsOf(locale));
  const { plan, meeting } = view;
  const root = planPath(locale, plan.code);
  const part = { meeting, t, locale };
  return (
    <ResultsPage locale={locale} plan={plan} place="meetings" path={publicMeetingPath("", meeting.code)}>
      <Breadcrumb
        crumbs={[
          { label: t("title"), href: publicMeetingsPath(root) },
          { label: meeting.code, href: null },
        ]}
      />
      <p className="kicker">{[meeting.code, words.kind(meeting)].join(" · ")}</p>
      <h1 lang={languageOf(meeting.title, locale)}>{meeting.title}</h1>
      <p className="lead">
        {[words.when(meeting), words.where(meeting), t(`state.${meeting.state}`)].filter(Boolean).join(" · ")}
      </p>
      {view.chair && <p className="note">{words.chair(view.chair)}</p>}
      <p className="mt-3">
        <a href={presentationPath(publicMeetingPath(root, meeting.code))}>{t("slides.open")}</a>
      </p>
      {isComing(meeting.state) && hasDelegations(meeting.kind) && (
        <p className="mt-3">
          <a href={briefPath(root, meeting.code)} rel="nofollow">
            {t("brief.forDelegations")}
          </a>
        </p>
      )}
      {meeting.kind === "youthForum" && !isComing(meeting.state) && (
        <p className="mt-3">
          <a href={`${youthForumPath(root)}#forum-${meeting.code}`}>{t("recommended")}</a>
        </p>
      )}
      <PublicPapers view={view} t={t} locale={locale} />
      <Notes {...part} />
      <Agenda {...part} root={root} />
      <MeetingDecisions view={view} t={t} locale={locale} />
      <Results view={view} t={t} locale={locale} />
      <Participants {...part} kindOf={(kind) => organisations("kind", { kind })} />
      <Sources {...part} />
    </ResultsPage>
  );
}

function Notes({ meeting: { notes, areNotesTakenDown }, t, locale }: PartProps) {
  if (areNotesTakenDown)
    return (
      <MeetingPart id="notes" title={t("notes")}>
        <p className="note">{t("takenDown")}</p>
      </MeetingPart>
    );
  if (notes === "") return null;
  return (
    <MeetingPart id="notes" title={t("notes")}>
      <p className="said" lang={languageOf(notes, locale)}>
        {notes}
      </p>
    </MeetingPart>
  );
}

function Agenda({ meeting: { agenda }, t, locale, root }: PartProps & { root: string }) {
  if (agenda.length === 0) return null;
  return (
    <MeetingPart id="agenda" title={t("agenda")}>
      <ol className="agenda">
        {agenda.map(({ position, title, isTakenDown, nodes, ...point }) => (
          <li key={position}>
            {isTakenDown ? (
              <p className="note">{t("takenDown")}</p>
            ) : (
              <p className="wrap-anywhere" lang={languageOf(title, locale)}>
                <b>{title}</b>
              </p>
            )}
            <AgendaPointNotes point={point} locale={locale} />
            {nodes.map(({ code, title: node, isGoal }) => (
              <p key={code} className="note">
                {isGoal ? (
                  <a href={goalPath(root, code)}>
                    {code} {node}
                  </a>
                ) : (
                  `${code} ${node}`
                )}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </MeetingPart>
  );
}

/** The release that the meeting looks at, as it was when its papers went out. */
function Results({ view: { plan, meeting, results }, t, locale }: Props & { t: TranslatorOf<"meetings"> }) {
  const { release } = meeting;
  if (release === null) return null;
  const root = releasePath(planPath(locale, plan.code), release.code);
  const frozen = results?.plan.release;
  return (
    <MeetingPart id="results" title={t("results")}>
      {results && frozen ? (
        <>
          <p>
            {t.rich("resultsOf", {
              title: release.title,
              version: frozen.version,
              day: formatsOf(locale).day(frozen.releasedOn),
              link: (chunks) => <a href={root}>{chunks}</a>,
            })}
          </p>
          <GoalsSection view={results} locale={locale} withKey />
          <p className="mt-4">
            <a href={periodPath(root, results.period.code)}>{t("resultsMore")}</a>
          </p>
        </>
      ) : (
        <p>
          <a href={root}>{release.title}</a>: {t("resultsNone")}
        </p>
      )}
    </MeetingPart>
  );
}

type KindOf = (kind: MeetingView["participants"][number]["kind"]) => string;

function Participants({ meeting: { participants }, t, locale, kindOf }: PartProps & { kindOf: KindOf }) {
  const { number } = formatsOf(locale);
  const rows = participants.flatMap(({ kind, count }) => (count === null ? [] : [[kindOf(kind), count] as const]));
  if (rows.length === 0) return null;
  // Beside it, what isn't told could be worked out.
  const hasTotal = rows.length > 1 && rows.length === participants.length;
  const all = rows.reduce((sum, [, count]) => sum + count, 0);
  return (
    <MeetingPart id="participants" title={t("participants")}>
      <p className="note">{t("participantsNote")}</p>
      <Table
        caption={t("participants")}
        stack
        head={
          <>
            <th scope="col">{t("organisations")}</th>
            <th scope="col" className="n">
              {t("count")}
            </th>
          </>
        }
      >
        {[...rows, ...(hasTotal ? [[t("total"), all] as const] : [])].map(([kind, count]) => (
          <tr key={kind}>
            <th scope="row">{kind}</th>
            <td className="n" data-name={t("count")}>
              {number(count)}
            </td>
          </tr>
        ))}
      </Table>
    </MeetingPart>
  );
}

function Sources({ meeting: { sources }, t, locale }: PartProps) {
  if (sources.length === 0) return null;
  return (
    <MeetingPart id="sources" title={t("sources")}>
      <ul className="bare-list">
        {sources.map(({ id, title, url, isTakenDown }) => (
          <li key={id} className="wrap-anywhere" lang={isTakenDown ? undefined : languageOf(title, locale)}>
            {isTakenDown ? (
              t("takenDown")
            ) : url === "" ? (
              title
            ) : (
              <a href={url} rel="noopener noreferrer nofollow">
                {title}
              </a>
            )}
          </li>
        ))}
      </ul>
    </MeetingPart>
  );
}
