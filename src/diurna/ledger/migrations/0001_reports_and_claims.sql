-- What reports said. Nothing here is ever changed or removed: the triggers at the end refuse it.
-- `body` columns hold the model's value as JSON; the columns beside it are what queries need.

CREATE TABLE report (
  seq          INTEGER PRIMARY KEY,           -- the order of arrival; a view is bounded by it
  id           TEXT NOT NULL UNIQUE,
  file         TEXT NOT NULL,
  title        TEXT NOT NULL DEFAULT '',
  outlet       TEXT,
  sha256       TEXT NOT NULL,
  published_from TEXT,                        -- ISO days, NULL where open or unknown
  published_to   TEXT,
  recorded_at  TEXT NOT NULL,                 -- UTC, ISO 8601
  text         TEXT NOT NULL,                 -- verbatim
  body         TEXT NOT NULL                  -- the Report without its text
) STRICT;

CREATE TABLE local_entity (
  report TEXT NOT NULL REFERENCES report (id),
  ordinal INTEGER NOT NULL,
  key    TEXT NOT NULL,
  body   TEXT NOT NULL,
  PRIMARY KEY (report, key)
) STRICT;

CREATE TABLE statement (
  id      TEXT NOT NULL PRIMARY KEY,
  report  TEXT NOT NULL REFERENCES report (id),
  ordinal INTEGER NOT NULL,
  body    TEXT NOT NULL
) STRICT;
CREATE INDEX statement_report ON statement (report, ordinal);

CREATE TABLE claim (
  id      TEXT NOT NULL PRIMARY KEY,
  report  TEXT NOT NULL REFERENCES report (id),
  ordinal INTEGER NOT NULL,
  type    TEXT NOT NULL,
  kind    TEXT NOT NULL,
  status  TEXT NOT NULL,
  body    TEXT NOT NULL
) STRICT;
CREATE INDEX claim_report ON claim (report, ordinal);

CREATE VIRTUAL TABLE report_words USING fts5 (
  title, text, content = 'report', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE name_words USING fts5 (
  name, report UNINDEXED, key UNINDEXED, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER report_is_searchable AFTER INSERT ON report BEGIN
  INSERT INTO report_words (rowid, title, text) VALUES (new.seq, new.title, new.text);
END;

CREATE TRIGGER report_kept BEFORE UPDATE ON report BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER report_stays BEFORE DELETE ON report BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entity_kept BEFORE UPDATE ON local_entity BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entity_stays BEFORE DELETE ON local_entity BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER statement_kept BEFORE UPDATE ON statement BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER statement_stays BEFORE DELETE ON statement BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER claim_kept BEFORE UPDATE ON claim BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER claim_stays BEFORE DELETE ON claim BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
