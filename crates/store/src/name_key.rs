//! The key people are searched and sorted by: made in Rust, so that both engines find and order alike.

/// Lower case, without diacritics and punctuation, single spaces; titles stay. `Dr. Siti Ma'rifah, S.Sos.` is
/// `dr siti marifah s sos`.
pub fn name_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            '\'' | '’' | '‘' | '`' | 'ʼ' | '\u{300}'..='\u{36f}' => {}
            c if c.is_ascii_alphanumeric() => key.push(c),
            c => match folded(c) {
                "" if c.is_alphanumeric() => key.push(c),
                "" if key.ends_with(' ') || key.is_empty() => {}
                "" => key.push(' '),
                letters => key.push_str(letters),
            },
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// Plain letters for the accented ones found in names; empty for everything else.
fn folded(c: char) -> &'static str {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'į' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'ř' => "r",
        'ś' | 'ş' | 'š' => "s",
        'ß' => "ss",
        'ť' | 'ţ' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::name_key;

    #[test]
    fn names_are_found_however_they_are_written() {
        for (text, key) in [
            ("Dr. Siti Ma'rifah, S.Sos.", "dr siti marifah s sos"),
            ("  José   NÚÑEZ ", "jose nunez"),
            ("Andi (Ketua)", "andi ketua"),
            ("", ""),
            ("...", ""),
        ] {
            assert_eq!(name_key(text), key, "{text}");
        }
    }
}
