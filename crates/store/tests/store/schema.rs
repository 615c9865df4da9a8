//! The schema both engines have: read by reviewers as a golden file, and kept to the rule that every key of a tenant's
//! table begins with `agency_id`.

use crate::engines::{Database, for_each_database};
use sqlx::{Connection, PgConnection, Row, SqliteConnection, postgres::PgRow, sqlite::SqliteRow};
use std::{collections::BTreeMap, fmt::Write};
use store::{Engine, Store};

/// Tables without a tenant.
const GLOBAL: [&str; 3] = ["agency", "login", "seaql_migrations"];

#[derive(Debug, Default, PartialEq, Eq)]
struct Table {
    /// Name, type, whether it may be empty.
    columns: Vec<(String, String, bool)>,
    key: Vec<String>,
    unique: Vec<Vec<String>>,
    /// Columns, table, columns there.
    foreign: Vec<(Vec<String>, String, Vec<String>)>,
    index: Vec<Vec<String>>,
}

type Schema = BTreeMap<String, Table>;

fn told(schema: &Schema) -> String {
    let mut text = String::new();
    let list = |columns: &[String]| columns.join(", ");
    for (name, table) in schema.iter().filter(|(name, _)| *name != "seaql_migrations") {
        writeln!(text, "{name}").unwrap();
        for (column, kind, null) in &table.columns {
            writeln!(text, "    {column}: {kind}{}", if *null { " or empty" } else { "" }).unwrap();
        }
        writeln!(text, "    key ({})", list(&table.key)).unwrap();
        table.unique.iter().for_each(|columns| writeln!(text, "    unique ({})", list(columns)).unwrap());
        for (from, to, there) in &table.foreign {
            writeln!(text, "    ({}) -> {to} ({})", list(from), list(there)).unwrap();
        }
        table.index.iter().for_each(|columns| writeln!(text, "    index ({})", list(columns)).unwrap());
        text.push('\n');
    }
    text
}

async fn read(database: &Database) -> Schema {
    let mut schema = match database.engine {
        Engine::Sqlite => sqlite(&database.url).await,
        Engine::Postgres => postgres(&database.url).await,
    };
    for table in schema.values_mut() {
        table.unique.sort();
        table.foreign.sort();
        table.index.sort();
    }
    schema
}

async fn sqlite(url: &str) -> Schema {
    let mut db = SqliteConnection::connect(url).await.unwrap();
    let text = |row: &SqliteRow, n: usize| row.get::<String, _>(n);
    let mut schema = Schema::new();
    let columns = "SELECT m.name, c.name, c.type, c.\"notnull\", c.pk FROM sqlite_master m, pragma_table_info(m.name) c \
                   WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid";
    let mut keys: BTreeMap<(String, i64), String> = BTreeMap::new();
    for row in sqlx::query(columns).fetch_all(&mut db).await.unwrap() {
        let table = schema.entry(text(&row, 0)).or_default();
        table.columns.push((text(&row, 1), text(&row, 2), row.get::<i64, _>(3) == 0));
        if row.get::<i64, _>(4) > 0 {
            keys.insert((text(&row, 0), row.get(4)), text(&row, 1));
        }
    }
    for ((table, _), column) in keys {
        schema.get_mut(&table).unwrap().key.push(column);
    }
    let indexes = "SELECT m.name, i.name, i.\"unique\", x.name FROM sqlite_master m, pragma_index_list(m.name) i, \
                   pragma_index_info(i.name) x WHERE m.type = 'table' AND i.origin <> 'pk' ORDER BY m.name, i.name, x.seqno";
    let mut found: BTreeMap<(String, String, bool), Vec<String>> = BTreeMap::new();
    for row in sqlx::query(indexes).fetch_all(&mut db).await.unwrap() {
        let unique = row.get::<i64, _>(2) == 1;
        found.entry((text(&row, 0), text(&row, 1), unique)).or_default().push(text(&row, 3));
    }
    for ((table, _, unique), columns) in found {
        let table = schema.get_mut(&table).unwrap();
        if unique { table.unique.push(columns) } else { table.index.push(columns) }
    }
    let foreign = "SELECT m.name, f.id, f.\"table\", f.\"from\", f.\"to\" FROM sqlite_master m, \
                   pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq";
    type Pairs = (Vec<String>, Vec<String>);
    let mut found: BTreeMap<(String, i64, String), Pairs> = BTreeMap::new();
    for row in sqlx::query(foreign).fetch_all(&mut db).await.unwrap() {
        let (from, to) = found.entry((text(&row, 0), row.get(1), text(&row, 2))).or_default();
        from.push(text(&row, 3));
        to.push(text(&row, 4));
    }
    for ((table, _, to), (from, there)) in found {
        schema.get_mut(&table).unwrap().foreign.push((from, to, there));
    }
    db.close().await.unwrap();
    schema
}

async fn postgres(url: &str) -> Schema {
    let mut db = PgConnection::connect(url).await.unwrap();
    let text = |row: &PgRow, n: usize| row.get::<String, _>(n);
    let mut schema = Schema::new();
    let columns = "SELECT table_name::text, column_name::text, data_type::text, is_nullable = 'YES' \
                   FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position";
    for row in sqlx::query(columns).fetch_all(&mut db).await.unwrap() {
        schema.entry(text(&row, 0)).or_default().columns.push((text(&row, 1), text(&row, 2), row.get(3)));
    }
    let constraints = "SELECT t.relname::text, c.contype::text, \
        ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k(n, o) \
              JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.n ORDER BY k.o), \
        coalesce(r.relname::text, ''), \
        ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k(n, o) \
              JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.n ORDER BY k.o) \
        FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid LEFT JOIN pg_class r ON r.oid = c.confrelid \
        WHERE c.connamespace = 'public'::regnamespace";
    for row in sqlx::query(constraints).fetch_all(&mut db).await.unwrap() {
        let table = schema.get_mut(&text(&row, 0)).unwrap();
        match text(&row, 1).as_str() {
            "p" => table.key = row.get(2),
            "u" => table.unique.push(row.get(2)),
            "f" => table.foreign.push((row.get(2), row.get(3), row.get(4))),
            other => panic!("a constraint of kind {other}"),
        }
    }
    let indexes = "SELECT t.relname::text, i.indisunique, \
        ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY k(n, o) \
              JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.n ORDER BY k.o) \
        FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid \
        WHERE t.relnamespace = 'public'::regnamespace \
        AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)";
    for row in sqlx::query(indexes).fetch_all(&mut db).await.unwrap() {
        let table = schema.get_mut(&text(&row, 0)).unwrap();
        if row.get(1) { table.unique.push(row.get(2)) } else { table.index.push(row.get(2)) }
    }
    db.close().await.unwrap();
    schema
}

#[tokio::test]
async fn the_schema_is_as_reviewed_and_every_key_begins_with_the_agency() {
    let (lite, server) = (Database::sqlite().await, Database::postgres().await);
    let (sqlite, postgres) = (read(&lite).await, read(&server).await);
    server.remove().await;
    insta::assert_snapshot!("schema_sqlite", told(&sqlite));
    insta::assert_snapshot!("schema_postgres", told(&postgres));

    for (name, table) in &sqlite {
        // But for the names of types the two are the same.
        let other = &postgres[name];
        let names = |table: &Table| table.columns.iter().map(|(c, _, null)| (c.clone(), *null)).collect::<Vec<_>>();
        assert_eq!(names(table), names(other), "{name}");
        if name == "seaql_migrations" {
            continue;
        }
        assert_eq!(
            (&table.key, &table.unique, &table.foreign, &table.index),
            (&other.key, &other.unique, &other.foreign, &other.index),
            "{name}"
        );
        if GLOBAL.contains(&name.as_str()) {
            continue;
        }
        assert_eq!(table.columns[0].0, "agency_id", "{name}");
        let keys = std::iter::once(&table.key).chain(&table.unique).chain(&table.index);
        for columns in keys.chain(table.foreign.iter().map(|(from, ..)| from)) {
            assert_eq!(columns[0], "agency_id", "{name}: {columns:?}");
        }
        for (from, to, there) in &table.foreign {
            let first = if to == "agency" { "id" } else { "agency_id" };
            assert_eq!(there[0], first, "{name}: {from:?} -> {to} {there:?}");
        }
        assert!(!table.foreign.is_empty(), "{name} hangs in the air");
    }
    assert_eq!(sqlite.len(), postgres.len());
}

#[tokio::test]
async fn the_code_reads_every_table_as_it_was_made() {
    for_each_database(|database| async move {
        let store = database.open().await;
        assert_eq!(store.check_schema().await.unwrap(), [""; 0]);
        assert_eq!(store.pending_migrations().await.unwrap(), [""; 0]);
        store.close().await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_that_migrate_at_once_both_succeed() {
    let folder = tempfile::tempdir().unwrap();
    let sqlite = format!("sqlite://{}?mode=rwc", folder.path().join("baru.db").display());
    let server = Database::postgres().await;
    empty(&server.url).await;
    for url in [&sqlite, &server.url] {
        let store = Store::connect(&store::Options::new(url)).await.unwrap();
        assert_eq!(store.pending_migrations().await.unwrap().len(), 20, "{url}");
        assert!(!store.check_schema().await.unwrap().is_empty());
        let second = Store::connect(&store::Options::new(url)).await.unwrap();
        let (a, b) = tokio::join!(store.migrate(), second.migrate());
        assert_eq!((a, b), (Ok(()), Ok(())), "{url}");
        assert_eq!(store.pending_migrations().await.unwrap(), [""; 0]);
        assert_eq!(store.check_schema().await.unwrap(), [""; 0]);
        store.close().await.unwrap();
        second.close().await.unwrap();
    }
    server.remove().await;
}

async fn empty(url: &str) {
    let mut db = PgConnection::connect(url).await.unwrap();
    sqlx::raw_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public").execute(&mut db).await.unwrap();
    db.close().await.unwrap();
}
