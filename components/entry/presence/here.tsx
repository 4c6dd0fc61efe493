"use client";

import { useLocale, useTranslations } from "next-intl";
import { createContext, use, useSyncExternalStore } from "react";
import { formatsOf } from "@/lib/i18n/formats";
import type { PersonHere } from "@/lib/views/entry-view";
import { type HereStore, hereStore, initialsOf } from "./here-store";

/** Until the sheet says who is here, nobody is. */
const HereContext = createContext<HereStore>(hereStore());
export const HereProvider = HereContext.Provider;

const nobody: readonly string[] = [];
const none: readonly PersonHere[] = [];

/**
 * Who else is at this row, quietly: it is nothing that a screen reader should break in with. Where a row is one line, by
 * initials.
 */
export function HereInRow({ code }: { code: string }) {
  const t = useTranslations("entryForm.here");
  const { list } = formatsOf(useLocale());
  const store = use(HereContext);
  const names = useSyncExternalStore(
    store.subscribe,
    () => store.at(code),
    () => nobody,
  );
  if (names.length === 0) return null;
  const said = t("inRow", { names: list([...names]) });
  return (
    <span className="here" title={said} data-brief={names.map(initialsOf).join()}>
      {said}
    </span>
  );
}

/** Who else has the report open. */
export function AlsoHere() {
  const t = useTranslations("entryForm.here");
  const { list } = formatsOf(useLocale());
  const store = use(HereContext);
  const people = useSyncExternalStore(store.subscribe, store.all, () => none);
  if (people.length === 0) return null;
  const names = people.map(({ name, at }) => (at === null ? name : t("at", { name, at })));
  const said = t("also", { names: list(names) });
  return (
    <p className="also-here note" title={said}>
      {said}
    </p>
  );
}
