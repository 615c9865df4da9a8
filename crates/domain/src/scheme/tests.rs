//! Rules of schemes, in tables and properties.
