"use client";

import { useTranslations } from "next-intl";
import { use, useEffect, useRef, useState } from "react";
import { browserMemory, browserMemoryReady } from "@/components/entry/memory/browser-memory";
import { useMemoryReady } from "@/components/entry/memory/use-memory-ready";
import { hasKeptWords, isSameText, keepWords, keptWords, wordsPlace } from "@/components/report/kept/kept-words";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/fields/textarea";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { OwnNote } from "@/lib/schemas/reports/review-more";
import { type ListPlace, openedHref } from "./list-place";
import { TellNotedContext } from "./noted-now";
import { OpenLater } from "./open-later";

type Phase = "closed" | "asking" | "failed" | "ready" | "saving" | "saved" | "gone";

/**
 * What a reviewer notes about an indicator for themselves. It is no part of the answers' form: it is asked for when it is
 * opened, and kept by a button of its own. Until then the browser keeps its words, with the version that they rest on.
 */
export function ItemNote({ code, isNoted, place }: { code: string; isNoted: boolean; place: ListPlace }) {
  const t = useTranslations("review.note");
  const more = useTranslations("review.more");
  const errors = useTranslations("errors");
  const [phase, setPhase] = useState<Phase>("closed");
  const [note, setNote] = useState<OwnNote | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** What another window wrote since, and is shown beside the words here. */
  const [other, setOther] = useState<string | null>(null);
  const [start, setStart] = useState("");
  const [isWaiting, setWaiting] = useState(false);
  /** What stands in the box is kept in the browser alone. */
  const [isUnsaved, setUnsaved] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const { plan, unit, period } = place.address;
  const words = wordsPlace(place.userId, place.address, `note ${code}`);
  const path = `/api/reports/${plan}/${unit}/${period}/review-notes`;
  const has = note === null ? isNoted : note.rowVersion > 0;
  const tellNoted = use(TellNotedContext);
  useEffect(() => {
    if (note !== null) tellNoted(code, has);
  }, [note, code, has, tellNoted]);

  const isReady = useMemoryReady();
  useEffect(() => setWaiting(isReady && hasKeptWords(words)), [isReady, words]);
  const keptHere = () => {
    const memory = browserMemory();
    const { body, rowVersion } = memory ? keptWords(memory, words) : {};
    return typeof body === "string" ? { body, rowVersion } : null;
  };
  /** Of what stands in the box, what isn't in the note as it is stored. */
  const keepHere = ({ body, rowVersion }: OwnNote) => {
    const memory = browserMemory();
    const written = box.current?.value ?? "";
    const isStored = isSameText(written, body);
    setUnsaved(!isStored);
    if (memory) keepWords(memory, words, isStored ? {} : { body: written, rowVersion: `${rowVersion}` });
  };
  const ask = async () => {
    if (note !== null || phase === "asking") return;
    setPhase("asking");
    try {
      const response = await fetch(`${path}?of=${code}`, { headers: madeFor(place.userId) });
      if (!response.ok) return setPhase("failed");
      const read = (await response.json()) as OwnNote;
      await browserMemoryReady();
      const kept = keptHere();
      const isUnstored = kept !== null && !isSameText(kept.body, read.body);
      if (isUnstored && kept.rowVersion !== `${read.rowVersion}`) setOther(read.body);
      setUnsaved(isUnstored);
      setStart(kept?.body ?? read.body);
      setNote(read);
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
      setOther(null);
      keepHere({ body, ...answer });
      setPhase(answer.rowVersion === 0 ? "gone" : "saved");
      setProblem(null);
    } else if (answer.present) {
      // Whoever keeps it again has seen what they replace.
      setNote(answer.present);
      setOther(answer.present.body);
      keepHere(answer.present);
      setPhase("ready");
      setProblem(null);
    } else {
      setPhase("ready");
      setProblem(errors(answer.key as Parameters<typeof errors>[0], answer.args));
    }
  };
  return (
    <div className={isUnsaved || (isWaiting && note === null) ? "own-note unsaved" : "own-note"}>
      <OpenLater summary={t(has ? "own" : "add")} isOpen={isWaiting} onOpen={ask}>
        {note === null ? (
          <>
            <p role="status">
              {phase === "failed"
                ? more.rich("failed", { a: (words) => <a href={openedHref(place.filter, code)}>{words}</a> })
                : more("asking")}
            </p>
            {isWaiting && phase === "failed" && <p className="note">{t("unsaved")}</p>}
          </>
        ) : (
          <>
            <Textarea
              ref={box}
              id={`note-${code}`}
              rows={3}
              label={t("label", { code })}
              hint={t("hint")}
              error={problem}
              defaultValue={start}
              onInput={() => {
                keepHere(note);
                if (phase === "saved" || phase === "gone") setPhase("ready");
              }}
            />
            <div aria-live="polite">
              {other !== null && <p>{t(other === "" ? "emptied" : "other")}</p>}
              {other && <p className="why wrap-anywhere whitespace-pre-line">{other}</p>}
            </div>
            <div className="actions">
              <Button onClick={keep} aria-disabled={phase === "saving"}>
                {t(phase === "saving" ? "saving" : "save")}
              </Button>
              <span role="status">{phase === "saved" || phase === "gone" ? t(phase) : ""}</span>
              {isUnsaved && phase !== "saving" && <span className="note">{t("unsaved")}</span>}
            </div>
          </>
        )}
      </OpenLater>
    </div>
  );
}

/** @returns its version, what another window wrote meanwhile, or why it isn't kept, as a key of `errors` */
async function send(path: string, userId: number, note: { indicator: string } & OwnNote) {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...madeFor(userId) },
      body: JSON.stringify(note),
    });
    if (response.ok) return (await response.json()) as { rowVersion: number };
    const { refusal, problems, present } = (await response.json()) as {
      present?: OwnNote;
      refusal: { code: RefusalCode; args: Record<string, string | number> };
      problems: FieldProblem[];
    };
    if (present) return { present };
    const [first] = problems;
    return first ? { key: first.key, args: first.args } : { key: refusal.code, args: refusal.args };
  } catch {
    return { key: "unanswered", args: {} };
  }
}
