"use client";

import { useTranslations } from "next-intl";
import { useMendPlace } from "./mend-context";
import { MendHere } from "./mend-here";
import { ownPage } from "./own-page";
import { toDoGroups } from "./to-do-groups";
import { useListed } from "./use-listed";

/** Something to be done about one indicator. */
export interface ToDoItem {
  code: (typeof toDoGroups)[number];
  indicator: string;
  title: string;
  mayMend: boolean;
}

const keyOf = ({ code, indicator }: ToDoItem) => `${code} ${indicator}`;

/** What is to be corrected, explained or answered, by what is to be done; each with its fields a press away. */
export function ToDo({ items }: { items: readonly ToDoItem[] }) {
  const t = useTranslations("entry.check");
  const { base } = useMendPlace();
  const listed = useListed(items, keyOf);
  const left = new Set(items.map(keyOf));
  return toDoGroups.map((group) => {
    const own = listed.filter(({ code }) => code === group);
    const count = own.filter((item) => left.has(keyOf(item))).length;
    return (
      own.length > 0 && (
        <section key={group} className="block" id={group} aria-labelledby={`${group}-title`}>
          <h2 id={`${group}-title`}>{t("group", { what: group, count })}</h2>
          <ul className="to-dos">
            {own.map((item) => {
              const isDone = !left.has(keyOf(item));
              return (
                <MendHere key={keyOf(item)} code={item.indicator} isDone={isDone} mayMend={item.mayMend} what="mend">
                  <span>
                    <a href={ownPage(base, item.indicator)}>
                      {t(group, { code: item.indicator, isDone: isDone ? "yes" : "no" })}
                    </a>
                    <br />
                    {item.title}
                  </span>
                </MendHere>
              );
            })}
          </ul>
        </section>
      )
    );
  });
}
