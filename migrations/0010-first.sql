-- The ground of a vault: people, case files and what hangs on them, sources and citations, the history of every change
-- and the audit chain, and the search index. Every table that people edit has `uuid` (UUIDv7, its identity), `revision`
-- (the number of the change that last touched it), `created_change` and `binned_change` (set while it lies in the bin).
-- An uncertain date takes four columns: EDTF, the words as typed, and the earliest and latest day as days since
-- 1970-01-01, NULL where open or not known.

CREATE TABLE vault_settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE caseworkers (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  slot_id TEXT UNIQUE,
  revision INTEGER NOT NULL,
  created_change INTEGER NOT NULL,
  binned_change INTEGER
) STRICT;

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

CREATE TABLE term_labels (
  term_id INTEGER NOT NULL REFERENCES terms (id),
  language TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (term_id, language)
) STRICT, WITHOUT ROWID;

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


CREATE INDEX person_names_by_person ON person_names (person_id);
CREATE INDEX identity_documents_by_person ON identity_documents (person_id);
CREATE INDEX case_files_by_person ON case_files (person_id);
CREATE INDEX charges_by_case ON charges (case_id);
CREATE INDEX whereabouts_notes_by_case ON whereabouts_notes (case_id);
CREATE INDEX custody_statuses_by_case ON custody_statuses (case_id);
CREATE INDEX sources_by_relay ON sources (relays_source_id) WHERE relays_source_id IS NOT NULL;
CREATE INDEX citations_by_target ON citations (target_id, target_table);
CREATE INDEX citations_by_source ON citations (source_id);
CREATE INDEX competing_values_by_target ON competing_values (target_id, target_table);
-- The bin is listed and emptied by these; they hold nothing for rows outside it.
CREATE INDEX persons_binned ON persons (binned_change) WHERE binned_change IS NOT NULL;
CREATE INDEX person_names_binned ON person_names (binned_change) WHERE binned_change IS NOT NULL;
CREATE INDEX identity_documents_binned ON identity_documents (binned_change) WHERE binned_change IS NOT NULL;
CREATE INDEX case_files_binned ON case_files (binned_change) WHERE binned_change IS NOT NULL;
CREATE INDEX charges_binned ON charges (binned_change) WHERE binned_change IS NOT NULL;
CREATE INDEX whereabouts_notes_binned ON whereabouts_notes (binned_change) WHERE binned_change IS NOT NULL;
CREATE INDEX custody_statuses_binned ON custody_statuses (binned_change) WHERE binned_change IS NOT NULL;
CREATE INDEX sources_binned ON sources (binned_change) WHERE binned_change IS NOT NULL;
CREATE INDEX citations_binned ON citations (binned_change) WHERE binned_change IS NOT NULL;
CREATE INDEX competing_values_binned ON competing_values (binned_change) WHERE binned_change IS NOT NULL;

-- One row a change: everything that one command wrote, undone as one.
CREATE TABLE change_sets (
  change_no INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  caseworker_id TEXT,
  kind TEXT NOT NULL,
  case_id TEXT,
  undoes INTEGER REFERENCES change_sets (change_no)
) STRICT;
CREATE INDEX change_sets_by_case ON change_sets (case_id, change_no);
CREATE INDEX change_sets_by_undone ON change_sets (undoes) WHERE undoes IS NOT NULL;

-- Field-level history. `before_value` and `after_value` are JSON; both NULL never happens. A row that comes into being
-- has one revision for each field that was set, with `before_value` NULL.
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
CREATE INDEX revisions_by_change ON revisions (change_no);

-- The audit chain: one entry for each change and for what is worth knowing beside changes (openings, reports, failed
-- checks). No values, only who, when, what kind, and keyed hashes of the rows touched.
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

-- The keyed hash of a row's whole content after the entry `seq`; the newest one must match the row as it stands.
CREATE TABLE audit_rows (
  table_name TEXT NOT NULL,
  row_uuid TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit_entries (seq),
  row_hash BLOB NOT NULL,
  PRIMARY KEY (table_name, row_uuid, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_rows_by_entry ON audit_rows (seq);

-- Made from the tables above and kept by the same transaction: what a list row shows, and what lists sort and filter by.
-- `name_key` and `place_key` sort as names do (accents and case left aside, ñ after n). `custody` is what days in custody
-- are counted from (JSON: the arrest and the dated statuses), so that a list counts them by the same rule as a case file.
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
  caseworker_uuid TEXT,
  arrest_earliest INTEGER,
  arrest_latest INTEGER,
  unsourced INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL,
  tags TEXT NOT NULL DEFAULT '[]',
  custody TEXT NOT NULL
) STRICT;
CREATE INDEX case_index_by_name ON case_index (name_key, case_id);
CREATE INDEX case_index_by_changed ON case_index (changed_at DESC, case_id DESC);
CREATE INDEX case_index_by_reference ON case_index (reference);
CREATE INDEX case_index_by_arrest ON case_index (arrest_earliest IS NULL, arrest_earliest, case_id);
CREATE INDEX case_index_by_last_arrest ON case_index (arrest_earliest DESC, case_id DESC);
CREATE INDEX case_index_by_facet ON case_index (status_group, status, place_key, unsourced);
CREATE INDEX case_index_by_place ON case_index (place_key);
CREATE INDEX case_index_by_person ON case_index (person_uuid);

-- Folded text of each case file, one row a case, and the FTS5 index over it. `name_keys` holds the names' keys in Latin
-- consonants, each after U+E000, so that no typed word can be taken for a key. Marks count as letters: without them the
-- vowel signs of many scripts would cut a word in pieces. A page of the index fills a page of the encrypted database
-- (4096 bytes less what the cipher keeps); larger ones take two, and twice as long to delete from.
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

CREATE VIRTUAL TABLE case_search USING fts5 (
  names, name_keys, reference, places, charges, body, sources,
  content = 'case_texts', content_rowid = 'case_id',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'", prefix = '1 2'
);
INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 1), ('pgsz', 3900);

-- A few letters out of the middle of a name, a reference or a place.
CREATE VIRTUAL TABLE case_fragments USING fts5 (
  names, reference, places,
  content = 'case_texts', content_rowid = 'case_id',
  tokenize = 'trigram', detail = 'none'
);
INSERT INTO case_fragments (case_fragments, rank) VALUES ('secure-delete', 1), ('pgsz', 3900);

-- Every word of every name of a person, folded, with its key in Latin consonants, to find possible duplicates and
-- namesakes across scripts.
CREATE TABLE name_index (
  person_id INTEGER NOT NULL,
  word TEXT NOT NULL,
  name_key TEXT NOT NULL,
  PRIMARY KEY (person_id, word, name_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_index_by_word ON name_index (word, person_id);
CREATE INDEX name_index_by_key ON name_index (name_key, person_id);

-- The vocabularies as the program ships them (codes are stable, labels one a language).
INSERT INTO terms (id, vocabulary, code, position, origin) VALUES
  (1, 'custody_status', 'arrested_whereabouts_unknown', 1, 'habeas'),
  (2, 'custody_status', 'forcibly_disappeared', 2, 'habeas'),
  (3, 'custody_status', 'held_before_charge', 3, 'habeas'),
  (4, 'custody_status', 'on_remand', 4, 'habeas'),
  (5, 'custody_status', 'on_trial', 5, 'habeas'),
  (6, 'custody_status', 'serving_sentence', 6, 'habeas'),
  (7, 'custody_status', 'house_arrest', 7, 'habeas'),
  (8, 'custody_status', 'released_without_charge', 8, 'habeas'),
  (9, 'custody_status', 'released_charges_pending', 9, 'habeas'),
  (10, 'custody_status', 'released_on_conditions', 10, 'habeas'),
  (11, 'custody_status', 'acquitted', 11, 'habeas'),
  (12, 'custody_status', 'sentence_served', 12, 'habeas'),
  (13, 'custody_status', 'pardoned_or_amnestied', 13, 'habeas'),
  (14, 'custody_status', 'exchanged_or_exiled', 14, 'habeas'),
  (15, 'custody_status', 'escaped_or_fugitive', 15, 'habeas'),
  (16, 'custody_status', 'died_in_custody', 16, 'habeas'),
  (17, 'custody_status', 'unknown', 17, 'habeas'),
  (18, 'charge_kind', 'ordinary', 1, 'habeas'),
  (19, 'charge_kind', 'emergency', 2, 'habeas'),
  (20, 'charge_kind', 'military', 3, 'habeas'),
  (21, 'charge_kind', 'administrative', 4, 'habeas'),
  (22, 'charge_kind', 'unknown', 5, 'habeas'),
  (23, 'charge_status', 'under_investigation', 1, 'habeas'),
  (24, 'charge_status', 'charged', 2, 'habeas'),
  (25, 'charge_status', 'dropped', 3, 'habeas'),
  (26, 'charge_status', 'convicted', 4, 'habeas'),
  (27, 'charge_status', 'acquitted', 5, 'habeas'),
  (28, 'charge_status', 'amnestied', 6, 'habeas'),
  (29, 'charge_status', 'annulled', 7, 'habeas'),
  (30, 'charge_status', 'unknown', 8, 'habeas'),
  (31, 'source_kind', 'court_record', 1, 'habeas'),
  (32, 'source_kind', 'official_statement', 2, 'habeas'),
  (33, 'source_kind', 'news_article', 3, 'habeas'),
  (34, 'source_kind', 'ngo_report', 4, 'habeas'),
  (35, 'source_kind', 'un_document', 5, 'habeas'),
  (36, 'source_kind', 'testimony', 6, 'habeas'),
  (37, 'source_kind', 'family', 7, 'habeas'),
  (38, 'source_kind', 'counsel', 8, 'habeas'),
  (39, 'source_kind', 'medical_record', 9, 'habeas'),
  (40, 'source_kind', 'photograph', 10, 'habeas'),
  (41, 'source_kind', 'video', 11, 'habeas'),
  (42, 'source_kind', 'audio', 12, 'habeas'),
  (43, 'source_kind', 'social_media', 13, 'habeas'),
  (44, 'source_kind', 'letter', 14, 'habeas'),
  (45, 'source_kind', 'other', 15, 'habeas'),
  (46, 'source_connection', 'victim', 1, 'habeas'),
  (47, 'source_connection', 'witness', 2, 'habeas'),
  (48, 'source_connection', 'relative', 3, 'habeas'),
  (49, 'source_connection', 'counsel', 4, 'habeas'),
  (50, 'source_connection', 'official', 5, 'habeas'),
  (51, 'source_connection', 'reporter', 6, 'habeas'),
  (52, 'source_connection', 'organisation', 7, 'habeas');
INSERT INTO term_labels (term_id, language, label) VALUES
  (1, 'en', 'Arrested, whereabouts unknown'), (1, 'es', 'Detención, paradero desconocido'),
  (2, 'en', 'Forcibly disappeared'), (2, 'es', 'Desaparición forzada'),
  (3, 'en', 'Held before charge'), (3, 'es', 'Detención sin cargos'),
  (4, 'en', 'On remand'), (4, 'es', 'Prisión preventiva'),
  (5, 'en', 'On trial'), (5, 'es', 'En juicio'),
  (6, 'en', 'Serving a sentence'), (6, 'es', 'Cumple condena'),
  (7, 'en', 'House arrest'), (7, 'es', 'Arresto domiciliario'),
  (8, 'en', 'Released without charge'), (8, 'es', 'En libertad sin cargos'),
  (9, 'en', 'Released, charges pending'), (9, 'es', 'En libertad con cargos pendientes'),
  (10, 'en', 'Released on conditions'), (10, 'es', 'En libertad condicionada'),
  (11, 'en', 'Released, acquitted'), (11, 'es', 'En libertad por absolución'),
  (12, 'en', 'Released, sentence served'), (12, 'es', 'En libertad por pena cumplida'),
  (13, 'en', 'Pardoned or amnestied'), (13, 'es', 'Indulto o amnistía'),
  (14, 'en', 'Exchanged or exiled'), (14, 'es', 'Canje o destierro'),
  (15, 'en', 'Escaped or fugitive'), (15, 'es', 'Evasión o fuga'),
  (16, 'en', 'Died in custody'), (16, 'es', 'Muerte bajo custodia'),
  (17, 'en', 'Unknown'), (17, 'es', 'Se desconoce'),
  (18, 'en', 'Ordinary law'), (18, 'es', 'Derecho común'),
  (19, 'en', 'Emergency law'), (19, 'es', 'Ley de excepción'),
  (20, 'en', 'Military law'), (20, 'es', 'Derecho militar'),
  (21, 'en', 'Administrative'), (21, 'es', 'Administrativo'),
  (22, 'en', 'Not known'), (22, 'es', 'Se desconoce'),
  (23, 'en', 'Under investigation'), (23, 'es', 'En investigación'),
  (24, 'en', 'Charged'), (24, 'es', 'Con acusación'),
  (25, 'en', 'Dropped'), (25, 'es', 'Retirado'),
  (26, 'en', 'Convicted'), (26, 'es', 'Con condena'),
  (27, 'en', 'Acquitted'), (27, 'es', 'Con absolución'),
  (28, 'en', 'Amnestied'), (28, 'es', 'Con amnistía'),
  (29, 'en', 'Annulled'), (29, 'es', 'Anulado'),
  (30, 'en', 'Not known'), (30, 'es', 'Se desconoce'),
  (31, 'en', 'Court record'), (31, 'es', 'Actuación judicial'),
  (32, 'en', 'Official statement'), (32, 'es', 'Declaración oficial'),
  (33, 'en', 'News article'), (33, 'es', 'Artículo de prensa'),
  (34, 'en', 'NGO report'), (34, 'es', 'Informe de ONG'),
  (35, 'en', 'UN document'), (35, 'es', 'Documento de la ONU'),
  (36, 'en', 'Testimony or interview'), (36, 'es', 'Testimonio o entrevista'),
  (37, 'en', 'Family'), (37, 'es', 'Familia'),
  (38, 'en', 'Counsel'), (38, 'es', 'Defensa'),
  (39, 'en', 'Medical record'), (39, 'es', 'Informe médico'),
  (40, 'en', 'Photograph'), (40, 'es', 'Fotografía'),
  (41, 'en', 'Video'), (41, 'es', 'Vídeo'),
  (42, 'en', 'Audio'), (42, 'es', 'Audio'),
  (43, 'en', 'Social media'), (43, 'es', 'Redes sociales'),
  (44, 'en', 'Letter'), (44, 'es', 'Carta'),
  (45, 'en', 'Other'), (45, 'es', 'Otra'),
  (46, 'en', 'Victim'), (46, 'es', 'Víctima'),
  (47, 'en', 'Witness'), (47, 'es', 'Testigo'),
  (48, 'en', 'Relative'), (48, 'es', 'Familiar'),
  (49, 'en', 'Counsel'), (49, 'es', 'Defensa'),
  (50, 'en', 'Official'), (50, 'es', 'Funcionario'),
  (51, 'en', 'Reporter'), (51, 'es', 'Periodista'),
  (52, 'en', 'Organisation'), (52, 'es', 'Organización');
