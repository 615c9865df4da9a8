//! Published sets, beside what independent programs found.

use std::{collections::BTreeMap, env, fs, path::Path};

use measure::rasch::{Element, Model, Ratings, Standing, Steps, fit};
use serde_json::Value;

use crate::table::{headline, target};

/// Sets with their columns, in the order of the facets of the reference.
const SETS: [(&str, &[&str], &str); 7] = [
    ("guilford", &["junior", "senior", "trait"], "rating"),
    ("style", &["person", "rater"], "score"),
    ("ptam4", &["person", "rater", "item"], "score"),
    ("ratings3", &["person", "rater", "item"], "score"),
    ("cqc04", &["person", "rater", "topic", "item"], "score"),
    ("example_bias", &["person", "rater", "item"], "score"),
    ("reviewers", &["person", "rater"], "score"),
];

/// A set with the names of its elements.
struct Named {
    ratings: Ratings,
    names: Vec<Vec<String>>,
}

/// Compares.
pub fn compare() -> Result<(), String> {
    headline("Published sets beside independent programs (largest differences)");
    let Ok(root) = env::var("LARAS_STATS") else {
        println!("left out: LARAS_STATS names no folder\n");
        return Ok(());
    };
    for (set, columns, score) in SETS {
        let folder = Path::new(&root).join("public").join(set);
        let named = read(&folder.join(format!("{set}.csv")), columns, score)?;
        for steps in ["RSM", "PCM"] {
            let path = folder.join(format!("facets_like_{steps}.json"));
            if let Ok(text) = fs::read_to_string(&path) {
                let reference: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
                one(set, steps, &named, &reference)?;
            }
        }
    }
    println!();
    Ok(())
}

fn read(path: &Path, columns: &[&str], score: &str) -> Result<Named, String> {
    let mut reader = csv::Reader::from_path(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let heads = reader.headers().map_err(|error| error.to_string())?.clone();
    let at = |name: &str| heads.iter().position(|head| head == name).ok_or(format!("no column {name}"));
    let places: Vec<usize> = columns.iter().map(|name| at(name)).collect::<Result<_, _>>()?;
    let score = at(score)?;
    let mut ids: Vec<BTreeMap<String, u32>> = vec![BTreeMap::new(); columns.len()];
    let mut values: Vec<Vec<u32>> = vec![Vec::new(); columns.len()];
    let mut scores = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| error.to_string())?;
        for (facet, place) in places.iter().enumerate() {
            let next = ids[facet].len() as u32;
            values[facet].push(*ids[facet].entry(row[*place].to_owned()).or_insert(next));
        }
        scores.push(row[score].parse::<u8>().map_err(|error| error.to_string())?);
    }
    let names = ids.iter().map(|ids| {
        let mut names = vec![String::new(); ids.len()];
        for (name, id) in ids {
            names[*id as usize].clone_from(name);
        }
        names
    });
    let names = names.collect();
    let sizes = ids.iter().map(BTreeMap::len).collect();
    let ratings = Ratings::new(sizes, values, scores).map_err(|error| format!("{error:?}"))?;
    Ok(Named { ratings, names })
}

fn one(set: &str, steps: &str, named: &Named, reference: &Value) -> Result<(), String> {
    let items = named.names.len() - 1;
    let model = Model::new(named.names.len());
    let model = if steps == "PCM" { model.steps(Steps::By(items)) } else { model };
    let found = fit(&named.ratings, &model).map_err(|error| format!("{set} {steps}: {error:?}"))?;
    let facets: Vec<&str> = list(&reference["facets"]).filter_map(Value::as_str).collect();
    let mut worst = [0.0_f64; 6];
    let mut extremes = 0;
    for element in list(&reference["elements"]) {
        let facet = facets.iter().position(|name| element["facet"] == *name).ok_or("unknown facet")?;
        let level = element["level"].as_str().ok_or("a level is a text")?;
        let id = named.names[facet].iter().position(|name| name == level).ok_or("unknown element")?;
        let ours: &Element = &found.facets[facet][id];
        let fit = ours.fit.as_ref();
        if (ours.standing == Standing::Estimated) != element["extreme"].is_null() {
            return Err(format!("{set}: {level} is extreme in one of two"));
        }
        extremes += usize::from(ours.standing != Standing::Estimated);
        let pairs = [
            (ours.measure, "measure"),
            (ours.error, "se"),
            (fit.map(|fit| fit.infit), "infit"),
            (fit.map(|fit| fit.outfit), "outfit"),
            (fit.map(|fit| fit.infit_z), "infit_z"),
            (ours.fair_average, "fair_m"),
        ];
        for (worst, (ours, name)) in worst.iter_mut().zip(pairs) {
            if let (Some(ours), Some(theirs)) = (ours, element[name].as_f64()) {
                *worst = worst.max((ours - theirs).abs());
            }
        }
    }
    let mut threshold = 0.0_f64;
    for (name, values) in reference["steps"].as_object().into_iter().flatten() {
        let id = named.names[items].iter().position(|item| item == name).unwrap_or(0);
        let ours = found.scales[id].thresholds();
        for (ours, theirs) in ours.iter().flatten().zip(list(values)) {
            threshold = threshold.max((ours - theirs.as_f64().unwrap_or(f64::NAN)).abs());
        }
    }
    let likelihood = found.log_likelihood - reference["loglik"].as_f64().unwrap_or(f64::NAN);
    let [measure, error, infit, outfit, z, fair] = worst;
    let kept = measure < 0.005 && error < 0.002 && infit < 0.005 && outfit < 0.005 && z < 0.02 && threshold < 0.005;
    target(
        &format!("{set} {steps}"),
        kept,
        &format!(
            "measure {measure:.1e}, SE {error:.1e}, infit {infit:.1e}, outfit {outfit:.1e}, ZSTD {z:.1e}, threshold \
             {threshold:.1e}, fair average {fair:.1e}, log-likelihood {likelihood:.1e}; {extremes} extreme, {} rounds",
            found.rounds
        ),
    );
    Ok(())
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
