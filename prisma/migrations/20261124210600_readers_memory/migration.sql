-- What readers have seen, and what was hidden from them, isn't unseen: a figure once hidden stays hidden for good, and the
-- check of a new pattern counts on every figure that ever stood in public.
CREATE TRIGGER "hidden_figure_append_only" BEFORE UPDATE OR DELETE ON "hidden_figure"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "hidden_figure_never_emptied" BEFORE TRUNCATE ON "hidden_figure"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "former_figure_append_only" BEFORE UPDATE OR DELETE ON "former_figure"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "former_figure_never_emptied" BEFORE TRUNCATE ON "former_figure"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
