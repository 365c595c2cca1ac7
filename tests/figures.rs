//! One registry: the Markdown, the workbook and the charts print the figures of `figures.csv`, and no others.

use std::collections::{BTreeMap, BTreeSet};

use calamine::{Data, Reader, Xlsx, open_workbook};

use crate::support::{Row, copy, field, folder, repository, rows, run, said};

const QUESTIONS: [(&str, &str); 3] = [
    ("maturity", "État d'avancement"),
    ("themes", "Thématiques"),
    ("services", "Offre de service"),
];

struct Printed {
    figures: Vec<Row>,
    markdown: String,
    sheets: BTreeMap<String, Vec<Vec<Data>>>,
    charts: BTreeMap<String, String>,
}

fn printed(name: &str) -> Printed {
    let home = folder(name);
    copy(&repository().join("surveys"), &home.join("surveys"));
    let output = run(&home, &["run", "2020"]);
    assert!(output.status.success(), "{}", said(&output));
    let report = home.join("reports/2020");
    let mut workbook: Xlsx<_> = open_workbook(report.join("bilan-2020.xlsx")).unwrap();
    let sheets = workbook
        .worksheets()
        .into_iter()
        .map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect()));
    let chart =
        |id: &str| std::fs::read_to_string(report.join(format!("charts/{id}.svg"))).unwrap();
    Printed {
        figures: rows(&report.join("data/figures.csv")),
        markdown: std::fs::read_to_string(report.join("bilan-2020.md")).unwrap(),
        sheets: sheets.collect(),
        charts: QUESTIONS.iter().map(|(id, _)| ((*id).to_owned(), chart(id))).collect(),
    }
}

/// Label (as printed) → count, base, share of a question, from `figures.csv`.
fn expected(printed: &Printed, question: &str) -> BTreeMap<String, (f64, f64, f64)> {
    let codebook = labcensus::codebook::Codebook::read(&repository().join("surveys/codebook"))
        .unwrap()
        .at(labcensus::model::CensusYear::new(2020));
    let terms = &codebook.vocabularies[question].terms;
    let number = |row: &Row, column: &str| field(row, column).parse::<f64>().unwrap();
    terms
        .iter()
        .filter_map(|term| {
            let id = format!("2020.{question}.{}", term.id);
            let row = printed.figures.iter().find(|row| field(row, "figure") == id).unwrap();
            let shown = term.rank.is_some() || question != "maturity" || number(row, "count") > 0.0;
            let label = labcensus::locale::capitalised(&term.label.fr);
            shown
                .then(|| (label, (number(row, "count"), number(row, "base"), number(row, "share"))))
        })
        .collect()
}

#[test]
fn markdown_workbook_and_charts_print_the_registry() {
    let printed = printed("printed");
    for (question, sheet) in QUESTIONS {
        let expected = expected(&printed, question);
        assert_eq!(
            in_markdown(&printed.markdown, &expected),
            expected,
            "{question} in the Markdown"
        );
        assert_eq!(
            in_sheet(&printed.sheets[sheet], &expected),
            expected,
            "{question} in the workbook"
        );
        let mut counts: Vec<u32> = in_chart(&printed.charts[question]);
        let mut wanted: Vec<u32> =
            expected.values().map(|(count, ..)| format!("{count}").parse().unwrap()).collect();
        counts.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(counts, wanted, "{question} in the chart");
    }
}

fn in_markdown(
    markdown: &str,
    wanted: &BTreeMap<String, (f64, f64, f64)>,
) -> BTreeMap<String, (f64, f64, f64)> {
    let cells = |line: &str| {
        line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()
    };
    let lines = markdown.lines().filter(|line| line.starts_with('|')).map(cells);
    let row = |cells: Vec<String>| {
        let (_, base, exact) = *wanted.get(&cells[0])?;
        let count: f64 = cells.get(1)?.parse().ok()?;
        // A printed share is rounded: it must be the rounding of the exact one.
        let share = cells.get(3)?.strip_suffix("\u{a0}%")?.parse::<f64>().ok()?;
        assert!((share - (exact * 100.0)).abs() <= 0.5, "{cells:?}");
        assert_eq!(cells[2].parse::<f64>().unwrap().to_string(), base.to_string());
        Some((cells[0].clone(), (count, base, exact)))
    };
    lines.filter_map(row).collect()
}

fn in_sheet(
    sheet: &[Vec<Data>],
    wanted: &BTreeMap<String, (f64, f64, f64)>,
) -> BTreeMap<String, (f64, f64, f64)> {
    let number = |data: Option<&Data>| match data {
        Some(Data::Float(number)) => Some(*number),
        _ => None,
    };
    let row = |cells: &Vec<Data>| {
        let label = cells.first()?.to_string();
        wanted.contains_key(&label).then_some(())?;
        Some((label, (number(cells.get(1))?, number(cells.get(2))?, number(cells.get(3))?)))
    };
    sheet.iter().filter_map(row).collect()
}

/// The numbers that stand alone in a chart: the values on its marks.
fn in_chart(svg: &str) -> Vec<u32> {
    let texts =
        svg.split("<text").skip(1).filter_map(|text| text.split_once('>')?.1.split('<').next());
    texts.filter_map(|text| text.parse().ok()).collect()
}

/// Every number in a cell of the workbook is a count, a base or a share of the registry, or a year.
#[test]
fn the_workbook_holds_no_number_of_its_own() {
    let printed = printed("own-numbers");
    let mut known = BTreeSet::new();
    for row in &printed.figures {
        known.extend(["count", "base", "share"].map(|column| field(row, column).to_owned()));
        // In the account of a change, labs that left or fell silent are taken away.
        if [".leavers", ".silent"].iter().any(|loss| field(row, "figure").ends_with(loss)) {
            known.insert(format!("-{}", field(row, "count")));
        }
    }
    let mut checked = 0;
    for (name, rows) in &printed.sheets {
        for data in rows.iter().flatten() {
            if let Data::Float(number) = data {
                let is_year = (2000.0..2100.0).contains(number) && number.fract() == 0.0;
                assert!(known.contains(&number.to_string()) || is_year, "{name}: {number}");
                checked += 1;
            }
        }
    }
    assert!(checked > 100, "{checked}");
}

/// Every whole number and percentage in the Markdown's text is a figure's, a date or a name.
#[test]
fn the_markdown_prints_no_number_of_its_own() {
    let printed = printed("markdown-numbers");
    let mut known: BTreeSet<String> = ["15", "110"].map(str::to_owned).into();
    for row in &printed.figures {
        known.extend(["count", "base"].map(|column| field(row, column).replace('.', ",")));
        // A mean is printed with one decimal.
        if let Ok(mean) = field(row, "count").parse::<f64>() {
            known.insert(format!("{mean:.1}").replace('.', ","));
        }
        if let Ok(share) = field(row, "share").parse::<f64>() {
            known.insert(format!("{:.0}", share * 100.0));
        }
    }
    // The announced value is the edition file's, and the line number a place.
    known.extend(["14", "29"].map(str::to_owned));
    // The table of the labs shows what each answered: their own numbers are not figures.
    let body = printed.markdown.split("\n## Les labs\n").next().unwrap();
    let numbers = body
        .split(|c: char| !c.is_ascii_digit() && c != ',')
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    for number in numbers.map(|number| number.trim_end_matches(',')) {
        let is_year = number.len() == 4 && number.starts_with("20");
        let is_link = body.contains(&format!("fiches/{number}-"));
        assert!(is_year || is_link || known.contains(number), "{number}");
    }
}
