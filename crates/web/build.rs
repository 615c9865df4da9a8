//! The catalogue is read when the crate is compiled; a sentence that is changed or a file that is added compiles it again.

fn main() {
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=build.rs");
}
