"use client";

// A client component for its size only: its texts and addresses cross to the browser once, not their markup as well.

interface FooterColumn {
  title: string;
  links: readonly (readonly [text: string, href: string])[];
}

/** @param about paragraphs; one that holds a link is three texts, before, in and after it */
export function FooterColumns({
  title,
  about,
  aboutHref,
  columns,
}: {
  title: string;
  about: readonly (string | readonly string[])[];
  aboutHref: string;
  columns: readonly FooterColumn[];
}) {
  return (
    <footer className="foot">
      <div className="wrap">
        <div>
          <h2>{title}</h2>
          {about.map((text) =>
            typeof text === "string" ? (
              <p key={text}>{text}</p>
            ) : (
              <p key={text.join()}>
                {text[0]}
                <a href={aboutHref}>{text[1]}</a>
                {text[2]}
              </p>
            ),
          )}
        </div>
        {columns.map((column) => (
          <div key={column.title}>
            <h2>{column.title}</h2>
            <ul>
              {column.links.map(([text, href]) => (
                <li key={href}>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </footer>
  );
}
