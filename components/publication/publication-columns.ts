import type { TableColumns } from "@/lib/schemas/addresses/table-view";

/** What the list of publications can be asked for: the server finds, orders and cuts the rows with it. */
export const publicationColumns: TableColumns = {
  size: 25,
  sortable: ["name", "requested", "state"],
  hideable: ["readers", "language", "requested", "state", "files"],
};
