"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { focusFieldOf } from "@/components/entry/fields/move-focus";
import { ChangeWarnings } from "@/components/entry/rows/change-warnings";
import { Late, lateCode } from "@/components/entry/sheet/late-code";
import { valueIn } from "@/components/entry/state/entered";
import { useCell, useEntry } from "@/components/entry/state/entry-session";
import { EvidenceBlock } from "@/components/evidence/evidence-block";
import { LinkForm } from "@/components/evidence/link-form";
import { usePersonName } from "@/components/people/person-name";
import { CarriedForm } from "@/components/report/carried-form";
import { CommentForm } from "@/components/report/remark-forms";
import { useAllowedValues } from "@/components/values/use-allowed-values";
import { useShortText } from "@/components/values/use-short-text";
import { useValueWording } from "@/components/values/use-value-wording";
import { targetText } from "@/lib/charts/target-text";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { isInNumbers } from "@/lib/domain/framework/indicator";
import { endsOf, isAssessableValue } from "@/lib/domain/values/assessable-value";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import { entryPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { openComments, PanelComments } from "./panel-remarks";
import { PanelRevisions } from "./panel-revisions";

/** Most reports come back with no query. */
const settled = lateCode(() => import("./settled-of-row").then(({ SettledOfRow }) => SettledOfRow));

/** What backs the chosen indicator. */
function PanelEvidence({ indicator }: { indicator: EntryIndicator }) {
  const t = useTranslations("sourceFiles.evidence");
  const { hidden, userId, forms, base } = useEntry();
  const { plan = "", unit = "", period = "" } = hidden;
  const { code, evidence, abilities } = indicator;
  return (
    <section>
      <h3>{t("title")}</h3>
      <EvidenceBlock
        evidence={evidence}
        address={{ plan, unit, period }}
        indicator={code}
        userId={userId}
        may={{ add: abilities.addEvidence, removeAll: abilities.removeEvidence }}
        remove={forms.removeEvidence}
        link={
          <LinkForm
            {...{ evidence, userId }}
            action={forms.evidence}
            hidden={{ ...hidden, indicator: code }}
            pick={
              <p>
                <a href={`${entryPath(base, code)}?documents=#evidence`}>{t("link.document.open")}</a>
              </p>
            }
          />
        }
      />
    </section>
  );
}

const width = 260;
const height = 58;
const margin = 10;

/**
 * The values as a small line; the list beside it says the same. A gap where there is no value, a dashed way to the one
 * that is being entered, from zero up so that a small change looks small.
 */
function HistoryLine({
  points,
  isLastOpen,
  hasBaseline,
}: {
  points: readonly (number | null)[];
  isLastOpen: boolean;
  hasBaseline: boolean;
}) {
  const values = points.filter((point) => point !== null);
  if (values.length < 2) return null;
  const top = Math.max(...values, 0);
  const bottom = Math.min(...values, 0);
  const x = (index: number) => margin + (index * (width - 2 * margin)) / (points.length - 1);
  const y = (point: number) => height - margin - ((point - bottom) / (top - bottom || 1)) * (height - 2 * margin);
  return (
    <svg className="plot hist-plot" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {points.slice(1).map((point, index) => {
        const before = points[index] ?? null;
        if (point === null || before === null) return null;
        const isDashed = isLastOpen && index === points.length - 2;
        const ends = { x1: x(index), y1: y(before), x2: x(index + 1), y2: y(point) };
        return <line key={`${ends.x1} ${ends.x2}`} className={isDashed ? "planned" : "line"} {...ends} />;
      })}
      {points.map((point, index) => {
        if (point === null) return null;
        const isOpen = (isLastOpen && index === points.length - 1) || (hasBaseline && index === 0);
        return (
          <circle key={x(index)} className={isOpen ? "open" : "pt"} cx={x(index)} cy={y(point)} r={isOpen ? 4 : 3.5} />
        );
      })}
    </svg>
  );
}

/** The indicator's values through the years: the baseline, what was approved, and what is being entered. */
function PanelHistory({ indicator }: { indicator: EntryIndicator }) {
  const t = useTranslations("entryForm.panel");
  const { period, now } = useEntry();
  const formats = formatsOf(useLocale());
  const { recent } = useMoments();
  const wording = useValueWording();
  const shortText = useShortText();
  const { rules, steps, earlier, baseline, target } = indicator;
  const mayEnter = indicator.abilities.enterValue;
  const cell = useCell({ indicator: indicator.code, cell: totalCell });
  const present = valueIn(rules, cell.typed);
  const scale = { ...rules, steps };
  const isSaved = cell.phase.at === "rest" && cell.savedAt !== null;
  const rows = [
    ...(present
      ? [
          {
            when: formats.period(period),
            value: present,
            is: isSaved ? t(mayEnter ? "draft" : "reported", { when: recent(cell.savedAt!, now) }) : t("unsaved"),
          },
        ]
      : []),
    ...[...earlier].reverse().map(({ period: code, value, comparable }) => ({
      when: formats.period(code),
      value,
      is: comparable ? t("approved") : t("otherDefinition"),
    })),
    ...(baseline ? [{ when: formats.year(baseline.measuredOn), value: baseline.value, is: t("baseline") }] : []),
  ];
  const points = [...rows]
    .reverse()
    .map(({ value }) => (isAssessableValue(value) ? (endsOf(value)[0]?.valueOf() ?? null) : null));
  return (
    <>
      {isInNumbers[rules.type] && (
        <HistoryLine points={points} isLastOpen={present !== undefined} hasBaseline={baseline !== null} />
      )}
      {rows.length === 0 && <p className="note">{t("noHistory")}</p>}
      <dl className="hist">
        {rows.map(({ when, value, is }, index) => (
          <div key={`${when} ${is}`}>
            <dt>{when}</dt>
            <dd className={index === 0 && present ? "now" : undefined}>{shortText(value, scale)}</dd>
            <dd>{is}</dd>
          </div>
        ))}
        {target && (
          <div>
            <dt>{formats.period(period)}</dt>
            <dd>{targetText(target.value, scale, wording)}</dd>
            <dd>{t("target")}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** All there is to know about the chosen indicator. */
export function SidePanel({ indicator, mayTakeOver }: { indicator: EntryIndicator; mayTakeOver: boolean }) {
  const t = useTranslations("entryForm.panel");
  const values = useTranslations("values.field");
  const session = useEntry();
  const sent = { hidden: { ...session.hidden, indicator: indicator.code }, userId: session.userId };
  const allowed = useAllowedValues()(indicator.rules);
  const { code, version, title, definition, computation, source, limits, numerator, denominator, note, rules } =
    indicator;
  const locale = useLocale();
  /** What the framework says may not be translated yet. */
  const inWords = (text: string) => languageOf(text, locale);
  return (
    <aside
      className="side"
      id="about-indicator"
      aria-label={t("label", { code })}
      onKeyDown={(event) => {
        // Back to the row that it is about, as Alt+C leads here; what was written stays.
        if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
        focusFieldOf({ indicator: code, cell: totalCell });
      }}
    >
      <section>
        <p className="code">{t("version", { code, version })}</p>
        <h2>{title}</h2>
        {/* Before the definition, for on a low screen what follows that is out of sight. */}
        <ChangeWarnings indicator={indicator} className="under att" onComment={openComments} />
        <p lang={inWords(definition)}>{definition}</p>
        {rules.type === "percentage" && numerator !== "" && (
          <dl className="panel-facts">
            <dt>{values("numerator")}</dt>
            <dd lang={inWords(numerator)}>{numerator}</dd>
            <dt>{values("denominator")}</dt>
            <dd lang={inWords(denominator)}>{denominator}</dd>
          </dl>
        )}
        {allowed !== "" && <p className="note">{allowed}</p>}
        {limits !== "" && <p className="note">{t("limits", { limits })}</p>}
        {rules.direction === "neutral" && <p className="note">{t("neutral")}</p>}
        {note !== "" && (
          <p className="note" lang={inWords(note)}>
            {note}
          </p>
        )}
        {(computation !== "" || source !== "") && (
          <details className="more">
            <summary>{t("more")}</summary>
            <dl className="panel-facts">
              {computation !== "" && <dt>{t("computation")}</dt>}
              {computation !== "" && <dd lang={inWords(computation)}>{computation}</dd>}
              {source !== "" && <dt>{t("source")}</dt>}
              {source !== "" && <dd lang={inWords(source)}>{source}</dd>}
            </dl>
          </details>
        )}
      </section>
      <section>
        <h3>{t("history")}</h3>
        <PanelHistory indicator={indicator} />
        <PanelRevisions indicator={indicator} />
        {indicator.settledCount > 0 && <Settled indicator={indicator} />}
      </section>
      <PanelComments
        indicator={indicator}
        form={<CommentForm action={session.forms.comment} comments={indicator.comments} {...sent} />}
      />
      {mayTakeOver && <WhoEnters indicator={indicator} hidden={sent.hidden} />}
      <PanelEvidence indicator={indicator} />
    </aside>
  );
}

/** Queries of submissions before, with their replies. Asked for when it is opened. */
function Settled({ indicator: { code, settledCount } }: { indicator: EntryIndicator }) {
  const t = useTranslations("entry.settled");
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("summary", { count: settledCount })}</summary>
      <div aria-live="polite">{isOpen && <Late code={settled} of={{ code }} />}</div>
    </details>
  );
}

/** Who enters it besides focal points, one of whom may take it over. */
function WhoEnters({ indicator: { who }, hidden }: { indicator: EntryIndicator; hidden: Record<string, string> }) {
  const t = useTranslations("entryForm.who");
  const { list } = formatsOf(useLocale());
  const personName = usePersonName();
  const { forms } = useEntry();
  return (
    <section>
      <h3>{t("title")}</h3>
      <div aria-live="polite">
        <p>{who.assigned.length === 0 ? t("nobody") : list(who.assigned.map(personName))}</p>
      </div>
      {who.assigned.length > 0 && (
        <details className="more">
          <summary>{t("takeOver")}</summary>
          <p className="note">{t("meaning")}</p>
          <CarriedForm hidden={{ ...hidden, assigned: who.seen }} action={forms.takeOver} label={t("confirm")} />
        </details>
      )}
    </section>
  );
}
