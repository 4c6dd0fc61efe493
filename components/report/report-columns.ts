import type { TableColumns } from "@/lib/schemas/addresses/table-view";

/** What the table of reports can be asked for: the server reads the address with it, the browser draws it. */
export const reportColumns: TableColumns = {
  sortable: ["report", "state", "answered", "day"],
  hideable: ["state", "answered", "day"],
};
