//! The public survey: people answering at once through the public action, a file of 100,000 answers, and the page that shows
//! what they come to, beside adding the answers up again.

use crate::{
    table::{Times, headline, ms, target},
    writes::{PEOPLE, run, stage},
};
use actions::survey::{
    answer::{Door, From, Sent, door, submit},
    import::{import, sheet},
    manage_round::{RoundDraft, open},
    write_service::{ServiceDraft, write},
};
use domain::{
    ids::{RoundId, ServiceId},
    survey::{Tally, Weight},
    time::DateRange,
};
use std::{
    fmt::Write as _,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};
use testkit::{Site, Stage};

const ANSWERS: usize = 100_000;
const LOOKS: usize = 100;
/// The mean year of the calendar.
const SECONDS_OF_A_YEAR: u64 = 31_556_952;
const AGENCY: &str = "pemerintah-kabupaten-uji-laras";

/// Measures.
pub async fn measure(folder: &Path) -> Result<(), String> {
    headline(&format!(
        "Survey (SQLite, synchronous=FULL; {PEOPLE} people at once, then {ANSWERS} answers from a file)"
    ));
    let (stage, _) = stage(folder, "survey").await?;
    let (service, round) = set(&stage).await?;
    let door = door(&stage.app, AGENCY, "kartu-keluarga", None).await.map_err(|failure| failure.to_string())?;
    let (door, next) = (Arc::new(door), Arc::new(AtomicUsize::new(0)));
    let rate = run("the public action, group commit", PEOPLE, move |_| {
        let (door, n) = (Arc::clone(&door), next.fetch_add(1, Relaxed));
        async move {
            let device = From::Device(format!("perangkat-{n}"));
            submit(&door, device, "", sent(&door, n)?).await.map_err(|failure| failure.to_string())
        }
    })
    .await?;
    target("1,000 submissions a second", rate >= 1_000.0, &format!("{rate:.0}"));

    let ctx = stage.as_("wiryo");
    let file = file();
    let began = Instant::now();
    let taken = import(&ctx, service, round, file.into_bytes()).await.map_err(|failure| failure.to_string())?;
    let time = began.elapsed();
    println!(
        "imported: {} answers in {:.1} s, {:.0} rows/s",
        taken.added,
        time.as_secs_f64(),
        taken.added as f64 / time.as_secs_f64()
    );

    let mut site = Site::of(&stage).log_in("wiryo").await;
    let path = format!("/survei/layanan/{service}?masa={round}");
    let mut times = Vec::with_capacity(LOOKS);
    for _ in 0..LOOKS {
        let began = Instant::now();
        site.visit(&path).await.assert_status(200);
        times.push(began.elapsed());
    }
    let times = Times::of(times);
    let p99 = times.percentile(99);
    let measured = format!("p50 {}, p99 {}", ms(times.percentile(50)), ms(p99));
    target("result page under 100 ms p99", p99 < Duration::from_millis(100), &measured);
    let began = Instant::now();
    let scope = ctx.read();
    let said = scope.survey_answers(round, service).await.map_err(|error| error.to_string())?;
    let again: Vec<Tally> = said.iter().map(Tally::of).collect();
    let counted = scope.survey_tallies(&[service], Some(round)).await.map_err(|error| error.to_string())?;
    let same = counted.get(&(round, service)) == Some(&Tally::sum(&again));
    println!(
        "adding {} answers up again: {}, {}",
        said.len(),
        ms(began.elapsed()),
        if same { "the same" } else { "NOT THE SAME" }
    );
    println!();
    stage.app.store.close().await.map_err(|error| error.to_string())
}

pub(crate) async fn set(stage: &Stage) -> Result<(ServiceId, RoundId), String> {
    let office = stage.as_("wiryo");
    let draft = ServiceDraft {
        unit: stage.unit("IKP"),
        code: "kartu-keluarga".to_owned(),
        name: "Kartu keluarga".to_owned(),
        users: 200_000,
        tickets: false,
        pace: 1_000_000,
        questions: Vec::new(),
        retired: false,
    };
    let service = write(&office, None, draft).await.map_err(|failure| failure.to_string())?;
    // The stage is in 2026; the program that is measured over HTTP, in whatever year it is.
    #[allow(clippy::disallowed_methods)] // the bench stands outside the house
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|error| error.to_string())?.as_secs();
    let year = 1970 + i32::try_from(seconds / SECONDS_OF_A_YEAR).map_err(|error| error.to_string())?;
    let dates = DateRange { from: DateRange::year(2026).from, until: DateRange::year(year).until };
    let draft = RoundDraft { name: "Tahun ini".to_owned(), dates, weight: Weight::Ninth, smallest: 10 };
    let round = open(&office, draft).await.map_err(|failure| failure.to_string())?;
    Ok((service, round))
}

/// Three and four, mixed as people do.
pub(crate) fn value(n: usize, at: usize) -> &'static str {
    ["3", "4", "3", "3", "4", "2", "3", "4"][(n.wrapping_mul(2_654_435_761) >> (at * 3 + 5)) % 8]
}

fn sent(door: &Door, n: usize) -> Result<Sent, String> {
    let cell = |field: &str| match field.strip_prefix('u').and_then(|at| at.parse::<usize>().ok()) {
        Some(at) => value(n, at),
        None if field == "umur" => "26-35",
        None => "",
    };
    sheet(&door.service, cell).map_err(|errors| format!("{errors:?}"))
}

fn file() -> String {
    let mut text = String::from("u1,u2,u3,u4,u5,u6,u7,u8,u9,umur,kelamin,saran\n");
    for n in 0..ANSWERS {
        for at in 1..=9 {
            let _ = write!(text, "{},", value(n, at));
        }
        let words = if n.is_multiple_of(50) { "Kursinya kurang." } else { "" };
        let _ = writeln!(text, "36-45,{},{words}", if n.is_multiple_of(2) { "perempuan" } else { "laki" });
    }
    text
}
