"use client";

// A client component for its size only: its drawing needn't cross to the browser a second time.

/** The product's mark and name, which lead to the beginning. */
export function Brand({ href, name }: { href: string; name: string }) {
  return (
    <a className="brand" href={href}>
      <svg viewBox="0 0 22 22" aria-hidden="true">
        <path d="M1 4h9v4H1zM12 4h9v4h-9zM1 10h9v4H1zM12 10h9v4h-9zM1 16h9v3H1z" fill="currentColor" />
        <path d="M12 16h9v3h-9z" fill="none" stroke="currentColor" />
      </svg>
      {name}
    </a>
  );
}
