//! The generator makes the published sets, byte for byte.

use md5::{Digest, Md5};
use measure::simulate::{Design, Options, Simulated, simulate};

fn md5(text: &str) -> String {
    Md5::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_published_sets_byte_for_byte() {
    for (design, ratees, seed, want) in [
        (Design::Panel, 1000, 20_260_101, "b0a2a08544ba5e05de5f1b30b46c82a5"),
        (Design::Round, 1000, 20_260_101, "d300fa7d22c912c21c1bdbe035a3a31b"),
        (Design::Round, 200, 20_260_102, "731e8fe1a8413232a2bd566981a6d379"),
    ] {
        let set = simulate(design, ratees, Options::default(), seed);
        assert_eq!(md5(&set.ratings_csv()), want, "{design:?} of {ratees}");
    }
}

#[test]
fn what_is_wrong_with_raters_is_as_the_other_program_makes_it() {
    let fault = |halo, bias, central| Options { halo, bias, central };
    for (design, options, ratings, persons, raters) in [
        (
            Design::Round,
            fault(0.5, 0.0, 0.0),
            "843fcc85d6dc3989d7efcc11a438ac7d",
            "72c72dd2277325b8d9564d8b83cc925d",
            "f28097feb2b964bd48860427a517f72a",
        ),
        (
            Design::Round,
            fault(0.0, 0.8, 0.0),
            "477dc6cf79f732bec59c55e6f6d403e3",
            "72c72dd2277325b8d9564d8b83cc925d",
            "35279726fe621055f88ef3e1d4bc2716",
        ),
        (
            Design::Round,
            fault(0.0, 0.0, 0.2),
            "85b318e5b3bec7160f64bcb5838b11eb",
            "72c72dd2277325b8d9564d8b83cc925d",
            "dbfa71a92342cf8fb49a8ac3be76ba81",
        ),
        (
            Design::Panel,
            fault(0.3, 0.5, 0.3),
            "049d8e1e06710474798ac556c7b3eab3",
            "38781de3a200a063fe87b35446d05af1",
            "d822f31ca090ac266a034af71355432e",
        ),
    ] {
        let set: Simulated = simulate(design, 100, options, 5);
        let made = [set.ratings_csv(), set.persons_csv(), set.raters_csv()].map(|text| md5(&text));
        assert_eq!(made, [ratings, persons, raters], "{design:?} {options:?}");
    }
}
