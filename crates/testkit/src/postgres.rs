//! A PostgreSQL server of our own for tests: in a folder of its own under the temporary directory, on a free port of the
//! loopback address, gone when whoever started it is gone. Standard library only.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// The variable that names a server to use: a URL with the rights to create databases.
pub const VARIABLE: &str = "LARAS_TEST_PG";

/// A shell keeps the server: when its input ends, because its starter ended in whatever way, it stops the server by its
/// process id and removes the folder.
const KEEPER: &str = r#"
set -u
cd /
umask 077
trap '' INT TERM HUP
dir=$(mktemp -d "${TMPDIR:-/tmp}/laras-postgres-XXXXXX") || exit 1
trap 'rm -rf "$dir"' EXIT
word=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
printf '%s' "$word" >"$dir/word"
"$1/initdb" -D "$dir/data" -U laras -A password --pwfile="$dir/word" -E UTF8 --locale=C --no-sync >"$dir/log" 2>&1 ||
    { cat "$dir/log" >&2; exit 1; }
"$1/postgres" -D "$dir/data" -p "$2" -k "$dir" -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off \
    -c full_page_writes=off -c max_connections=400 -c shared_buffers=64MB >>"$dir/log" 2>&1 </dev/null &
server=$!
tries=0
until kill -0 "$server" 2>/dev/null && "$1/pg_isready" -q -h 127.0.0.1 -p "$2"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ] || ! kill -0 "$server" 2>/dev/null; then
        cat "$dir/log" >&2
        kill -INT "$server" 2>/dev/null
        exit 1
    fi
    sleep 0.05
done
echo "$word"
# Whoever reads the output of the starter is not kept waiting for the server to end.
exec 2>/dev/null
cat >/dev/null
kill -INT "$server"
wait "$server"
"#;

/// A running server. Stops when dropped, or when this process ends.
pub struct Cluster {
    keeper: Child,
    /// `postgres://…` of a user who may create databases.
    pub url: String,
}

impl Cluster {
    /// Starts a server, which takes a second or two.
    pub fn start() -> Result<Self, String> {
        let programs = programs()?;
        let mut last = String::new();
        // The port was free a moment ago; if somebody else took it, another one is tried.
        for _ in 0..3 {
            match Self::start_on(&programs, free_port()?) {
                Ok(cluster) => return Ok(cluster),
                Err(error) => last = error,
            }
        }
        Err(format!("PostgreSQL did not start: {last}"))
    }

    fn start_on(programs: &Path, port: u16) -> Result<Self, String> {
        // `initdb` refuses to run as root.
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--", "sh"]);
            command
        } else {
            Command::new("sh")
        };
        command.args(["-c", KEEPER, "keeper"]).arg(programs).arg(port.to_string());
        let mut keeper =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(|e| format!("sh: {e}"))?;
        let mut word = String::new();
        let output = keeper.stdout.take().ok_or("no output")?;
        BufReader::new(output).read_line(&mut word).map_err(|e| e.to_string())?;
        let word = word.trim();
        if word.is_empty() {
            let status = keeper.wait().map_err(|e| e.to_string())?;
            return Err(format!("see above ({status})"));
        }
        Ok(Self { keeper, url: format!("postgres://laras:{word}@127.0.0.1:{port}/postgres") })
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if let Err(error) = self.keeper.wait() {
            eprintln!("stopping PostgreSQL: {error}");
        }
    }
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|e| format!("no free port: {e}"))?;
    Ok(listener.local_addr().map_err(|e| e.to_string())?.port())
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}

/// Where `initdb` and `postgres` are: the newest of Debian's folders, else wherever `PATH` finds them.
fn programs() -> Result<PathBuf, String> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = versions
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse::<u32>().ok()?, entry.path().join("bin"))))
        .filter(|(_, bin)| bin.join("initdb").exists())
        .max_by_key(|(version, _)| *version);
    if let Some((_, bin)) = newest {
        return Ok(bin);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).find(|bin| bin.join("initdb").exists() && bin.join("postgres").exists()).ok_or_else(
        || {
            format!(
                "PostgreSQL is not installed, and every store test runs on it too. Install it (Debian: apt-get install \
             postgresql) or set {VARIABLE} to the URL of a server where databases may be created."
            )
        },
    )
}
