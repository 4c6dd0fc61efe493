import type { TableColumns } from "@/lib/schemas/addresses/table-view";

/** What the outbox can be asked for: the server finds, orders and cuts the rows with it. */
export const mailColumns: TableColumns = {
  size: 25,
  sortable: ["to", "at", "state"],
  hideable: ["about", "at", "state"],
};
