"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSheetAwake } from "@/components/entry/state/entry-session";
import { Button } from "@/components/ui/button";
import type { DimensionView } from "@/lib/views/report-view";

/** Adds a category of an open list as a row; the hand goes on in its field. */
export function AddCategory({
  id,
  list,
  shown,
  onAdd,
  focusAt,
}: {
  id: string;
  list: DimensionView;
  shown: readonly string[];
  onAdd: (category: string) => void;
  /** How the id of a category's field begins. */
  focusAt: (category: string) => string;
}) {
  const t = useTranslations("entryForm.parts");
  const isAwake = useSheetAwake();
  const [chosen, setChosen] = useState("");
  const rest = list.categories.filter(({ code }) => !shown.includes(code));
  const add = () => {
    if (chosen === "") return;
    onAdd(chosen);
    setChosen("");
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[id^="${CSS.escape(focusAt(chosen))}"]`)?.focus());
  };
  return (
    <div className="add-category">
      <label htmlFor={id}>{t("addLabel", { list: list.name.toLocaleLowerCase() })}</label>
      <select id={id} value={chosen} disabled={!isAwake} onChange={(event) => setChosen(event.target.value)}>
        <option value="">{t("addNone")}</option>
        {rest.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <Button onClick={add} disabled={!isAwake || chosen === ""}>
        {t("add")}
      </Button>
    </div>
  );
}
