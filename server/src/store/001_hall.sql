-- The hall's tables, in what SQLite and PostgreSQL both understand. Instants are UTC microseconds,
-- dates ISO text in Asia/Shanghai, booleans 0 or 1, BLOB becomes BYTEA on PostgreSQL.

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  -- What is typed to sign in: a resident identity number, or a staff code.
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  id_no TEXT,
  phone TEXT NOT NULL,
  password TEXT NOT NULL,
  confirmed_at BIGINT,
  confirmed_by TEXT,
  created_at BIGINT NOT NULL,
  must_change BIGINT NOT NULL,
  closed_at BIGINT
);
CREATE UNIQUE INDEX account_id_no ON account (id_no);

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX session_account ON session (account);

CREATE TABLE officer (
  account TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  -- Duties joined by commas.
  duties TEXT NOT NULL,
  active BIGINT NOT NULL
);

-- Guesses at passwords, query codes, claim codes: counted by what is guessed at.
CREATE TABLE attempt (
  key TEXT PRIMARY KEY,
  failures BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  blocked_until BIGINT NOT NULL
);

-- Repeated acts answer as they did the first time.
CREATE TABLE act_key (
  actor TEXT NOT NULL,
  act TEXT NOT NULL,
  object TEXT NOT NULL,
  key TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  answer TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (actor, act, object, key)
);

CREATE TABLE audit (
  seq BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  act TEXT NOT NULL,
  object TEXT NOT NULL,
  body TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
);
-- What was done to one object, for the desk.
CREATE INDEX audit_object ON audit (object, seq);
CREATE TABLE chain_head (
  name TEXT PRIMARY KEY,
  seq BIGINT NOT NULL,
  hash TEXT NOT NULL
);
INSERT INTO chain_head (name, seq, hash) VALUES ('audit', 0, '');

-- The last number given out of each series; numbers are never given twice.
CREATE TABLE serial (
  name TEXT PRIMARY KEY,
  last BIGINT NOT NULL
);

-- The register.
CREATE TABLE entity (
  id TEXT PRIMARY KEY,
  -- Counts entities in the order they came; what grams and pages of a search go by.
  number BIGINT NOT NULL UNIQUE,
  -- Unified social credit code and 15-digit registration number; one of them at least.
  uscc TEXT UNIQUE,
  regno TEXT UNIQUE,
  name TEXT NOT NULL,
  entity_type TEXT NOT NULL,
  status TEXT NOT NULL,
  legal_rep TEXT NOT NULL,
  office TEXT NOT NULL,
  region TEXT NOT NULL,
  established TEXT NOT NULL,
  -- Everything else the register holds, as JSON: domicile, capital, scope, shareholders, …
  body TEXT NOT NULL,
  -- Name and legal representative as they are compared when searching.
  search_text TEXT NOT NULL,
  -- Of the legal representative, for a first claim; never shown.
  claim_id_no TEXT,
  version BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE INDEX entity_office ON entity (office, established);
CREATE INDEX entity_established ON entity (established, number);

-- One or two characters of a name or legal representative, to search by; the entity by its number.
CREATE TABLE entity_gram (
  gram TEXT NOT NULL,
  entity BIGINT NOT NULL,
  PRIMARY KEY (gram, entity)
) WITHOUT ROWID;

CREATE TABLE entity_history (
  entity TEXT NOT NULL,
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  on_date TEXT NOT NULL,
  -- `case`, `import` or `demo`, with the case's number where one took effect.
  cause TEXT NOT NULL,
  case_number TEXT,
  -- The whole entity as JSON; `null` before the first row.
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (entity, seq)
);

-- The latest changes, for the notices.
CREATE INDEX entity_history_latest ON entity_history (at) WHERE seq > 1;

CREATE TABLE inspection (
  entity TEXT NOT NULL,
  service TEXT NOT NULL,
  year BIGINT NOT NULL,
  on_date TEXT NOT NULL,
  case_number TEXT,
  PRIMARY KEY (entity, service, year)
);

CREATE TABLE mandate (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  entity TEXT NOT NULL,
  -- `all` or `file`; who holds `all` may grant.
  scope TEXT NOT NULL,
  -- `grant`, `code`, `legal-representative`, `officer`, `approval`, `demo`.
  how TEXT NOT NULL,
  granted_by TEXT NOT NULL,
  granted_at BIGINT NOT NULL,
  until TEXT,
  revoked_at BIGINT,
  revoked_by TEXT
);
CREATE INDEX mandate_account ON mandate (account, entity);
CREATE INDEX mandate_entity ON mandate (entity);

CREATE TABLE claim_code (
  code_hash TEXT PRIMARY KEY,
  entity TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  issued_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_by TEXT,
  used_at BIGINT
);

-- Published packs; a row never changes.
CREATE TABLE pack_version (
  service TEXT NOT NULL,
  version BIGINT NOT NULL,
  hash TEXT NOT NULL,
  body TEXT NOT NULL,
  published_at BIGINT NOT NULL,
  published_by TEXT NOT NULL,
  PRIMARY KEY (service, version)
);

CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  service TEXT NOT NULL,
  version BIGINT NOT NULL,
  kind TEXT,
  year BIGINT,
  entity TEXT,
  -- Facts known when it was begun, JSON.
  facts TEXT NOT NULL,
  -- `open`, `signing`, `submitted`, `discarded`.
  state TEXT NOT NULL,
  -- Set while a returned case is being corrected.
  case_id TEXT,
  -- The content the signers sign, frozen: JSON and its hash, with the declaration.
  frozen TEXT,
  frozen_hash TEXT,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE INDEX draft_owner ON draft (owner, state);
CREATE INDEX draft_entity ON draft (entity);

CREATE TABLE draft_answer (
  draft TEXT NOT NULL,
  path TEXT NOT NULL,
  raw TEXT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (draft, path)
);

CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY,
  size BIGINT NOT NULL,
  body BLOB NOT NULL
);

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  draft TEXT NOT NULL,
  path TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  uploaded_by TEXT NOT NULL,
  uploaded_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX attachment_draft ON attachment (draft);

CREATE TABLE signature (
  draft TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  -- The signer's place: rule id and row name.
  signer TEXT NOT NULL,
  name TEXT NOT NULL,
  id_no TEXT NOT NULL,
  -- `online` with the account, or `paper` with the scan's attachment.
  how TEXT NOT NULL,
  account TEXT,
  attachment TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (draft, content_hash, signer)
);
CREATE INDEX signature_id_no ON signature (id_no);

-- Who is asked to sign, while a draft is in signing.
CREATE TABLE signer (
  draft TEXT NOT NULL,
  signer TEXT NOT NULL,
  name TEXT NOT NULL,
  id_no TEXT NOT NULL,
  PRIMARY KEY (draft, signer)
);
CREATE INDEX signer_id_no ON signer (id_no);

-- The projection of case_event; can be rebuilt from it.
CREATE TABLE case_file (
  id TEXT PRIMARY KEY,
  -- The receipt number.
  number TEXT NOT NULL UNIQUE,
  query_code_hash TEXT NOT NULL,
  draft TEXT NOT NULL UNIQUE,
  service TEXT NOT NULL,
  version BIGINT NOT NULL,
  kind TEXT,
  year BIGINT,
  entity TEXT,
  subject_name TEXT NOT NULL,
  office TEXT NOT NULL,
  owner TEXT NOT NULL,
  status TEXT NOT NULL,
  step TEXT,
  claimed_by TEXT,
  claimed_at BIGINT,
  submitted_at BIGINT NOT NULL,
  due TEXT,
  decided_at BIGINT,
  seq BIGINT NOT NULL,
  head_hash TEXT NOT NULL
);
CREATE INDEX case_owner ON case_file (owner, submitted_at);
CREATE INDEX case_entity ON case_file (entity, submitted_at);
CREATE INDEX case_queue ON case_file (office, status, due);

CREATE TABLE case_event (
  case_id TEXT NOT NULL,
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  -- JSON of domain::case::Event.
  body TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (case_id, seq)
);

CREATE TABLE submission (
  case_id TEXT NOT NULL,
  number BIGINT NOT NULL,
  -- JSON: answers, attachments, signatures, declaration, register values as seen.
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  at BIGINT NOT NULL,
  account TEXT NOT NULL,
  PRIMARY KEY (case_id, number)
);

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  -- Printed on the document for everyone to check it with.
  check_code TEXT NOT NULL,
  case_id TEXT,
  entity TEXT,
  template TEXT NOT NULL,
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  body_zh TEXT NOT NULL,
  body_en TEXT NOT NULL,
  office TEXT NOT NULL,
  licence BIGINT NOT NULL,
  issued_at BIGINT NOT NULL,
  issued_on TEXT NOT NULL,
  superseded_by TEXT
);
CREATE INDEX document_case ON document (case_id);
CREATE INDEX document_entity ON document (entity);

CREATE TABLE extension (
  id TEXT PRIMARY KEY,
  entity TEXT NOT NULL,
  service TEXT NOT NULL,
  year BIGINT NOT NULL,
  reason TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  office TEXT NOT NULL,
  until TEXT NOT NULL,
  -- `asked`, `granted`, `refused`.
  state TEXT NOT NULL,
  decided_by TEXT,
  decided_at BIGINT,
  note TEXT
);
CREATE UNIQUE INDEX extension_once ON extension (entity, service, year);

-- An ended service kept open by an office, with date and reason.
CREATE TABLE kept_open (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  service TEXT NOT NULL,
  year BIGINT NOT NULL,
  until TEXT NOT NULL,
  reason TEXT NOT NULL,
  set_by TEXT NOT NULL,
  set_at BIGINT NOT NULL,
  ended_at BIGINT
);

CREATE TABLE message (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  at BIGINT NOT NULL,
  -- JSON of domain::inbox::Message.
  body TEXT NOT NULL,
  case_id TEXT,
  read_at BIGINT
);
CREATE INDEX message_account ON message (account, at);

CREATE TABLE job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  done_at BIGINT,
  failed TEXT
);
CREATE INDEX job_due ON job (done_at, due_at);
