import type { TableColumns } from "@/lib/schemas/addresses/table-view";

/** What the tables of reports can be asked for: the server reads the address with it, the browser draws them. */
export const waitingColumns: TableColumns = {
  name: "waiting",
  sortable: ["report", "since", "answered"],
  hideable: ["since", "submission", "answered"],
};
export const reviewColumns: TableColumns = {
  sortable: ["unit", "period", "state", "answered", "since"],
  hideable: ["period", "state", "answered", "since"],
};
