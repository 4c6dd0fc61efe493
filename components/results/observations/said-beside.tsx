"use client";

import { saidMark } from "@/components/charts/said-mark";
import { Table } from "@/components/ui/table";
import { useSaidAbout } from "./use-said-about";

/** Heads of the table, and what it says of its values. */
export type SaidTableWords = Record<"note" | "unit" | "period" | "value" | "by" | "observation", string>;

/** Values of civil society in a table of their own, under the official ones; nothing where none is said. */
export function SaidTable({ address, title, words }: { address: string; title: string; words: SaidTableWords }) {
  const shadows = useSaidAbout(address)?.shadows ?? [];
  if (shadows.length === 0) return null;
  return (
    <div className="mt-4">
      <Table
        caption={title}
        showCaption
        head={
          <>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.period}</th>
            <th scope="col" className="n">
              {words.value}
            </th>
            <th scope="col">{words.by}</th>
            <th scope="col">{words.observation}</th>
          </>
        }
      >
        {shadows.map(({ name, when, value, by, observation }) => (
          <tr key={observation.href}>
            <th scope="row">{name}</th>
            <td>{when}</td>
            <td className="n">{value}</td>
            <td>{by}</td>
            <td>
              <a href={observation.href}>{observation.title}</a>
            </td>
          </tr>
        ))}
      </Table>
      <p className="src">{words.note}</p>
    </div>
  );
}

/** What their mark on a chart means, as one of the chart's keys. */
export function SaidKey({ address, title }: { address: string; title: string }) {
  const shadows = useSaidAbout(address)?.shadows ?? [];
  if (shadows.every(({ y }) => y === null)) return null;
  return (
    <li>
      <svg className="plot" viewBox="0 0 26 12" aria-hidden="true">
        <path className="said-mark" d={saidMark(13, 6)} />
      </svg>
      {title}
    </li>
  );
}
