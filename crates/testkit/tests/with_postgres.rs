//! The runner that gives a command a PostgreSQL server of its own. That a test needs the program is also why building
//! the tests builds it: `./test` runs everything through it without compiling the workspace twice.

use std::process::Command;

fn with_postgres(script: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_with_postgres"));
    command.args(["sh", "-c", script]);
    command
}

#[test]
fn a_command_has_a_server_and_its_exit_code_is_passed_on() {
    let mut command = with_postgres(r#"case "$LARAS_TEST_PG" in postgres*) exit 7 ;; esac"#);
    assert_eq!(command.env_remove("LARAS_TEST_PG").status().expect("it starts").code(), Some(7));
}

#[test]
fn a_server_that_is_named_already_is_left_alone() {
    let mut command = with_postgres(r#"test "$LARAS_TEST_PG" = mine"#);
    assert!(command.env("LARAS_TEST_PG", "mine").status().expect("it starts").success());
}
