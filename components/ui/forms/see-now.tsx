import type { FormState } from "@/lib/schemas/forms/form-state";

/** The way to how things stand, for whoever got no answer: in another tab, because this one has what they entered. */
export function SeeNow({ state, href = "?", label }: { state: FormState; href?: string; label: string }) {
  if (state?.ok !== false || state.refusal.code !== "unanswered") return null;
  return (
    <p className="note">
      <a href={href} target="_blank" rel="noopener">
        {label}
      </a>
    </p>
  );
}
