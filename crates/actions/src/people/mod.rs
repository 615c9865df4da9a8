//! What the personnel office does with people: read, change, import, export.
