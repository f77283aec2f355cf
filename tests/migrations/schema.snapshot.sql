CREATE TRIGGER custody_span_came AFTER INSERT ON custody_spans BEGIN
  INSERT INTO custody_days (kind, day, began) VALUES (new.kind, new.from_day, 1)
    ON CONFLICT (kind, day) DO UPDATE SET began = began + 1;
  INSERT INTO custody_days (kind, day, ended) SELECT new.kind, new.to_day, 1 WHERE new.to_day IS NOT NULL
    ON CONFLICT (kind, day) DO UPDATE SET ended = ended + 1;
END;

CREATE TRIGGER custody_span_went AFTER DELETE ON custody_spans BEGIN
  UPDATE custody_days SET began = began - 1 WHERE kind = old.kind AND day = old.from_day;
  UPDATE custody_days SET ended = ended - 1 WHERE kind = old.kind AND day = old.to_day;
  DELETE FROM custody_days WHERE kind = old.kind AND day IN (old.from_day, old.to_day) AND began = 0 AND ended = 0;
END;

CREATE TABLE audit_entries (
  seq INTEGER PRIMARY KEY,
  change_no INTEGER UNIQUE,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  caseworker_id TEXT,
  details TEXT NOT NULL DEFAULT '{}',
  previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE TABLE audit_rows (
  table_name TEXT NOT NULL,
  row_uuid TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit_entries (seq),
  row_hash BLOB NOT NULL,
  PRIMARY KEY (table_name, row_uuid, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_files (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES persons (uuid),
  reference TEXT NOT NULL UNIQUE,
  title TEXT,
  confidentiality TEXT CHECK (confidentiality IN ('internal', 'confidential', 'strictly_confidential')),
  caseworker_id TEXT REFERENCES caseworkers (uuid),
  opened_edtf TEXT,
  opened_typed TEXT,
  opened_earliest INTEGER,
  opened_latest INTEGER,
  closed_edtf TEXT,
  closed_typed TEXT,
  closed_earliest INTEGER,
  closed_latest INTEGER,
  summary TEXT,
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
  arrest_date_edtf TEXT,
  arrest_date_typed TEXT,
  arrest_date_earliest INTEGER,
  arrest_date_latest INTEGER,
  arrest_place TEXT,
  arrest_forces TEXT,
  arrest_warrant_shown TEXT CHECK (arrest_warrant_shown IN ('yes', 'no', 'unknown')),
  arrest_warrant_by TEXT,
  arrest_reasons TEXT,
  arrest_legal_basis TEXT,
  arrest_force_used TEXT,
  arrest_witnesses TEXT,
  arrest_seized TEXT,
  arrest_account TEXT,
  notes TEXT,
  revision INTEGER NOT NULL,
  created_change INTEGER NOT NULL,
  binned_change INTEGER
) STRICT;

CREATE VIRTUAL TABLE case_fragments USING fts5 (
  names, reference, places,
  content = 'case_texts', content_rowid = 'case_id',
  tokenize = 'trigram', detail = 'none'
);

CREATE TABLE case_index (
  case_id INTEGER PRIMARY KEY REFERENCES case_files (id),
  case_uuid TEXT NOT NULL UNIQUE,
  person_uuid TEXT NOT NULL,
  reference TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  status TEXT,
  status_group TEXT NOT NULL,
  place TEXT,
  place_key TEXT,
  forces TEXT,
  force_key TEXT,
  caseworker_uuid TEXT,
  arrest_earliest INTEGER,
  arrest_latest INTEGER,
  arrest_year INTEGER,
  whereabouts_unknown INTEGER NOT NULL DEFAULT 0,
  unknown_earliest INTEGER,
  unknown_latest INTEGER,
  unknown_about INTEGER NOT NULL DEFAULT 0,
  unsourced INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL,
  tags TEXT NOT NULL DEFAULT '[]',
  custody TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE case_search USING fts5 (
  names, name_keys, reference, places, charges, body, sources,
  content = 'case_texts', content_rowid = 'case_id',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'", prefix = '1 2'
);

CREATE TABLE case_tags (
  tag_key TEXT NOT NULL,
  case_id INTEGER NOT NULL,
  tag TEXT NOT NULL,
  PRIMARY KEY (tag_key, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_texts (
  case_id INTEGER PRIMARY KEY REFERENCES case_files (id),
  names TEXT NOT NULL,
  name_keys TEXT NOT NULL,
  reference TEXT NOT NULL,
  places TEXT NOT NULL,
  charges TEXT NOT NULL,
  body TEXT NOT NULL,
  sources TEXT NOT NULL
) STRICT;

CREATE TABLE caseworkers (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  slot_id TEXT UNIQUE,
  revision INTEGER NOT NULL,
  created_change INTEGER NOT NULL,
  binned_change INTEGER
) STRICT;

CREATE TABLE change_sets (
  change_no INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  caseworker_id TEXT,
  kind TEXT NOT NULL,
  case_id TEXT,
  undoes INTEGER REFERENCES change_sets (change_no)
) STRICT;

CREATE TABLE charges (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES case_files (uuid),
  offence TEXT,
  law TEXT,
  article TEXT,
  kind TEXT,
  date_edtf TEXT,
  date_typed TEXT,
  date_earliest INTEGER,
  date_latest INTEGER,
  authority TEXT,
  court TEXT,
  docket TEXT,
  status TEXT,
  sentence TEXT,
  appeal TEXT,
  note TEXT,
  revision INTEGER NOT NULL,
  created_change INTEGER NOT NULL,
  binned_change INTEGER
) STRICT;

CREATE TABLE citations (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  source_id TEXT NOT NULL REFERENCES sources (uuid),
  target_table TEXT CHECK (target_table IN ('persons', 'person_names', 'identity_documents', 'case_files', 'charges', 'whereabouts_notes', 'custody_statuses', 'competing_values')),
  target_id TEXT NOT NULL,
  field TEXT,
  mark TEXT,
  value TEXT,
  locator TEXT,
  quotation TEXT,
  credibility INTEGER CHECK (credibility BETWEEN 1 AND 6),
  note TEXT,
  revision INTEGER NOT NULL,
  created_change INTEGER NOT NULL,
  binned_change INTEGER
) STRICT;

CREATE TABLE competing_values (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  target_table TEXT CHECK (target_table IN ('persons', 'case_files', 'charges', 'whereabouts_notes', 'custody_statuses')),
  target_id TEXT NOT NULL,
  field TEXT,
  value TEXT,
  date_edtf TEXT,
  date_typed TEXT,
  date_earliest INTEGER,
  date_latest INTEGER,
  reason TEXT,
  revision INTEGER NOT NULL,
  created_change INTEGER NOT NULL,
  binned_change INTEGER
) STRICT;

CREATE TABLE custody_days (
  kind TEXT NOT NULL,
  day INTEGER NOT NULL,
  began INTEGER NOT NULL DEFAULT 0,
  ended INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE custody_spans (
  person_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('held_least', 'held_most', 'unknown_least', 'unknown_most', 'undated')),
  from_day INTEGER NOT NULL,
  to_day INTEGER,
  PRIMARY KEY (person_id, kind, from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE custody_statuses (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES case_files (uuid),
  status TEXT,
  since_edtf TEXT,
  since_typed TEXT,
  since_earliest INTEGER,
  since_latest INTEGER,
  words TEXT,
  revision INTEGER NOT NULL,
  created_change INTEGER NOT NULL,
  binned_change INTEGER
) STRICT;

CREATE TABLE derived_state (
  key TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE identity_documents (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES persons (uuid),
  kind TEXT,
  number TEXT,
  issued_by TEXT,
  issued_edtf TEXT,
  issued_typed TEXT,
  issued_earliest INTEGER,
  issued_latest INTEGER,
  revision INTEGER NOT NULL,
  created_change INTEGER NOT NULL,
  binned_change INTEGER
) STRICT;

CREATE TABLE name_index (
  person_id INTEGER NOT NULL,
  word TEXT NOT NULL,
  name_key TEXT NOT NULL,
  PRIMARY KEY (person_id, word, name_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_names (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES persons (uuid),
  kind TEXT CHECK (kind IN ('alias', 'birth_name', 'mothers_name', 'fathers_name', 'patronymic', 'kunya', 'maiden_name', 'transliteration', 'other')),
  name TEXT,
  revision INTEGER NOT NULL,
  created_change INTEGER NOT NULL,
  binned_change INTEGER
) STRICT;

CREATE TABLE persons (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  kind TEXT CHECK (kind IN ('person', 'group')),
  name TEXT,
  family_name TEXT,
  given_name TEXT,
  group_count INTEGER CHECK (group_count BETWEEN 1 AND 1000000),
  sex TEXT CHECK (sex IN ('female', 'male', 'intersex', 'unknown')),
  gender TEXT,
  birth_edtf TEXT,
  birth_typed TEXT,
  birth_earliest INTEGER,
  birth_latest INTEGER,
  birth_place TEXT,
  citizenships TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(citizenships)),
  occupation TEXT,
  affiliation TEXT,
  civil_status TEXT,
  dependants TEXT,
  address TEXT,
  health TEXT,
  languages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(languages)),
  description TEXT,
  distinguishing TEXT,
  death_edtf TEXT,
  death_typed TEXT,
  death_earliest INTEGER,
  death_latest INTEGER,
  revision INTEGER NOT NULL,
  created_change INTEGER NOT NULL,
  binned_change INTEGER
) STRICT;

CREATE TABLE preferences (
  caseworker_id TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (caseworker_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE revisions (
  id INTEGER PRIMARY KEY,
  change_no INTEGER NOT NULL REFERENCES change_sets (change_no),
  table_name TEXT NOT NULL,
  row_uuid TEXT NOT NULL,
  field TEXT NOT NULL,
  before_value TEXT,
  after_value TEXT,
  UNIQUE (row_uuid, field, change_no)
) STRICT;

CREATE TABLE saved_searches (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT,
  query TEXT,
  filter TEXT,
  sort TEXT CHECK (sort IN ('best', 'changed', 'changed_first', 'name', 'arrested_first', 'arrested_last', 'reference', 'unsourced', 'unknown_longest')),
  revision INTEGER NOT NULL,
  created_change INTEGER NOT NULL,
  binned_change INTEGER
) STRICT;

CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;

CREATE TABLE source_texts (
  source_id INTEGER PRIMARY KEY,
  words TEXT NOT NULL
) STRICT;

CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  title TEXT,
  kind TEXT,
  connection TEXT,
  author TEXT,
  publisher TEXT,
  made_edtf TEXT,
  made_typed TEXT,
  made_earliest INTEGER,
  made_latest INTEGER,
  published_edtf TEXT,
  published_typed TEXT,
  published_earliest INTEGER,
  published_latest INTEGER,
  received_edtf TEXT,
  received_typed TEXT,
  received_earliest INTEGER,
  received_latest INTEGER,
  accessed_edtf TEXT,
  accessed_typed TEXT,
  accessed_earliest INTEGER,
  accessed_latest INTEGER,
  language TEXT,
  link TEXT,
  archived_link TEXT,
  locator_habit TEXT,
  reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  relays_source_id TEXT REFERENCES sources (uuid),
  protection TEXT CHECK (protection IN ('open', 'restricted', 'protected')),
  code_name TEXT,
  note TEXT,
  revision INTEGER NOT NULL,
  created_change INTEGER NOT NULL,
  binned_change INTEGER
) STRICT;

CREATE TABLE term_labels (
  term_id INTEGER NOT NULL REFERENCES terms (id),
  language TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (term_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE terms (
  id INTEGER PRIMARY KEY,
  vocabulary TEXT NOT NULL,
  code TEXT NOT NULL,
  position INTEGER NOT NULL,
  parent_code TEXT,
  origin TEXT,
  retired_at INTEGER,
  merged_into TEXT,
  UNIQUE (vocabulary, code)
) STRICT;

CREATE TABLE vault_settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE whereabouts_notes (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES case_files (uuid),
  place TEXT,
  from_edtf TEXT,
  from_typed TEXT,
  from_earliest INTEGER,
  from_latest INTEGER,
  to_edtf TEXT,
  to_typed TEXT,
  to_earliest INTEGER,
  to_latest INTEGER,
  capture TEXT CHECK (capture IN ('acknowledged', 'denied', 'unknown')),
  location_disclosed TEXT CHECK (location_disclosed IN ('yes', 'no', 'unknown')),
  contact_family TEXT CHECK (contact_family IN ('yes', 'no', 'unknown')),
  contact_counsel TEXT CHECK (contact_counsel IN ('yes', 'no', 'unknown')),
  contact_humanitarian TEXT CHECK (contact_humanitarian IN ('yes', 'no', 'unknown')),
  contact_rights TEXT CHECK (contact_rights IN ('yes', 'no', 'unknown')),
  conditions TEXT,
  reported_by TEXT,
  confidence TEXT CHECK (confidence IN ('confirmed', 'reported', 'rumoured', 'contradicted', 'unknown')),
  note TEXT,
  revision INTEGER NOT NULL,
  created_change INTEGER NOT NULL,
  binned_change INTEGER
) STRICT;

CREATE INDEX audit_rows_by_entry ON audit_rows (seq);

CREATE INDEX case_files_binned ON case_files (binned_change) WHERE binned_change IS NOT NULL;

CREATE INDEX case_files_by_person ON case_files (person_id);

CREATE INDEX case_index_by_arrest ON case_index (arrest_earliest IS NULL, arrest_earliest, case_id);

CREATE INDEX case_index_by_arrest_year ON case_index (arrest_year);

CREATE INDEX case_index_by_caseworker ON case_index (caseworker_uuid);

CREATE INDEX case_index_by_changed ON case_index (changed_at DESC, case_id DESC);

CREATE INDEX case_index_by_facet ON case_index (
  status_group, status, place_key, unsourced, force_key, caseworker_uuid, arrest_year, arrest_earliest, arrest_latest, changed_at,
  whereabouts_unknown
);

CREATE INDEX case_index_by_force ON case_index (force_key);

CREATE INDEX case_index_by_last_arrest ON case_index (arrest_earliest DESC, case_id DESC);

CREATE INDEX case_index_by_name ON case_index (name_key, case_id);

CREATE INDEX case_index_by_person ON case_index (person_uuid);

CREATE INDEX case_index_by_place ON case_index (place_key);

CREATE INDEX case_index_by_reference ON case_index (reference);

CREATE INDEX case_index_by_stale ON case_index (status_group, changed_at, case_id);

CREATE INDEX case_index_by_unknown ON case_index (whereabouts_unknown DESC, unknown_latest IS NULL, unknown_latest, case_id);

CREATE INDEX case_index_by_unsourced ON case_index (unsourced DESC, case_id DESC);

CREATE INDEX case_tags_by_case ON case_tags (case_id);

CREATE INDEX change_sets_by_case ON change_sets (case_id, change_no);

CREATE INDEX change_sets_by_caseworker ON change_sets (caseworker_id, change_no) WHERE case_id IS NOT NULL;

CREATE INDEX change_sets_by_undone ON change_sets (undoes) WHERE undoes IS NOT NULL;

CREATE INDEX charges_binned ON charges (binned_change) WHERE binned_change IS NOT NULL;

CREATE INDEX charges_by_case ON charges (case_id);

CREATE INDEX citations_binned ON citations (binned_change) WHERE binned_change IS NOT NULL;

CREATE INDEX citations_by_source ON citations (source_id);

CREATE INDEX citations_by_target ON citations (target_id, target_table);

CREATE INDEX competing_values_binned ON competing_values (binned_change) WHERE binned_change IS NOT NULL;

CREATE INDEX competing_values_by_target ON competing_values (target_id, target_table);

CREATE INDEX custody_statuses_binned ON custody_statuses (binned_change) WHERE binned_change IS NOT NULL;

CREATE INDEX custody_statuses_by_case ON custody_statuses (case_id);

CREATE INDEX identity_documents_binned ON identity_documents (binned_change) WHERE binned_change IS NOT NULL;

CREATE INDEX identity_documents_by_person ON identity_documents (person_id);

CREATE INDEX name_index_by_key ON name_index (name_key, person_id);

CREATE INDEX name_index_by_word ON name_index (word, person_id);

CREATE INDEX person_names_binned ON person_names (binned_change) WHERE binned_change IS NOT NULL;

CREATE INDEX person_names_by_person ON person_names (person_id);

CREATE INDEX persons_binned ON persons (binned_change) WHERE binned_change IS NOT NULL;

CREATE INDEX persons_standing ON persons (binned_change) WHERE binned_change IS NULL;

CREATE INDEX revisions_by_change ON revisions (change_no);

CREATE INDEX saved_searches_binned ON saved_searches (binned_change) WHERE binned_change IS NOT NULL;

CREATE INDEX sources_binned ON sources (binned_change) WHERE binned_change IS NOT NULL;

CREATE INDEX sources_by_relay ON sources (relays_source_id) WHERE relays_source_id IS NOT NULL;

CREATE INDEX sources_standing ON sources (binned_change) WHERE binned_change IS NULL;

CREATE INDEX whereabouts_notes_binned ON whereabouts_notes (binned_change) WHERE binned_change IS NOT NULL;

CREATE INDEX whereabouts_notes_by_case ON whereabouts_notes (case_id);
