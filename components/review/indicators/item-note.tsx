"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/fields/textarea";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { OwnNote } from "@/lib/schemas/reports/review-more";
import { type ListPlace, openedHref } from "./list-place";
import { OpenLater } from "./open-later";

type Phase = "closed" | "asking" | "failed" | "ready" | "saving" | "saved" | "gone";

/**
 * What a reviewer notes about an indicator for themselves. It is no part of the answers' form: it is asked for when it is
 * opened, and kept by a button of its own.
 */
export function ItemNote({ code, isNoted, place }: { code: string; isNoted: boolean; place: ListPlace }) {
  const t = useTranslations("review.note");
  const more = useTranslations("review.more");
  const errors = useTranslations("errors");
  const [phase, setPhase] = useState<Phase>("closed");
  const [note, setNote] = useState<OwnNote | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const { plan, unit, period } = place.address;
  const path = `/api/reports/${plan}/${unit}/${period}/review-notes`;
  const has = note === null ? isNoted : note.rowVersion > 0;

  const ask = async () => {
    if (note !== null || phase === "asking") return;
    setPhase("asking");
    try {
      const response = await fetch(`${path}?of=${code}`, { headers: madeFor(place.userId) });
      if (!response.ok) return setPhase("failed");
      setNote((await response.json()) as OwnNote);
      setPhase("ready");
    } catch {
      setPhase("failed");
    }
  };
  const keep = async () => {
    const body = box.current?.value ?? "";
    if (note === null || phase === "saving") return;
    setPhase("saving");
    const answer = await send(path, place.userId, { indicator: code, body, rowVersion: note.rowVersion });
    if ("rowVersion" in answer) {
      setNote({ body, ...answer });
      setPhase(answer.rowVersion === 0 ? "gone" : "saved");
      setProblem(null);
    } else {
      setPhase("ready");
      setProblem(errors(answer.key as Parameters<typeof errors>[0], answer.args));
    }
  };
  return (
    <div className="own-note">
      <OpenLater summary={t(has ? "own" : "add")} isOpen={false} onOpen={ask}>
        {note === null ? (
          <p role="status">
            {phase === "failed"
              ? more.rich("failed", { a: (words) => <a href={openedHref(place.filter, code)}>{words}</a> })
              : more("asking")}
          </p>
        ) : (
          <>
            <Textarea
              ref={box}
              id={`note-${code}`}
              rows={3}
              label={t("label", { code })}
              hint={t("hint")}
              error={problem}
              defaultValue={note.body}
            />
            <div className="actions">
              <Button onClick={keep} aria-disabled={phase === "saving"}>
                {t(phase === "saving" ? "saving" : "save")}
              </Button>
              <span role="status">{phase === "saved" || phase === "gone" ? t(phase) : ""}</span>
            </div>
          </>
        )}
      </OpenLater>
    </div>
  );
}

/** @returns its version, or why it isn't kept, as a key of `errors` */
async function send(path: string, userId: number, note: { indicator: string } & OwnNote) {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...madeFor(userId) },
      body: JSON.stringify(note),
    });
    if (response.ok) return (await response.json()) as { rowVersion: number };
    const { refusal, problems } = (await response.json()) as {
      refusal: { code: RefusalCode; args: Record<string, string | number> };
      problems: FieldProblem[];
    };
    const [first] = problems;
    return first ? { key: first.key, args: first.args } : { key: refusal.code, args: refusal.args };
  } catch {
    return { key: "unanswered", args: {} };
  }
}
