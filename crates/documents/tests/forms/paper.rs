//! Paper, fonts, standards, and that the same input gives the same file.

use crate::{
    fixtures::{document, made, matrix, plan, result},
    read::poppler,
};
use documents::{DocumentError, Made, Printer, Route, Sheet, Standard};
use domain::plan::{Approach, Form};

#[test]
fn every_form_lies_as_the_regulation_prints_it() {
    let printer = Printer::new();
    let (plan, result, document, matrix) = (
        plan(Form::JaJf, Approach::Kuantitatif),
        result(Form::JaJf, Approach::Kuantitatif),
        document(Route::Rater),
        matrix(),
    );
    let (wide, high) = ("936 x 612 pts", "612 x 936 pts");
    for (sheet, size) in [
        (Sheet::Plan(&plan), wide),
        (Sheet::Annex(&plan), high),
        (Sheet::Matrix(&matrix), high),
        (Sheet::Result(&result), wide),
        (Sheet::Document(&document), high),
    ] {
        let info = poppler("pdfinfo", &["-l", "99"], &printer.print(&[sheet], made()).unwrap());
        let sizes: Vec<&str> = info.lines().filter(|l| l.starts_with("Page ") && l.contains(" size:")).collect();
        assert!(!sizes.is_empty() && sizes.iter().all(|line| line.ends_with(size)), "{sizes:?}");
        assert!(info.contains("Tagged:          yes"), "{info}");
    }
}

#[test]
fn files_are_named_dated_reproducible_and_fit_for_archives() {
    let printer = Printer::new();
    let plan = plan(Form::Jpt, Approach::Kuantitatif);
    let archive = Made { standard: Standard::Archive, ..made() };
    let pdf = printer.plan(&plan, archive).unwrap();
    assert_eq!(pdf, Printer::new().plan(&plan, archive).unwrap());
    let info = poppler("pdfinfo", &["-isodates"], &pdf);
    assert!(info.contains("Title:           Sasaran Kinerja Pegawai 2026 – Ratna Wulandari, S.T., M.T."), "{info}");
    assert!(info.contains("CreationDate:    2026-07-07"), "{info}");
    let meta = poppler("pdfinfo", &["-meta"], &pdf);
    assert!(meta.contains("pdfaid:part>2<") && meta.contains("pdfaid:conformance>A<"), "{meta}");
    let fonts = poppler("pdffonts", &[], &pdf);
    let faces: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!faces.is_empty() && faces.iter().all(|face| face.contains("yes yes yes")), "{fonts}");
    assert!(faces.iter().all(|face| face.contains("TeXGyreBonum")), "{fonts}");
}

#[test]
fn nothing_to_print_is_an_error() {
    assert!(matches!(Printer::new().print(&[], made()), Err(DocumentError::Empty)));
}

#[test]
fn the_emblem_is_drawn_when_given_and_a_broken_one_is_an_error() {
    let document = document(Route::Rater);
    let svg =
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="10" height="12"><path d="M0 0h10v12z" fill="#a00"/></svg>"##;
    let print = |printer: &Printer| {
        printer.print(&[Sheet::Document(&document)], Made { standard: Standard::Archive, ..made() })
    };
    let with = print(&Printer::with_emblem(svg.into())).unwrap();
    assert!(poppler("pdfinfo", &["-struct"], &with).contains("Figure"));
    assert!(!poppler("pdfinfo", &["-struct"], &print(&Printer::new()).unwrap()).contains("Figure"));
    assert!(matches!(print(&Printer::with_emblem(b"GIF?".into())), Err(DocumentError::Layout(_))));
}
