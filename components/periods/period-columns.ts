import type { TableColumns } from "@/lib/schemas/addresses/table-view";

/** What the table of periods can be asked for. */
export const periodColumns: TableColumns = {
  sortable: ["period", "due", "state"],
  hideable: ["span", "due", "state", "reports", "steps"],
};
