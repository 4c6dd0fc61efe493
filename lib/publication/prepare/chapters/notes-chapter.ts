import { prepareCompleteness } from "@/lib/charts/prepare/prepare-completeness";
import { regionCode } from "@/lib/domain/publication";
import type { Block, Chapter, TableBlock, Text } from "@/lib/publication/document";
import type { Preparing } from "@/lib/publication/prepare/context";
import { smallWords } from "@/lib/publication/prepare/small-words";
import { isTakenDown } from "@/lib/views/public-value";
import { scopeOf } from "./findings-chapter";

const marks = ["zero", "small", "suppressed", "missing"] as const;

/** What is missing, small or hidden, which definitions changed, and which copy is read best by whom. */
export function notesChapter(preparing: Preparing): Chapter {
  const { settings, views, words } = preparing;
  const { t, wording } = words;
  const { threshold } = views.regional.plan;
  const small = smallWords(words, { threshold, isInternal: settings.isInternal });
  const written = { zero: "0", small: small.mark, suppressed: wording.suppressed, missing: wording.noValue };
  const meaning = (mark: (typeof marks)[number]) => (mark === "small" ? small.meaning : t(`about.marks.${mark}`));
  return {
    id: "notes",
    title: t("publication.notes.title"),
    kicker: null,
    pillar: null,
    blocks: [
      ...(settings.isInternal ? [{ kind: "note" as const, text: t("publication.notice.internal") }] : []),
      heading("notes-marks", t("about.marks.title")),
      { kind: "paragraph", text: t("publication.notes.marks") },
      { kind: "facts", rows: marks.map((mark) => ({ term: written[mark], text: meaning(mark) })) },
      ...(settings.isInternal
        ? [{ kind: "paragraph" as const, text: t("publication.workbook.method.exact", { threshold }) }]
        : [
            heading("notes-privacy", t("about.privacy.title")),
            { kind: "paragraph" as const, text: t("about.privacy.lead") },
            { kind: "paragraph" as const, text: t("about.privacy.more") },
          ]),
      countsTable(preparing),
      ...changedDefinitions(preparing),
      heading("notes-copies", t("publication.notes.copies")),
      { kind: "paragraph", text: t("publication.notes.copiesText") },
      { kind: "paragraph", look: "small", text: t("publication.notes.boundaries") },
    ],
  };
}

const heading = (id: string, text: string): Block => ({ kind: "heading", level: 2, id, text });

/** How many values each country gave, and how they show. */
function countsTable(preparing: Preparing): TableBlock {
  const { settings, words, period } = preparing;
  const { t } = words;
  const view = scopeOf(preparing);
  const plan = view.plan;
  const shown = view.countries
    .map((country, index) => ({ ...country, index }))
    .filter(({ code }) => settings.unit === regionCode || settings.unit === code);
  // Seldom: a column only where there is one.
  const isDown = view.rows.some(({ countries }) => countries.some((cell) => cell && isTakenDown(cell.value)));
  return {
    kind: "table",
    id: "notes-counts",
    caption: t("publication.notes.counts", { period }),
    look: "plain",
    columns: [
      { name: t("publication.notes.country"), align: "start", width: 3 },
      ...[
        t("country.complete.exact"),
        smallWords(words, { threshold: plan.threshold, isInternal: settings.isInternal }).counted,
        t("country.complete.suppressed"),
        t("country.complete.missing"),
        t("country.complete.notApplicable"),
        ...(isDown ? [t("country.complete.takenDown")] : []),
      ].map((name) => ({ name, align: "end" as const, width: 2 })),
    ],
    rows: shown.map(({ name, index }) => {
      const values = view.rows.flatMap(({ countries }) => countries[index]?.value ?? []);
      const { due, given, small, suppressed, notApplicable, takenDown } = prepareCompleteness(values);
      const counts = [given - small - suppressed, small, suppressed, due - given, notApplicable];
      if (isDown) counts.push(takenDown);
      return { kind: "cells", cells: [{ text: name }, ...counts.map((count) => ({ text: String(count) }))] };
    }),
    note: null,
  };
}

function changedDefinitions({ views, words, settings }: Preparing): Block[] {
  const { t, formats } = words;
  const endsOn = views.regional.period.endsOn;
  const items = views.indicators
    .filter(({ goal }) => settings.goal === null || goal.code === settings.goal)
    .flatMap(({ indicator, history }): Text[] =>
      history.flatMap(({ version, validFrom, comparable }) => {
        if (validFrom === null || validFrom > endsOn) return [];
        const { code, title } = indicator;
        const said = { code, title, version, year: formats.year(validFrom) };
        return [t(comparable ? "publication.notes.redefined" : "publication.notes.redefinedApart", said)];
      }),
    );
  if (items.length === 0) return [];
  return [heading("notes-definitions", t("publication.notes.definitions")), { kind: "list", ordered: false, items }];
}
