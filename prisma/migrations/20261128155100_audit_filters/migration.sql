-- The audit is read by person, unit and action, the latest events first, however many there are.
CREATE INDEX "audit_event_actor_id_at_idx" ON "audit_event" ("actor_id", "at");
CREATE INDEX "audit_event_action_at_idx" ON "audit_event" ("action", "at");
CREATE INDEX "audit_event_actor_id_action_at_idx" ON "audit_event" ("actor_id", "action", "at");
CREATE INDEX "audit_event_actor_id_unit_id_at_idx" ON "audit_event" ("actor_id", "unit_id", "at");
CREATE INDEX "audit_event_unit_id_action_at_idx" ON "audit_event" ("unit_id", "action", "at");
