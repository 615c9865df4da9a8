//! Style, script and icon: embedded, named by their content, kept by browsers for good.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, StatusCode, header};
use sha2::{Digest, Sha256};
use std::{borrow::Cow, sync::LazyLock};

#[derive(rust_embed::RustEmbed)]
#[folder = "assets"]
struct Files;

/// One embedded file.
pub struct Asset {
    /// Address, with the hash of its content: `/aset/laras.1a2b3c4d.css`.
    pub url: String,
    /// Name in the folder.
    pub name: String,
    /// Quoted hash.
    etag: String,
    /// Content.
    pub bytes: Cow<'static, [u8]>,
    mime: String,
}

/// Every file, by name.
pub static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    Files::iter()
        .filter_map(|name| {
            let (stem, ending) = name.rsplit_once('.').filter(|(_, ending)| matches!(*ending, "css" | "js" | "svg"))?;
            let file = Files::get(&name)?;
            let digest = Sha256::digest(&file.data);
            let hash: String = digest.iter().take(6).map(|b| format!("{b:02x}")).collect();
            Some(Asset {
                url: format!("/aset/{stem}.{hash}.{ending}"),
                etag: format!("\"{hash}\""),
                mime: match ending {
                    "css" => "text/css; charset=utf-8".to_owned(),
                    "js" => "text/javascript; charset=utf-8".to_owned(),
                    _ => file.metadata.mimetype().to_owned(),
                },
                name: name.to_string(),
                bytes: file.data,
            })
        })
        .collect()
});

/// The address of an embedded file.
pub fn url(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("/aset/tidak-ada", |asset| &asset.url)
}

/// Serves `/aset/{name}`.
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let wanted = format!("/aset/{name}");
    let Some(asset) = ASSETS.iter().find(|asset| asset.url == wanted) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let keep = [
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned()),
        (header::ETAG, asset.etag.clone()),
        (header::CONTENT_TYPE, asset.mime.clone()),
    ];
    if headers.get(header::IF_NONE_MATCH).is_some_and(|tag| tag.as_bytes() == asset.etag.as_bytes()) {
        return (StatusCode::NOT_MODIFIED, keep).into_response();
    }
    (keep, asset.bytes.clone()).into_response()
}
