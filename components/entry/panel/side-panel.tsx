"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { focusFieldOf } from "@/components/entry/fields/move-focus";
import { ChangeWarnings } from "@/components/entry/rows/change-warnings";
import { Late, lateCode } from "@/components/entry/sheet/late-code";
import { useEntry } from "@/components/entry/state/entry-session";
import { usePersonName } from "@/components/people/person-name";
import { CarriedForm } from "@/components/report/carried-form";
import { CommentForm } from "@/components/report/remark-forms";
import { useAllowedValues } from "@/components/values/use-allowed-values";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { PanelEvidence } from "./panel-evidence";
import { PanelHistory } from "./panel-history";
import { openComments, PanelComments } from "./panel-remarks";
import { PanelRevisions } from "./panel-revisions";

/** Most reports come back with no query. */
const settled = lateCode(() => import("./settled-of-row").then(({ SettledOfRow }) => SettledOfRow));

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
