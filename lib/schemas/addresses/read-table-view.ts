// The browser reads addresses with it as well: the whole of zod would weigh more than the table.
import * as z from "zod/mini";
import { longestFind, pageSizes, type TableColumns, type TableView, tableNames, wholeTable } from "./table-view";

/** What can't be meant asks for nothing. */
const tableView = ({ sortable, hideable, size: own }: TableColumns) =>
  z.object({
    find: z.catch(z.string().check(z.maxLength(longestFind), z.regex(/^\P{Cc}*$/u)), wholeTable.find),
    sort: z.catch(z.enum(sortable.flatMap((column) => [column, `-${column}`])), wholeTable.sort),
    hidden: z.catch(
      z.pipe(
        z.string(),
        z.transform((list) => {
          const asked = list.split(".");
          return hideable.filter((column) => asked.includes(column));
        }),
      ),
      [],
    ),
    size: z.catch(
      z.pipe(
        z.string(),
        z.transform((text) => pageSizes.find((size) => String(size) === text) ?? own ?? null),
      ),
      own ?? null,
    ),
    page: z.catch(z.pipe(z.string().check(z.regex(/^[1-9]\d{0,3}$/)), z.transform(Number)), wholeTable.page),
  });

/** As an address asks for it: `?find=law&sort=-region&hide=aim.measure&rows=25&page=2`. */
export function tableViewOf(query: URLSearchParams, columns: TableColumns): TableView {
  const names = tableNames(columns);
  return tableView(columns).parse({
    find: query.get(names.find),
    sort: query.get(names.sort),
    hidden: query.get(names.hidden),
    size: query.get(names.size),
    page: query.get(names.page),
  });
}

/** The same, of what a page is given of its query: of a name that stands there twice, the first. */
export function tableViewAsked(
  query: Readonly<Record<string, string | string[] | undefined>>,
  columns: TableColumns,
): TableView {
  const first = Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value] as const);
  return tableViewOf(new URLSearchParams(first.flatMap(([name, value]) => (value ? [[name, value]] : []))), columns);
}
