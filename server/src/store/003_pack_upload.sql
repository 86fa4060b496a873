-- Packs administrators upload, the files versions were made from, and drafts that moved to a newer version.

-- Uploaded packs that passed the checks and wait to be published or dropped; one a service.
CREATE TABLE pack_upload (
  service TEXT PRIMARY KEY,
  -- Of `body`.
  hash TEXT NOT NULL,
  -- The checked pack, JSON.
  body TEXT NOT NULL,
  -- The files it was read from, JSON: path and text.
  files TEXT NOT NULL,
  uploaded_at BIGINT NOT NULL,
  uploaded_by TEXT NOT NULL
);

-- The files a published version was made from, as above; a row never changes.
CREATE TABLE pack_source (
  service TEXT NOT NULL,
  version BIGINT NOT NULL,
  files TEXT NOT NULL,
  PRIMARY KEY (service, version)
);

-- What a draft held before it moved to a newer version of its form.
CREATE TABLE draft_move (
  draft TEXT NOT NULL,
  from_version BIGINT NOT NULL,
  to_version BIGINT NOT NULL,
  -- Every answer as it was, JSON.
  answers TEXT NOT NULL,
  -- The answers the new form has no place for, JSON.
  dropped TEXT NOT NULL,
  at BIGINT NOT NULL,
  account TEXT NOT NULL,
  PRIMARY KEY (draft, to_version)
);

CREATE INDEX draft_service ON draft (service, state);
