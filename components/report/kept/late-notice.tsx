"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { browserMemory } from "@/components/entry/memory/browser-memory";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { Discard } from "@/components/ui/forms/discard";
import { Notice } from "@/components/ui/notice";
import { narrativeField } from "@/lib/schemas/reports/entry-fields";
import { type KeptText, useKeptName } from "./kept-of-report";
import { keepWords, keptWords, wordsLeft, wordsPlace } from "./kept-words";

/**
 * Words that only this browser has and nothing on the page takes: shown until whoever wrote them lets them go.
 * @param children why nothing takes them
 * @param onDiscard one of them is forgotten
 */
export function LateNotice({
  owner,
  texts,
  id,
  onDiscard,
  children,
}: {
  owner: Owner;
  texts: readonly KeptText[];
  id?: string;
  onDiscard: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("entry.kept");
  const nameOf = useKeptName();
  const place = useRef<HTMLDivElement>(null);
  const [discarded, setDiscarded] = useState(0);
  if (texts.length === 0 && discarded === 0) return null;
  const discard = (text: KeptText) => {
    forget(owner, text);
    setDiscarded(discarded + 1);
    onDiscard();
    // The button goes, and whoever pressed it goes on at what is left.
    place.current?.focus();
  };
  return (
    <div ref={place} className="mt-4" id={id} role="status" tabIndex={-1}>
      {texts.length === 0 ? (
        <Notice tone="ok">
          <p>{t("discarded", { count: discarded })}</p>
        </Notice>
      ) : (
        <Notice tone="warning" title={t("title", { count: texts.length })}>
          <p>{children}</p>
          <ul>
            {texts.map((text) => {
              const name = nameOf(text);
              return (
                <li key={name} className="mt-4">
                  <p>{name}</p>
                  <p className="wrap-anywhere whitespace-pre-line">{text.words}</p>
                  <Discard
                    label={t("discard")}
                    about={name}
                    meaning={t("discardMeaning")}
                    confirm={t("discardConfirm")}
                    onDiscard={() => discard(text)}
                  />
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function forget({ userId, ...report }: Owner, text: KeptText) {
  const memory = browserMemory();
  if (!memory) return;
  const form = text.form === "narrative" ? "narrative" : `${text.form} ${text.indicator}`;
  const place = wordsPlace(userId, report, form);
  if (text.form !== "narrative") return keepWords(memory, place, {});
  const { pillar, kind } = text;
  const field = (name: "text" | "isPublic" | "rowVersion" | "was") => narrativeField(name, pillar, kind);
  const gone = [field("text"), field("isPublic"), field("rowVersion"), field("was")];
  const left = wordsLeft(
    keptWords(memory, place),
    (name) => gone.includes(name),
    () => [],
  );
  keepWords(memory, place, left);
}
