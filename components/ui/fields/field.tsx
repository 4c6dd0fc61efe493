import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What a control takes from its field, so that label, hint and error belong to it for screen readers too. */
interface ControlProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

export interface FieldProps {
  /** Also what the error summary links to. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence that says what happened and what to do. "Error:" is put before it. */
  error?: string | null;
  className?: string;
}

export const hintId = (id: string) => `${id}-hint`;
export const errorId = (id: string) => `${id}-error`;

export function describedBy({ id, hint, error }: Pick<FieldProps, "id" | "hint" | "error">): string | undefined {
  return [hint && hintId(id), error && errorId(id)].filter(Boolean).join(" ") || undefined;
}

/** Label, hint, error and one control, which gets its ids and states from here. */
export function Field({
  id,
  label,
  hint,
  error,
  className = "",
  children,
}: FieldProps & { children: (props: ControlProps) => ReactNode }) {
  return (
    <div className={`field ${error ? "bad" : ""} ${className}`.trim()}>
      <label htmlFor={id}>{label}</label>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children({ id, "aria-describedby": describedBy({ id, hint, error }), "aria-invalid": error ? true : undefined })}
    </div>
  );
}

export const FieldHint = ({ id, hint }: Pick<FieldProps, "id" | "hint">) =>
  hint && (
    <div id={hintId(id)} className="help">
      {hint}
    </div>
  );

export function FieldError({ id, error }: { id: string; error: string | null | undefined }) {
  const common = useTranslations("common");
  if (!error) return null;
  return (
    <p id={errorId(id)} className="problem">
      {common("errorPrefix")} {error}
    </p>
  );
}
