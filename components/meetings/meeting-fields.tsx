"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/fields/text-field";
import { Textarea } from "@/components/ui/fields/textarea";
import { organisationKinds } from "@/lib/domain/permissions";
import { participantsField } from "@/lib/schemas/commitments/meeting-fields";
import { sourceField, sourcePlaces } from "@/lib/schemas/commitments/source-fields";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import type { MeetingFormView } from "@/lib/views/commitments/meeting-view";
import type { Fields } from "./use-meeting-form";

type Words = MeetingFormView["words"];

/** Title, place and what is to be known, in English. */
export function WordsFields({ words, standing, errorOf }: Fields & { words: Words }) {
  const t = useTranslations("meetings.form");
  const fieldOf = (name: keyof Words) => ({
    id: name,
    name,
    error: errorOf(name),
    defaultValue: standing(name, words[name]),
  });
  return (
    <>
      <TextField {...fieldOf("title")} label={t("name")} maxLength={200} autoComplete="off" />
      <TextField {...fieldOf("place")} label={t("place")} hint={t("placeHint")} maxLength={200} autoComplete="off" />
      <Textarea {...fieldOf("notes")} label={t("notes")} hint={t("notesHint")} rows={4} maxLength={longestRemark} />
    </>
  );
}

/** The same in Thai, behind its name where there is none yet. */
export function ThaiFields({ words, standing, errorOf }: Fields & { words: Words }) {
  const t = useTranslations("meetings.form");
  const names = ["titleTh", "placeTh", "notesTh"] as const;
  const fieldOf = (name: (typeof names)[number]) => ({
    id: name,
    name,
    error: errorOf(name),
    defaultValue: standing(name, words[name]),
    lang: "th",
  });
  const isOpen = names.some((name) => standing(name, words[name]) !== "" || errorOf(name) !== null);
  return (
    <details className="more" open={isOpen}>
      <summary>{t("thai")}</summary>
      <p className="note">{t("thaiHint")}</p>
      <TextField {...fieldOf("titleTh")} label={t("nameTh")} maxLength={200} autoComplete="off" />
      <TextField {...fieldOf("placeTh")} label={t("placeTh")} maxLength={200} autoComplete="off" />
      <Textarea {...fieldOf("notesTh")} label={t("notesTh")} rows={4} maxLength={longestRemark} />
    </details>
  );
}

/** How many came, by kind of organisation. */
export function ParticipantsFields({
  participants,
  standing,
  errorOf,
}: Fields & { participants: MeetingFormView["participants"] }) {
  const t = useTranslations("meetings.form");
  const organisations = useTranslations("organisations");
  const stored = (kind: (typeof organisationKinds)[number]) => String(participants[kind] ?? "");
  const isOpen = organisationKinds.some((kind) => {
    const name = participantsField(kind);
    return standing(name, stored(kind)) !== "" || errorOf(name) !== null;
  });
  return (
    <details className="more" open={isOpen}>
      <summary>{t("participants")}</summary>
      <p className="note">{t("participantsHint")}</p>
      {organisationKinds.map((kind) => {
        const name = participantsField(kind);
        return (
          <TextField
            key={name}
            id={name}
            name={name}
            label={organisations("kind", { kind })}
            error={errorOf(name)}
            defaultValue={standing(name, stored(kind))}
            inputMode="numeric"
            maxLength={5}
            autoComplete="off"
          />
        );
      })}
    </details>
  );
}

/** Where it can be read what is said of the meeting. */
export function SourcesFields({ sources, standing, errorOf }: Fields & { sources: MeetingFormView["sources"] }) {
  const t = useTranslations("meetings.form");
  const fieldsOf = (place: number) => {
    const [title, url] = [sourceField("title", place), sourceField("url", place)];
    const stored = sources[place - 1];
    return (
      <div key={place} className="pair">
        <TextField
          id={title}
          name={title}
          label={t("sourceTitle", { place })}
          error={errorOf(title)}
          defaultValue={standing(title, stored?.title)}
          maxLength={200}
          autoComplete="off"
        />
        <TextField
          id={url}
          name={url}
          label={t("sourceUrl", { place })}
          error={errorOf(url)}
          defaultValue={standing(url, stored?.url)}
          inputMode="url"
          autoComplete="off"
        />
      </div>
    );
  };
  const [first = 1, ...others] = sourcePlaces;
  const isMore = others.some((place) =>
    (["title", "url"] as const).some((part) => standing(sourceField(part, place), sources[place - 1]?.[part]) !== ""),
  );
  return (
    <fieldset className="field mt-6">
      <legend>{t("sources")}</legend>
      <div className="help">{t("sourcesHint")}</div>
      {fieldsOf(first)}
      <details className="more" open={isMore}>
        <summary>{t("moreSources")}</summary>
        {others.map(fieldsOf)}
      </details>
    </fieldset>
  );
}
