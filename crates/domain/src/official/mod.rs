//! Tests only: the worked examples that PermenPANRB 6/2022 prints itself (Anak Lampiran 1-5, Lampiran Bab II and IV), put
//! through the rules. The texts stand in `examples.txt`; `read` turns them into plans, `tests` says what must hold.

mod read;
mod tests;
