-- Names: reserved ones, and those that entities gave up for others.

-- A reserved name (名称保留).
CREATE TABLE name_reservation (
  -- What its notice is called by.
  number TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- What names are compared by.
  key TEXT NOT NULL,
  region TEXT NOT NULL,
  brand TEXT NOT NULL,
  industry TEXT NOT NULL,
  form TEXT NOT NULL,
  -- What industries are compared by.
  trade TEXT NOT NULL,
  -- The kind of entity, as the filing that made it said.
  kind TEXT NOT NULL,
  office TEXT NOT NULL,
  holder TEXT NOT NULL,
  from_date TEXT NOT NULL,
  -- The last day, included.
  until_date TEXT NOT NULL,
  extended BIGINT NOT NULL,
  -- `open`, `consumed`, `expired`, `withdrawn`.
  state TEXT NOT NULL,
  -- Numbers of the cases that made it and that used it.
  made_by TEXT NOT NULL,
  used_by TEXT
);
-- Of two at once for one name, one comes in.
CREATE UNIQUE INDEX name_reservation_open ON name_reservation (key) WHERE state = 'open';
CREATE INDEX name_reservation_office ON name_reservation (office) WHERE state = 'open';
CREATE INDEX name_reservation_brand ON name_reservation (brand) WHERE state = 'open';
CREATE INDEX name_reservation_until ON name_reservation (until_date) WHERE state = 'open';
CREATE INDEX name_reservation_made_by ON name_reservation (made_by);
CREATE INDEX name_reservation_holder ON name_reservation (holder, from_date);

-- A name that an entity changed for another: it keeps others from it for a time.
CREATE TABLE former_name (
  entity TEXT NOT NULL,
  name TEXT NOT NULL,
  office TEXT NOT NULL,
  left_on TEXT NOT NULL
);
CREATE INDEX former_name_left_on ON former_name (left_on);

INSERT INTO former_name (entity, name, office, left_on)
SELECT entity, before ->> 'name', before ->> 'office', on_date FROM entity_history
WHERE seq > 1 AND before ->> 'name' <> after ->> 'name';
