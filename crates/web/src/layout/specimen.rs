//! The specimen page: every part of the look in use, for people who build rooms and for the eye.

use super::{
    Tone,
    chart::{Chart, Column},
};
use crate::{
    form::Form,
    page::Page,
    preview::Gallery,
    session::{Shell, flash::Flash},
};
use askama::Template;
use domain::{
    amount::Amount,
    assessment::Rating,
    decision::{Refusal, Text},
};

#[derive(Template)]
#[template(path = "layout/specimen.html")]
struct Specimen {
    page: Page,
    form: Form,
    chart: Chart,
    people: Vec<Person>,
    ratings: Vec<(&'static str, String)>,
}

struct Person {
    name: &'static str,
    post: &'static str,
    tone: Tone,
    says: &'static str,
    share: i64,
}

pub(super) fn sample(gallery: &mut Gallery) {
    let mut form = Form::of([
        ("text", "Permohonan informasi publik dijawab paling lambat 3 hari kerja"),
        ("amount", "tiga"),
        ("on", "2026-07-07"),
        ("kind", "kualitas"),
        ("why", "Loket tutup dua hari karena pemindai rusak."),
    ]);
    form.fail("amount", Text::new("form-amount-not-a-number").with("typed", "tiga"));
    form.fail("evidence", Text::new("form-required"));
    let months = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun"];
    let values = [Some(71), Some(74), None, Some(78), Some(79), Some(82)];
    let columns = months
        .iter()
        .zip(values)
        .map(|(label, v)| Column { label: (*label).into(), value: v.map(Amount::whole) })
        .collect();
    let chart = Chart {
        title: "Indeks kepuasan loket".into(),
        unit: "indeks".into(),
        columns,
        target: Some(Amount::whole(80)),
    };
    let person = |name, post, tone, says, share| Person { name, post, tone, says, share };
    let people = vec![
        person("Ahmad Fauzi, A.Md.", "Arsiparis Terampil", Tone::Good, "Di jalur", 8_200),
        person("Sari Wulandari, S.I.Kom.", "Pranata Humas Ahli Muda", Tone::Risk, "Berisiko", 5_150),
        person("Yohanis Kambu", "Pengelola Layanan Informasi", Tone::Late, "Terlambat", 2_400),
    ];
    let ratings: Vec<_> = Rating::ALL.iter().rev().map(|r| (r.code(), gallery.shell().words.text(r.label()))).collect();
    let shell =
        Shell { path: "/tim".into(), flash: Some(Flash::done(Text::new("account-logged-out"))), ..gallery.shell() };
    let page = shell.page("specimen-title").under("/tim", "nav-team");
    gallery.add(
        "layout/specimen",
        "",
        &Specimen { page, form, chart: chart.clone(), people, ratings: ratings.clone() },
    );
    let mut refused = Form::new();
    refused.refusal = Some(Refusal::rule(Text::new("form-required")).next(Text::new("error-home")));
    let page = gallery.page_at("/tim", "specimen-title");
    gallery.add("layout/specimen", "ditolak", &Specimen { page, form: refused, chart, people: Vec::new(), ratings });
}
