"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/fields/checkboxes";
import { Radios } from "@/components/ui/fields/radios";
import { TextField } from "@/components/ui/fields/text-field";
import { Textarea } from "@/components/ui/fields/textarea";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { PageTitle } from "@/components/ui/page-title";
import { type DecisionKind, longestDecision } from "@/lib/domain/commitments/decision";
import type { DecisionFormView } from "@/lib/views/commitments/decision-view";
import { FormerNodes } from "./former-nodes";
import { type FormAction, useMeetingForm } from "./use-meeting-form";

/** Writes down what a meeting is about to decide, or changes it. */
export function DecisionForm({
  title,
  view,
  hidden,
  back,
  action,
}: {
  title: string;
  view: DecisionFormView;
  hidden: Record<string, string | number>;
  back: string;
  action: FormAction;
}) {
  const t = useTranslations("meetings.decisionForm");
  const kinds = useTranslations("meetings.decisionKind");
  // These are carried out when the outcome is agreed.
  const hintOf = (kind: DecisionKind) =>
    kind === "planExtended" ? t("extendedHint") : kind === "regionalPriority" ? t("priorityHint") : undefined;
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const { state, send, sending, summary, errorOf, isRefused, standing, ticked } = useMeetingForm(action);
  return (
    <form className="decision-form" action={send} noValidate>
      <PageTitle title={title} refused={isRefused} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Radios
        id="kind"
        name="kind"
        label={t("kind")}
        error={errorOf("kind")}
        defaultValue={standing("kind", view.kind)}
        options={view.kinds.map((kind) => ({ value: kind, label: kinds(kind), hint: hintOf(kind) }))}
      />
      <Textarea
        id="body"
        name="body"
        rows={5}
        maxLength={longestDecision}
        label={t("body")}
        hint={t("bodyHint", { limit: longestDecision })}
        error={errorOf("body")}
        defaultValue={standing("body", view.body)}
      />
      <TextField
        id="year"
        name="year"
        inputMode="numeric"
        className="of-priority"
        label={t("year")}
        hint={t("ofPriority")}
        error={errorOf("year")}
        defaultValue={standing("year", view.year)}
      />
      <TextField
        id="nodes"
        name="nodes"
        className="of-priority"
        label={t("nodes")}
        hint={t("nodesHint")}
        error={errorOf("nodes")}
        defaultValue={standing("nodes", view.nodes)}
      />
      <FormerNodes name="formerNodes" className="of-priority" nodes={view.formerNodes} {...{ ticked, errorOf }} />
      <TextField
        id="extendedTo"
        name="extendedTo"
        type="date"
        className="of-extension"
        label={t("extendedUntil")}
        hint={t("ofExtension")}
        error={errorOf("extendedTo")}
        defaultValue={standing("extendedTo", view.extendedTo)}
      />
      <Checkboxes
        id="units"
        name="units"
        label={t("units")}
        hint={t("unitsHint")}
        error={errorOf("units")}
        chosen={state?.ok === false ? (state.entered.units ?? []) : view.units}
        options={view.countries.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {view.directory.length > 0 && (
        <Checkboxes
          id="organisations"
          name="organisations"
          label={t("organisations")}
          hint={t("organisationsHint")}
          error={errorOf("organisations")}
          chosen={state?.ok === false ? (state.entered.organisations ?? []) : view.organisations}
          options={view.directory.map(({ id, name, isArchived }) => ({
            value: String(id),
            label: isArchived ? t("organisationArchived", { name }) : name,
          }))}
        />
      )}
      <TextField
        id="dueOn"
        name="dueOn"
        type="date"
        label={t("dueOn")}
        hint={t("dueOnHint")}
        error={errorOf("dueOn")}
        defaultValue={standing("dueOn", view.dueOn)}
      />
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
