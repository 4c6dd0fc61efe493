"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/fields/checkboxes";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { PageTitle } from "@/components/ui/page-title";
import { organisationKinds } from "@/lib/domain/permissions";
import {
  agendaField,
  agendaRows,
  documentField,
  documentPlaces,
  formerNodesField,
} from "@/lib/schemas/commitments/meeting-fields";
import type { AgendaFormView } from "@/lib/views/commitments/meeting-view";
import { FormerNodes } from "./former-nodes";
import { type Fields, type FormAction, useMeetingForm } from "./use-meeting-form";

/** So many empty rows follow those with words. */
const SPARE_ROWS = 3;

/** Titled links of a point; behind a click where there is none. */
function Documents({
  row,
  documents,
  standing,
  errorOf,
}: Fields & { row: number; documents: AgendaFormView["points"][number]["documents"] }) {
  const t = useTranslations("meetings.agendaForm");
  const fields = documentPlaces.map((place) => {
    const [title, url] = [documentField("docTitle", row, place), documentField("docUrl", row, place)];
    const stored = documents[place - 1];
    return {
      place,
      title: { id: title, name: title, error: errorOf(title), defaultValue: standing(title, stored?.title) },
      url: { id: url, name: url, error: errorOf(url), defaultValue: standing(url, stored?.url) },
    };
  });
  const isOpen = fields.some(({ title, url }) => title.defaultValue !== "" || url.defaultValue !== "");
  return (
    <details className="more" open={isOpen}>
      <summary>{t("documents", { row })}</summary>
      <p className="help">{t("documentsHint")}</p>
      {fields.map(({ place, title, url }) => (
        <div key={place}>
          <TextField {...title} label={t("documentTitle", { row, place })} maxLength={200} autoComplete="off" />
          <TextField {...url} label={t("documentUrl", { row, place })} type="url" autoComplete="off" />
        </div>
      ))}
    </details>
  );
}

/** Who may attend, behind a click where everybody may. */
function Attends({ name, row, chosen }: { name: string; row: number; chosen: readonly string[] }) {
  const t = useTranslations("meetings.agendaForm");
  const kinds = useTranslations("organisations");
  return (
    <details className="more" open={chosen.length > 0}>
      <summary>{t("attends", { row })}</summary>
      <Checkboxes
        id={name}
        name={name}
        label={t("attendsWho", { row })}
        hint={t("attendsHint")}
        chosen={chosen}
        options={organisationKinds.map((kind) => ({ value: kind, label: kinds("kind", { kind }) }))}
      />
    </details>
  );
}

/** The whole agenda of a meeting, a group of fields for each point. */
export function AgendaForm({
  title,
  view,
  hidden,
  back,
  action,
}: {
  title: string;
  view: AgendaFormView;
  hidden: Record<string, string | number>;
  back: string;
  action: FormAction;
}) {
  const t = useTranslations("meetings.agendaForm");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const { state, send, sending, summary, errorOf, isRefused, standing, ticked } = useMeetingForm(action);
  return (
    <form action={send} noValidate>
      <PageTitle title={title} refused={isRefused} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {agendaRows.slice(0, view.points.length + SPARE_ROWS).map((row) => {
        const point = view.points[row - 1];
        const fieldOf = (part: Parameters<typeof agendaField>[0], stored = "") => {
          const name = agendaField(part, row);
          return {
            id: name,
            name,
            error: errorOf(name),
            defaultValue: standing(name, stored),
            autoComplete: "off",
          };
        };
        return (
          <fieldset key={row} className="field whole">
            <legend>{t("point", { row })}</legend>
            <TextField {...fieldOf("order", String(row))} label={t("order")} inputMode="numeric" maxLength={3} />
            <TextField {...fieldOf("title", point?.title)} label={t("pointTitle")} maxLength={200} />
            <TextField {...fieldOf("titleTh", point?.titleTh)} label={t("pointTitleTh")} maxLength={200} lang="th" />
            <Select
              {...fieldOf("organisation", String(point?.organisation ?? ""))}
              label={t("organisation")}
              empty={t("noOrganisation")}
              options={view.directory.map(({ id, name, isArchived }) => ({
                value: String(id),
                label: isArchived ? t("organisationArchived", { name }) : name,
              }))}
            />
            <TextField
              {...fieldOf("speaker", point?.speaker)}
              label={t("speaker")}
              hint={t("speakerHint")}
              maxLength={200}
            />
            <Attends
              name={agendaField("attends", row)}
              row={row}
              chosen={ticked(agendaField("attends", row), point?.attends)}
            />
            <TextField
              {...fieldOf("nodes", point?.nodes.join(", "))}
              label={t("nodes")}
              hint={t("nodesHint")}
              maxLength={200}
            />
            <FormerNodes
              name={formerNodesField(agendaField("nodes", row))}
              nodes={point?.formerNodes ?? []}
              {...{ ticked, errorOf }}
            />
            <Documents {...{ row, standing, errorOf }} documents={point?.documents ?? []} />
          </fieldset>
        );
      })}
      <LookedAtBox state={state} />
      <div className="actions">
        <ButtonLink href={back}>{common("cancel")}</ButtonLink>
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? t("saving") : t("save")}
        </Button>
      </div>
    </form>
  );
}
