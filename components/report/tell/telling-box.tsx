"use client";

import { type ComponentProps, useRef } from "react";
import { Textarea } from "@/components/ui/fields/textarea";
import { tellField } from "@/lib/schemas/reports/entry-fields";
import type { PersonToTell } from "@/lib/views/report-view";
import { useTelling } from "./use-telling";

/** A box for words in which an `@` offers people: whoever is chosen is ticked among those who are told. */
export function TellingBox({
  people,
  onBegin,
  ...rest
}: Omit<ComponentProps<typeof Textarea>, "ref"> & { people: readonly PersonToTell[] | null; onBegin: () => void }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const tell = ({ id }: PersonToTell) => {
    const tick = box.current?.form?.elements.namedItem(tellField(id));
    if (tick instanceof HTMLInputElement && !tick.checked) tick.click();
  };
  const { field, list } = useTelling(box, people, tell, onBegin);
  return (
    <div className="telling">
      <Textarea {...rest} ref={box} {...field} />
      {list}
    </div>
  );
}
