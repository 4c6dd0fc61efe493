-- A unit's totals of all periods are looked up by every country page and every page of the entry form.
CREATE INDEX "result_cell_id_unit_id_idx" ON "result"("cell_id", "unit_id");
