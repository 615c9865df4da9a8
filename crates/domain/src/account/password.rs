//! What a password must be: long, not a common one, not made of the log-in (issue: at least 12 characters).
//!
//! Not here: hashing and counting wrong tries (actions). No rule asks for digits or symbols: length and not being
//! guessable is what protects (NIST SP 800-63B 5.1.1).

use crate::decision::{FieldError, Text};

/// Fewest characters.
pub const MIN_CHARS: usize = 12;
/// Most characters: beyond this hashing costs more than it protects.
pub const MAX_CHARS: usize = 200;

/// Words that common passwords are made of, in Indonesian offices and elsewhere.
const COMMON: [&str; 62] = [
    "password",
    "passw",
    "katasandi",
    "sandi",
    "rahasia",
    "admin",
    "administrator",
    "indonesia",
    "bengkulu",
    "jakarta",
    "surakarta",
    "nusantara",
    "garuda",
    "pancasila",
    "merdeka",
    "bismillah",
    "alhamdulillah",
    "assalamualaikum",
    "insyaallah",
    "sayang",
    "cinta",
    "bahagia",
    "sukses",
    "semangat",
    "selamat",
    "pegawai",
    "pegawainegeri",
    "kinerja",
    "ekinerja",
    "laras",
    "asn",
    "pns",
    "pppk",
    "bkn",
    "skp",
    "qwerty",
    "qwertyuiop",
    "asdfgh",
    "asdfghjkl",
    "zxcvbn",
    "zxcvbnm",
    "abcdef",
    "abcdefgh",
    "abcd",
    "iloveyou",
    "welcome",
    "selamatdatang",
    "selamatpagi",
    "letmein",
    "monkey",
    "dragon",
    "football",
    "sunshine",
    "princess",
    "superman",
    "computer",
    "komputer",
    "kantor",
    "dinas",
    "pemerintah",
    "negara",
    "keluarga",
];

/// Is the password good enough for this log-in?
pub fn check(password: &str, login: &str) -> Result<(), FieldError> {
    let refuse = |text| Err(FieldError::new("password", text));
    let chars = password.chars().count();
    if chars < MIN_CHARS {
        return refuse(
            Text::new("account-password-too-short").with("min", MIN_CHARS as i64).with("have", chars as i64),
        );
    }
    if chars > MAX_CHARS {
        return refuse(Text::new("account-password-too-long").with("max", MAX_CHARS as i64));
    }
    let plain: String = password.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let login: String = login.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    if !login.is_empty() && (plain.contains(&login) || (plain.len() >= 8 && login.contains(&plain))) {
        return refuse(Text::new("account-password-is-login"));
    }
    if is_common(&plain) {
        return refuse(Text::new("account-password-common"));
    }
    Ok(())
}

/// Nothing but common words, digits in order or repetition.
fn is_common(plain: &str) -> bool {
    let letters: String = plain.chars().map(unleet).filter(|c| c.is_alphabetic()).collect();
    let words: String = plain.chars().filter(|c| c.is_alphabetic()).collect();
    distinct(plain) < 5 || runs_on(plain) || made_of_common(&words) || made_of_common(&letters)
}

const fn unleet(c: char) -> char {
    match c {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        other => other,
    }
}

fn distinct(text: &str) -> usize {
    text.chars().collect::<std::collections::BTreeSet<_>>().len()
}

/// `123456789012`, `abcdefghijkl`, `210987654321`: every character follows the one before.
fn runs_on(text: &str) -> bool {
    let codes: Vec<i64> = text.chars().map(|c| i64::from(u32::from(c))).collect();
    let step = |by: i64| codes.windows(2).filter(|w| w[1] - w[0] == by || w[1] - w[0] == -9 * by).count();
    let needed = codes.len().saturating_sub(2).max(1);
    step(1) >= needed || step(-1) >= needed
}

/// Can the letters be cut into common words, with at most two letters left over at either end? No letters at all,
/// a date or a number, is as easily tried out.
fn made_of_common(letters: &str) -> bool {
    if !letters.is_ascii() {
        return false;
    }
    let n = letters.len();
    if n < 3 {
        return true;
    }
    // reach[i]: the letters before i are accounted for.
    let mut reach = vec![false; n + 1];
    reach[..3].fill(true);
    for at in 0..n {
        if reach[at] {
            for word in COMMON.iter().filter(|word| letters[at..].starts_with(**word)) {
                reach[at + word.len()] = true;
            }
        }
    }
    reach[(n - 2).max(3)..].contains(&true)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NIP: &str = "199001012015011001";

    #[test]
    fn what_is_refused_and_what_passes() {
        for (password, want) in [
            ("pendek", Err("account-password-too-short")),
            ("sebelas-huf", Err("account-password-too-short")),
            ("123456789012", Err("account-password-common")),
            ("987654321098", Err("account-password-common")),
            ("abcdefghijklmn", Err("account-password-common")),
            ("aaaaaaaaaaaaaa", Err("account-password-common")),
            ("abababababab", Err("account-password-common")),
            ("password12345", Err("account-password-common")),
            ("P4ssw0rd!!2026", Err("account-password-common")),
            ("Indonesia2045!", Err("account-password-common")),
            ("bismillah123456", Err("account-password-common")),
            ("AdminBengkulu2026", Err("account-password-common")),
            ("qwertyuiop1234", Err("account-password-common")),
            ("17081945-1990", Err("account-password-common")),
            ("19900101 201501 1 001", Err("account-password-is-login")),
            ("nip199001012015011001", Err("account-password-is-login")),
            ("199001012015", Err("account-password-is-login")),
            ("kopi hujan sore", Ok(())),
            ("jembatan-mangga-42", Ok(())),
            ("Sepeda biru di pasar", Ok(())),
            ("xK9#vT2$mQ7!", Ok(())),
        ] {
            let got = check(password, NIP).map_err(|e| e.text.key.into_owned());
            assert_eq!(got, want.map_err(str::to_owned), "{password}");
        }
        assert!(check(&"mangga ".repeat(40), NIP).is_err());
    }
}
