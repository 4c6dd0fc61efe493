import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useIsAwake } from "@/components/ui/use-is-awake";
import type { AssignmentView } from "@/lib/views/assignment-view";
import type { MatrixFilter } from "./matrix-state";

/** Narrows the rows: in place, or as a form of the address before scripts run. */
export function MatrixFilterForm({
  view: { unit, period, by, goals, columns },
  filter,
  ask,
  told,
}: {
  view: AssignmentView;
  filter: MatrixFilter;
  ask: (change: Partial<MatrixFilter>) => void;
  told: string;
}) {
  const t = useTranslations("assignments.matrix");
  const isAwake = useIsAwake();
  const place = { unit: unit.code, period: period.code, ...(by === "organisations" && { by }) };
  const form = useRef<HTMLFormElement>(null);
  // What was chosen before the script came: the next drawing would undo it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page becomes live
  useEffect(() => {
    const typed = new FormData(form.current ?? undefined);
    const chosen = (name: keyof MatrixFilter) => String(typed.get(name) ?? filter[name]);
    const asked = { find: chosen("find"), goal: chosen("goal"), show: chosen("show") };
    if (Object.entries(asked).some(([name, value]) => value !== filter[name as keyof MatrixFilter])) ask(asked);
  }, []);
  return (
    <form
      ref={form}
      method="get"
      autoComplete="off"
      className="table-tools matrix-tools"
      onSubmit={(event) => event.preventDefault()}
    >
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="field find">
        <label htmlFor="find">{t("find")}</label>
        <input
          id="find"
          name="find"
          type="text"
          inputMode="search"
          maxLength={100}
          value={filter.find}
          onChange={({ target }) => ask({ find: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="goal">{t("goal")}</label>
        <select id="goal" name="goal" value={filter.goal} onChange={({ target }) => ask({ goal: target.value })}>
          <option value="">{t("allGoals")}</option>
          {goals.map(({ code, title }) => (
            <option key={code} value={code}>
              {code} {title}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="show">{t("show")}</label>
        <select id="show" name="show" value={filter.show} onChange={({ target }) => ask({ show: target.value })}>
          <option value="">{t("showAll")}</option>
          <option value="unassigned">{t("showUnassigned")}</option>
          {columns.map(({ id, name }) => (
            <option key={id} value={id}>
              {t("showOf", { name })}
            </option>
          ))}
        </select>
      </div>
      {!isAwake && <Button type="submit">{t("apply")}</Button>}
      <p className="hint told" role="status">
        {told}
      </p>
    </form>
  );
}

/** Gives all that is shown to one of the columns, or takes it away. */
export function MatrixBulk({
  columns,
  count,
  onAll,
}: {
  columns: AssignmentView["columns"];
  count: number;
  onAll: (id: number, isSet: boolean) => void;
}) {
  const t = useTranslations("assignments.matrix");
  const [to, setTo] = useState("");
  const isOff = to === "" || count === 0;
  const all = (isSet: boolean) => () => isOff || onAll(Number(to), isSet);
  return (
    <div className="table-tools matrix-bulk with-script">
      <div className="field">
        <label htmlFor="bulk">{t("bulk")}</label>
        <select id="bulk" value={to} onChange={({ target }) => setTo(target.value)}>
          <option value="">{t("bulkEmpty")}</option>
          {columns.map(({ id, name, bar }) => (
            <option key={id} value={id}>
              {bar ? `${name} (${t("bar", { bar })})` : name}
            </option>
          ))}
        </select>
      </div>
      <Button aria-disabled={isOff} onClick={all(true)}>
        {t("bulkAdd", { count })}
      </Button>
      <Button aria-disabled={isOff} onClick={all(false)}>
        {t("bulkRemove", { count })}
      </Button>
    </div>
  );
}
