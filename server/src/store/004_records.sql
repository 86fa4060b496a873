-- Records of entities, found without reading every entity: written with each change of the register. Before
-- this no entity had a record.
CREATE TABLE record_index (
  number TEXT PRIMARY KEY,
  entity TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- Shown among the public notices.
  announce BIGINT NOT NULL,
  entered TEXT NOT NULL,
  -- The last day it counts by itself, or the day it was ended, far in the future while neither is known.
  closes TEXT NOT NULL,
  -- Ended before its last day.
  ended BIGINT NOT NULL
);
CREATE INDEX record_index_announced ON record_index (announce, closes);
CREATE INDEX record_index_entered ON record_index (kind, entered, number);
CREATE INDEX record_index_ended ON record_index (kind, ended, closes, number);

-- Which list of the public notices a change belongs to: `changed`, `closed`, or none.
ALTER TABLE entity_history ADD COLUMN notice TEXT;
UPDATE entity_history SET notice = CASE
  WHEN before LIKE '%"status":"active"%' AND after NOT LIKE '%"status":"active"%' THEN 'closed'
  ELSE 'changed' END
WHERE seq > 1;
DROP INDEX entity_history_latest;
CREATE INDEX entity_history_notice ON entity_history (notice, at, entity, seq);
