"use client";

import { ownPage } from "./check/own-page";

/** An indicator's answer in words. What it doesn't have is left out. */
export interface AnswerRow {
  code: string;
  title: string;
  answer: string;
  notes?: string[];
  /** The person may only look. */
  seeOnly?: true;
}

interface AnswersWords {
  indicator: string;
  answer: string;
  /** What the column of links is for. */
  links: string;
  change: string;
  see: string;
}

/** The answers of each goal in a table: one component for all of them, for as elements they would be sent twice. */
export function AnswersTables({
  goals,
  words,
  base,
}: {
  goals: readonly { code: string; title: string; caption: string; rows: readonly AnswerRow[] }[];
  words: AnswersWords;
  /** The report's address. */
  base: string;
}) {
  return goals
    .filter(({ rows }) => rows.length > 0)
    .map((goal) => (
      <section key={goal.code} className="block answers" aria-labelledby={`answers-${goal.code}`}>
        <h2 id={`answers-${goal.code}`}>{`${goal.code} ${goal.title}`}</h2>
        <div className="scroll">
          <table className="data stack">
            <caption className="vh">{goal.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.indicator}</th>
                <th scope="col">{words.answer}</th>
                <th scope="col" className="off-paper">
                  <span className="vh">{words.links}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {goal.rows.map(({ code, title, answer, notes = [], seeOnly }) => (
                <tr key={code} id={code}>
                  <th scope="row">
                    <span className="code">{code}</span>
                    {` ${title}`}
                  </th>
                  <td>
                    {answer}
                    {notes.map((note) => (
                      <p key={note} className="note">
                        {note}
                      </p>
                    ))}
                  </td>
                  <td className="off-paper">
                    <a href={ownPage(base, code)}>
                      {`${seeOnly ? words.see : words.change} `}
                      <span className="vh">{code}</span>
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    ));
}
