-- Sectors a plotted course still has to pass on its way, in their order.
ALTER TABLE plotted_courses ADD COLUMN via integer[] NOT NULL DEFAULT '{}';
ALTER TABLE plotted_courses ADD CONSTRAINT plotted_courses_via_ck CHECK (cardinality(via) <= 8);
