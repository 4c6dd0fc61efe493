import type { TableColumns } from "@/lib/schemas/addresses/table-view";

/** What the table of people can be asked for: the server finds, orders and cuts the rows with it. */
export const peopleColumns: TableColumns = {
  size: 25,
  sortable: ["name", "organisation", "seen", "state"],
  hideable: ["organisation", "roles", "seen", "state"],
};
