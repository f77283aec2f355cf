-- What the page asks for: kept searches, how each caseworker left the window, words of the vocabularies in French and
-- Arabic, and wider derived tables. The derived tables are left empty: `derived_state` holds no version yet, so the next
-- opening fills them from the records, in one transaction.

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
CREATE INDEX saved_searches_binned ON saved_searches (binned_change) WHERE binned_change IS NOT NULL;

-- No record: without a history, a number or a place in the audit chain. `caseworker_id` is the caseworker's uuid.
CREATE TABLE preferences (
  caseworker_id TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (caseworker_id, key)
) STRICT, WITHOUT ROWID;

-- By which rules the derived tables were made (`version`). Not one of the vault's settings: those are bound into the audit
-- chain, and making an index anew is no change.
CREATE TABLE derived_state (
  key TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- As before, and: the forces that made the arrest with the key by which they are grouped, the year in which the arrest may
-- have begun, and since when nobody knows where the person is. `unknown_earliest` and `unknown_latest` bound the last day
-- that is known (both NULL where either is open), `unknown_about` says that they rest on a doubted date.
DROP TABLE case_index;
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
CREATE INDEX case_index_by_name ON case_index (name_key, case_id);
CREATE INDEX case_index_by_changed ON case_index (changed_at DESC, case_id DESC);
CREATE INDEX case_index_by_reference ON case_index (reference);
CREATE INDEX case_index_by_arrest ON case_index (arrest_earliest IS NULL, arrest_earliest, case_id);
CREATE INDEX case_index_by_last_arrest ON case_index (arrest_earliest DESC, case_id DESC);
CREATE INDEX case_index_by_unsourced ON case_index (unsourced DESC, case_id DESC);
-- All that a filter can ask for, so that counting under filters reads this alone.
CREATE INDEX case_index_by_facet ON case_index (
  status_group, status, place_key, unsourced, force_key, caseworker_uuid, arrest_year, arrest_earliest, arrest_latest, changed_at,
  whereabouts_unknown
);
CREATE INDEX case_index_by_place ON case_index (place_key);
CREATE INDEX case_index_by_force ON case_index (force_key);
CREATE INDEX case_index_by_caseworker ON case_index (caseworker_uuid);
CREATE INDEX case_index_by_arrest_year ON case_index (arrest_year);
CREATE INDEX case_index_by_stale ON case_index (status_group, changed_at, case_id);
CREATE INDEX case_index_by_unknown ON case_index (whereabouts_unknown DESC, unknown_latest IS NULL, unknown_latest, case_id);
CREATE INDEX case_index_by_person ON case_index (person_uuid);

-- The tags of each case file; tags that differ in case and accents only share a key.
CREATE TABLE case_tags (
  tag_key TEXT NOT NULL,
  case_id INTEGER NOT NULL,
  tag TEXT NOT NULL,
  PRIMARY KEY (tag_key, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_tags_by_case ON case_tags (case_id);

-- Days on which a person was in custody, over all of the person's case files: from `from_day` until before `to_day` (NULL:
-- it goes on). Of each group, on any reading of the dates (`least`) and on some reading (`most`). `undated`: in custody,
-- and nobody dated anything of it. Day -720000 stands for an open beginning.
CREATE TABLE custody_spans (
  person_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('held_least', 'held_most', 'unknown_least', 'unknown_most', 'undated')),
  from_day INTEGER NOT NULL,
  to_day INTEGER,
  PRIMARY KEY (person_id, kind, from_day)
) STRICT, WITHOUT ROWID;

-- How many spans begin and end on each day: what a chart over all people is summed up from. Kept by the triggers below.
CREATE TABLE custody_days (
  kind TEXT NOT NULL,
  day INTEGER NOT NULL,
  began INTEGER NOT NULL DEFAULT 0,
  ended INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, day)
) STRICT, WITHOUT ROWID;
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

-- The folded words by which a source is found; of a protected one its code name alone.
CREATE TABLE source_texts (
  source_id INTEGER PRIMARY KEY,
  words TEXT NOT NULL
) STRICT;

-- A page of the people on file, and their number, without reading their rows.
CREATE INDEX persons_standing ON persons (binned_change) WHERE binned_change IS NULL;
CREATE INDEX sources_standing ON sources (binned_change) WHERE binned_change IS NULL;
-- What a caseworker worked on last.
CREATE INDEX change_sets_by_caseworker ON change_sets (caseworker_id, change_no) WHERE case_id IS NOT NULL;

INSERT INTO term_labels (term_id, language, label) VALUES
  (1, 'fr', 'Arrestation, lieu de détention inconnu'), (1, 'ar', 'توقيف ومكان الاحتجاز مجهول'),
  (2, 'fr', 'Disparition forcée'), (2, 'ar', 'اختفاء قسري'),
  (3, 'fr', 'Détention sans inculpation'), (3, 'ar', 'احتجاز دون تهمة'),
  (4, 'fr', 'Détention provisoire'), (4, 'ar', 'حبس احتياطي'),
  (5, 'fr', 'En cours de procès'), (5, 'ar', 'قيد المحاكمة'),
  (6, 'fr', 'Purge une peine'), (6, 'ar', 'تنفيذ عقوبة'),
  (7, 'fr', 'Assignation à résidence'), (7, 'ar', 'إقامة جبرية'),
  (8, 'fr', 'Libération sans inculpation'), (8, 'ar', 'إفراج دون تهمة'),
  (9, 'fr', 'Libération, poursuites en cours'), (9, 'ar', 'إفراج مع استمرار الملاحقة'),
  (10, 'fr', 'Libération sous conditions'), (10, 'ar', 'إفراج بشروط'),
  (11, 'fr', 'Libération après acquittement'), (11, 'ar', 'إفراج بعد البراءة'),
  (12, 'fr', 'Libération, peine purgée'), (12, 'ar', 'إفراج بعد انقضاء العقوبة'),
  (13, 'fr', 'Grâce ou amnistie'), (13, 'ar', 'عفو خاص أو عام'),
  (14, 'fr', 'Échange ou exil'), (14, 'ar', 'تبادل أو نفي'),
  (15, 'fr', 'Évasion ou fuite'), (15, 'ar', 'هروب أو فرار'),
  (16, 'fr', 'Décès en détention'), (16, 'ar', 'وفاة أثناء الاحتجاز'),
  (17, 'fr', 'Inconnu'), (17, 'ar', 'غير معروف'),
  (18, 'fr', 'Droit commun'), (18, 'ar', 'القانون العام'),
  (19, 'fr', 'Loi d’exception'), (19, 'ar', 'قانون الطوارئ'),
  (20, 'fr', 'Droit militaire'), (20, 'ar', 'القانون العسكري'),
  (21, 'fr', 'Administratif'), (21, 'ar', 'إداري'),
  (22, 'fr', 'Inconnu'), (22, 'ar', 'غير معروف'),
  (23, 'fr', 'Enquête en cours'), (23, 'ar', 'قيد التحقيق'),
  (24, 'fr', 'Inculpation'), (24, 'ar', 'توجيه التهمة'),
  (25, 'fr', 'Abandon'), (25, 'ar', 'إسقاط التهمة'),
  (26, 'fr', 'Condamnation'), (26, 'ar', 'إدانة'),
  (27, 'fr', 'Acquittement'), (27, 'ar', 'براءة'),
  (28, 'fr', 'Amnistie'), (28, 'ar', 'عفو'),
  (29, 'fr', 'Annulation'), (29, 'ar', 'إلغاء'),
  (30, 'fr', 'Inconnu'), (30, 'ar', 'غير معروف'),
  (31, 'fr', 'Acte judiciaire'), (31, 'ar', 'وثيقة قضائية'),
  (32, 'fr', 'Déclaration officielle'), (32, 'ar', 'بيان رسمي'),
  (33, 'fr', 'Article de presse'), (33, 'ar', 'مقال صحفي'),
  (34, 'fr', 'Rapport d’ONG'), (34, 'ar', 'تقرير منظمة غير حكومية'),
  (35, 'fr', 'Document de l’ONU'), (35, 'ar', 'وثيقة من الأمم المتحدة'),
  (36, 'fr', 'Témoignage ou entretien'), (36, 'ar', 'شهادة أو مقابلة'),
  (37, 'fr', 'Famille'), (37, 'ar', 'العائلة'),
  (38, 'fr', 'Défense'), (38, 'ar', 'محامي الدفاع'),
  (39, 'fr', 'Dossier médical'), (39, 'ar', 'سجل طبي'),
  (40, 'fr', 'Photographie'), (40, 'ar', 'صورة'),
  (41, 'fr', 'Vidéo'), (41, 'ar', 'فيديو'),
  (42, 'fr', 'Enregistrement sonore'), (42, 'ar', 'تسجيل صوتي'),
  (43, 'fr', 'Réseaux sociaux'), (43, 'ar', 'وسائل التواصل الاجتماعي'),
  (44, 'fr', 'Lettre'), (44, 'ar', 'رسالة'),
  (45, 'fr', 'Autre'), (45, 'ar', 'غير ذلك'),
  (46, 'fr', 'Victime'), (46, 'ar', 'الضحية'),
  (47, 'fr', 'Témoin'), (47, 'ar', 'شاهد'),
  (48, 'fr', 'Proche'), (48, 'ar', 'قريب'),
  (49, 'fr', 'Défense'), (49, 'ar', 'محامي الدفاع'),
  (50, 'fr', 'Agent de l’État'), (50, 'ar', 'موظف رسمي'),
  (51, 'fr', 'Journaliste'), (51, 'ar', 'صحفي'),
  (52, 'fr', 'Organisation'), (52, 'ar', 'منظمة');
