import type { ReactNode } from "react";

export interface Segment {
  key: string;
  label: ReactNode;
  /** null: there is nothing behind it (yet); `note` says why. */
  href: string | null;
  note?: string;
}

/** A picker whose choices are pages, such as the reporting period. */
export function SegmentedLinks({
  label,
  segments,
  current,
}: {
  label: string;
  segments: readonly Segment[];
  current: string;
}) {
  return (
    <nav className="seg" aria-label={label}>
      {segments.map(({ key, label: text, href, note }) =>
        href === null ? (
          <span key={key} className="off">
            {text}
            {note && <span className="vh">{` (${note})`}</span>}
          </span>
        ) : (
          <a key={key} href={href} {...(key === current ? { "aria-current": "page" } : {})}>
            {text}
          </a>
        ),
      )}
    </nav>
  );
}

/** A picker that changes the view in place. For client components, which hold the choice. */
export function SegmentedButtons<K extends string>({
  label,
  choices,
  chosen,
  onChoose,
}: {
  label: string;
  choices: readonly (readonly [key: K, text: string, ...rest: unknown[]])[];
  chosen: K;
  onChoose: (key: K) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's meaning to buttons that only change the view
    <div className="seg" role="group" aria-label={label}>
      {choices.map(([key, text]) => (
        <button key={key} type="button" aria-pressed={key === chosen} onClick={() => onChoose(key)}>
          {text}
        </button>
      ))}
    </div>
  );
}
