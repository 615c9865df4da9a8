//! R5, R8, R13, R14, R16 in the year: feedback at any time, dialog kinerja, bimbingan, konseling; through pages and forms, on
//! SQLite and on PostgreSQL.

mod feedback;
mod secrecy;
mod talks;
