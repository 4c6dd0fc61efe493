"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/fields/field";

/** A link to hand over, in a field to select it from; with a script, a button copies it. */
export function CopyLink({
  id,
  label,
  hint,
  link,
  isLabelled = true,
}: {
  id: string;
  label: string;
  hint?: string;
  link: string;
  /** False in a table, whose head says it. */
  isLabelled?: boolean;
}) {
  const t = useTranslations("people.copy");
  const field = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<"copied" | "failed" | null>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setTold("copied");
    } catch {
      // A site without https may not reach the clipboard: the link is selected now.
      setTold("failed");
    }
  };
  return (
    <div className="copy-link">
      <Field id={id} label={isLabelled ? label : <span className="vh">{label}</span>} hint={hint}>
        {(props) => (
          <input
            {...props}
            ref={field}
            type="text"
            readOnly
            value={link}
            spellCheck={false}
            translate="no"
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
      <div className="with-script">
        <Button onClick={copy}>
          {t("copy")}
          <span className="vh"> {label}</span>
        </Button>
        <span role="status">{told && t(told)}</span>
      </div>
    </div>
  );
}
