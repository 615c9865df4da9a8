# The commands of the house. `just` lists them.

[private]
default:
    @just --list --unsorted

# An invented agency in data/demo, with log-ins for every role
demo *args:
    cargo run --release -p laras -- demo {{args}}

# Serve what is in the database
serve *args:
    cargo run --release -p laras -- serve {{args}}

# Exactly what continuous integration runs
ci:
    ./test

# The same without browser, documentation and licences
fast:
    ./test fast

# The tests of one crate on both engines: just t store
t crate *args:
    cargo run -q -p testkit --bin with_postgres -- cargo nextest run -p {{crate}} {{args}}

# The structural rules alone
house:
    cargo nextest run -p laras --test house

# Format everything
fmt:
    cargo fmt --all

# Warnings are errors
lint:
    cargo clippy --workspace --all-targets -- -D warnings

# The policies: gaps, overlaps, missing sources
policies:
    cargo run -q -p laras -- policy check

# Take the golden files as they now come out; read the difference before committing
accept:
    INSTA_UPDATE=always cargo run -q -p testkit --bin with_postgres -- cargo nextest run --workspace --profile fast
    git diff --stat

# Speed, as ratios measured in one run
bench:
    ./bench/run

# Known vulnerabilities; needs the advisory database, so it is not part of ci
advisories:
    cargo deny check advisories
