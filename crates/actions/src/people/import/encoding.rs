//! From bytes to text, whatever program wrote them: UTF-8, UTF-16, or the Windows-1252 of older spreadsheets.

use domain::decision::Text;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// Text, and a remark when the encoding had to be guessed.
pub(crate) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Option<Text>), Text> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return exact(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = looks_like_utf_16(bytes) {
        return exact(encoding, bytes);
    }
    if bytes.contains(&0) {
        return Err(Text::new("import-file-not-text"));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), None));
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Ok((text, Some(Text::new("import-remark-windows"))))
}

fn exact(encoding: &'static Encoding, bytes: &[u8]) -> Result<(Cow<'static, str>, Option<Text>), Text> {
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Ok((Cow::Owned(text.into_owned()), None)),
        None if encoding == UTF_8 => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            Ok((Cow::Owned(text.into_owned()), Some(Text::new("import-remark-windows"))))
        }
        None => Err(Text::new("import-file-not-text")),
    }
}

/// Without a mark: every other byte of plain Latin text is nought.
fn looks_like_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(2_000) & !1];
    let noughts = |at: usize| head.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (noughts(0), noughts(1), head.len() / 2);
    if pairs < 2 {
        None
    } else if odd * 10 > pairs * 7 && even == 0 {
        Some(UTF_16LE)
    } else if even * 10 > pairs * 7 && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_encoding_is_read() {
        let text = "nama;rasio\nJosé Ñ;90 – 95%\n";
        let utf16 = |unit: fn(u16) -> [u8; 2], mark: &[u8]| {
            mark.iter().copied().chain(text.encode_utf16().flat_map(unit)).collect::<Vec<u8>>()
        };
        let windows = b"nama;rasio\nJos\xe9 \xd1;90 \x96 95%\n".to_vec();
        for (name, bytes, guessed) in [
            ("utf-8", text.as_bytes().to_vec(), false),
            ("utf-8 with mark", [b"\xef\xbb\xbf", text.as_bytes()].concat(), false),
            ("utf-16le with mark", utf16(u16::to_le_bytes, b"\xff\xfe"), false),
            ("utf-16be with mark", utf16(u16::to_be_bytes, b"\xfe\xff"), false),
            ("utf-16le", utf16(u16::to_le_bytes, b""), false),
            ("windows-1252", windows, true),
        ] {
            let (read, remark) = decode(&bytes).unwrap();
            assert_eq!((read.as_ref(), remark.is_some()), (text, guessed), "{name}");
        }
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap_err().key, "import-file-not-text");
    }
}
