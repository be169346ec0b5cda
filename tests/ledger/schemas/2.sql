BEGIN TRANSACTION;
CREATE TABLE articles (
	id VARCHAR NOT NULL, 
	doc TEXT NOT NULL, 
	source TEXT NOT NULL, 
	outlet TEXT, 
	title TEXT NOT NULL, 
	published VARCHAR, 
	published_from VARCHAR NOT NULL, 
	bylines TEXT NOT NULL, 
	text TEXT NOT NULL, 
	raw BLOB NOT NULL, 
	raw_sha256 VARCHAR NOT NULL, 
	paragraphs TEXT NOT NULL, 
	text_kind VARCHAR NOT NULL, 
	url TEXT, 
	added_at VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "articles" VALUES('68b0a0bc57a04ce8','harbour','harbour',NULL,'The harbour workers want forty hours.',NULL,'unknown','[]','The harbour workers want forty hours.

The owners said on Monday that they would not pay for it.',X'54686520686172626F757220776F726B6572732077616E7420666F72747920686F7572732E0A0A546865206F776E6572732073616964206F6E204D6F6E6461792074686174207468657920776F756C64206E6F742070617920666F722069742E','68b0a0bc57a04ce868ae6d6496289691de19bec2205dfe11984fc3c48df17599','[[0,37],[39,96]]','page',NULL,'2026-11-23T02:15:09.179636+00:00');
CREATE TABLE readings (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	article VARCHAR NOT NULL, 
	reader TEXT NOT NULL, 
	statements TEXT NOT NULL, 
	read_at VARCHAR NOT NULL, 
	FOREIGN KEY(article) REFERENCES articles (id)
);
INSERT INTO "readings" VALUES(1,'68b0a0bc57a04ce8','reader 1','[{"affiliation":null,"anonymous":null,"article":"68b0a0bc57a04ce8","confidence":0.5,"content":[[39,96]],"cue":[[50,54]],"id":"ed57974365aadaca","office":null,"quote_type":"indirect","relayed_via":["Harbour Radio"],"said_on":"2025-03","said_on_exact":false,"said_on_from":null,"source":[[39,49]],"speaker":"the owners","speaker_kind":"group"}]','2026-11-22T22:18:10.993499+00:00');
CREATE TABLE reviews (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id VARCHAR NOT NULL, 
	article VARCHAR NOT NULL, 
	statement VARCHAR NOT NULL, 
	decision VARCHAR NOT NULL, 
	"by" TEXT NOT NULL, 
	at VARCHAR NOT NULL, 
	body TEXT NOT NULL, 
	UNIQUE (id)
);
INSERT INTO "reviews" VALUES(1,'089d50e1f86498d2','68b0a0bc57a04ce8','ed57974365aadaca','accept','Ana','2025-03-03T09:30:00+00:00','{"after":null,"at":"2025-03-03T09:30:00+00:00","before":null,"by":"Ana","coder":"","decision":"accept","note":"as printed","supersedes":[],"target":{"article":"68b0a0bc57a04ce8","quotes":[{"exact":"The owners said on Monday that they would not pay for it.","prefix":"bour workers want forty hours.\n\n","start":39,"suffix":""}],"speaker":"the owners","statement":"ed57974365aadaca"},"words":[]}');
INSERT INTO "reviews" VALUES(2,'d595db0ce2c702a9','68b0a0bc57a04ce8','ed57974365aadaca','note','Ben','2025-03-03T09:30:00+00:00','{"after":null,"at":"2025-03-03T09:30:00+00:00","before":null,"by":"Ben","coder":"","decision":"note","note":"wrong day [edit: said_on = 2025-03-02]","supersedes":[],"target":{"article":"68b0a0bc57a04ce8","quotes":[{"exact":"The owners said on Monday that they would not pay for it.","prefix":"bour workers want forty hours.\n\n","start":39,"suffix":""}],"speaker":"the owners","statement":"ed57974365aadaca"},"words":[]}');
INSERT INTO "reviews" VALUES(3,'3d3e6f8b783af216','','gone0000','unsure','Ana','2025-03-03T09:30:00+00:00','{"after":null,"at":"2025-03-03T09:30:00+00:00","before":null,"by":"Ana","coder":"","decision":"unsure","note":"","supersedes":[],"target":{"article":"","quotes":[],"speaker":"","statement":"gone0000"},"words":[]}');
CREATE TABLE schema_versions (
	version INTEGER NOT NULL, 
	since VARCHAR NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "schema_versions" VALUES(2,'2026-11-23T02:15:09.167316+00:00');
CREATE INDEX reviews_by_statement ON reviews (statement, number);
CREATE INDEX readings_by_article ON readings (article, number);
CREATE TRIGGER articles_no_update BEFORE UPDATE ON articles BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER articles_no_delete BEFORE DELETE ON articles BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER reviews_no_update BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER reviews_no_delete BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER schema_versions_no_update BEFORE UPDATE ON schema_versions BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER schema_versions_no_delete BEFORE DELETE ON schema_versions BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER readings_no_update BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER readings_no_delete BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('readings',1);
INSERT INTO "sqlite_sequence" VALUES('reviews',3);
COMMIT;
PRAGMA application_id = 1515147329;
PRAGMA user_version = 2;
