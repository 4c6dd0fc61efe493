interface TabLink {
  key: string;
  label: string;
  /** How many there are behind it. */
  count?: number;
  href: string;
}

/** Tabs that are pages: they work without JavaScript and can be sent to a colleague. */
export function TabLinks({ label, tabs, current }: { label: string; tabs: readonly TabLink[]; current: string }) {
  return (
    <nav aria-label={label}>
      <ul className="tabs">
        {tabs.map(({ key, label: text, count, href }) => (
          <li key={key}>
            <a href={href} aria-current={key === current ? "page" : undefined}>
              {text} {count}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
