//! Every number of every year's report is a figure of `figures.csv`, with that value: in the Markdown, the charts, the
//! workbook, the page (where each is a link to its figure) and the PDF's text.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use calamine::{Data, Reader, Xlsx, open_workbook};
use labcensus::locale::{Gender, Lang, Locale};

use crate::support::{Row, copy, field, folder, repository, rows, run, said};

const YEARS: [&str; 4] = ["2019", "2020", "2021", "2022"];

static MONTHS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let locale = Locale::new(Lang::Fr);
    (1..=12).map(|month| locale.month(month)).collect()
});

/// The figures of a report and each way to print one of their values.
struct Known {
    figures: BTreeMap<String, Row>,
    values: BTreeSet<String>,
    printed: BTreeSet<String>,
}

/// A value as the report prints it: whole, or with one decimal when it is not.
fn printed(value: f64) -> String {
    let text = if value.fract() == 0.0 { format!("{value}") } else { format!("{value:.1}") };
    text.replace('.', ",")
}

fn values(row: &Row) -> impl Iterator<Item = (&'static str, f64)> {
    let of = |column| Some((column, field(row, column).parse::<f64>().ok()?));
    ["count", "base", "share"].into_iter().filter_map(of)
}

fn forms(row: &Row) -> BTreeSet<String> {
    let form = |(column, value): (&str, f64)| match column {
        "share" => format!("{:.0}%", value * 100.0),
        _ => printed(value),
    };
    let mut forms: BTreeSet<String> = values(row).map(form).collect();
    // Two averages side by side have the same decimals.
    if field(row, "figure").contains("_diversity.") {
        let average = values(row).find(|(column, _)| *column == "count");
        forms.extend(average.map(|(_, value)| format!("{value:.1}").replace('.', ",")));
    }
    forms
}

impl Known {
    fn read(report: &Path) -> Self {
        let figures = rows(&report.join("data/figures.csv"));
        let mut values: BTreeSet<String> =
            figures.iter().flat_map(values).map(|(_, value)| format!("{value:.9}")).collect();
        let losses = figures.iter().filter(|row| is_loss(field(row, "figure")));
        let taken: Vec<String> = losses
            .map(|row| format!("-{:.9}", field(row, "count").parse::<f64>().unwrap()))
            .collect();
        values.extend(taken);
        let printed = figures.iter().flat_map(forms).collect();
        let named = |row: Row| (field(&row, "figure").to_owned(), row);
        Self { figures: figures.into_iter().map(named).collect(), values, printed }
    }

    /// A text of the PDF, whose narrow spaces come back as plain ones, with its thousands in one word.
    fn without_thousands(&self, text: &str) -> String {
        let long = self.printed.iter().filter(|one| one.len() > 3 && is_number(one));
        long.fold(text.to_owned(), |text, one| {
            let (thousands, rest) = one.split_at(one.len() - 3);
            text.replace(&format!("{thousands} {rest}"), one)
        })
    }

    /// Whether a text prints a figure's own value.
    fn is(&self, figure: &str, text: &str, locale: &Locale) -> bool {
        let Some(row) = self.figures.get(figure) else { return false };
        let plain: String = text.chars().filter(|c| !matches!(c, '\u{a0}' | '\u{202f}')).collect();
        let mut forms = forms(row);
        let count = field(row, "count").parse::<f64>().ok();
        match count {
            Some(count) => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a small count"
                )]
                let whole = count.abs() as u32;
                forms.extend(
                    [Gender::Masculine, Gender::Feminine].map(|one| locale.spelled(whole, one)),
                );
                // The account of a change: labs gained with their plus, labs lost with their minus.
                if figure.contains("_change.") {
                    let shown = printed(count.abs());
                    let minus = is_loss(figure) || count < 0.0;
                    forms.insert(format!("{}{shown}", if minus { '−' } else { '+' }));
                }
            }
            None => forms.extend(["n.d.".to_owned()]),
        }
        forms.contains(&plain)
    }
}

fn is_loss(figure: &str) -> bool {
    [".leavers", ".silent", ".lost"].iter().any(|end| figure.ends_with(end))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse::<u32>().is_ok_and(|number| (1990..2100).contains(&number))
}

/// The words of the registers and the notes of `edition.toml`, which are not the report's.
fn words_of_the_team(year: &str, report: &Path) -> Vec<String> {
    let tables =
        ["sessions", "projects", "events", "commitments", "local_labs", "support", "obstacles"];
    let mut words: Vec<String> = tables
        .iter()
        .flat_map(|name| rows(&report.join("data").join(format!("{name}.csv"))))
        .flat_map(BTreeMap::into_values)
        .collect();
    let edition = repository().join("surveys").join(year).join("edition.toml");
    words.extend(std::fs::read_to_string(edition).unwrap().split('"').map(str::to_owned));
    let mut words: Vec<String> = words.iter().flat_map(|text| text.lines().map(plain)).collect();
    words.retain(|text| {
        text.contains(char::is_alphabetic) && text.contains(|c: char| c.is_ascii_digit())
    });
    words.sort_by_key(|text| std::cmp::Reverse(text.len()));
    words
}

/// One kind of space, and none between thousands.
fn plain(text: &str) -> String {
    text.replace('\u{202f}', "").replace('\u{a0}', " ").replace('\\', "")
}

/// Numbers and percentages of a text, without what it quotes, days and names.
fn numbers(text: &str, team: &[String]) -> Vec<String> {
    let mut text = plain(text);
    for words in team {
        text = text.replace(words.as_str(), "");
    }
    let mut text = text.replace("110 bis", "").replace("360°", "");
    for month in MONTHS.iter() {
        let mut parts = text.split(&format!(" {month} ")).map(str::to_owned).collect::<Vec<_>>();
        if let Some((_, before)) = parts.split_last_mut() {
            for part in before {
                part.truncate(part.trim_end_matches(|c: char| c.is_ascii_digit()).len());
            }
        }
        text = parts.join(" ");
    }
    let quoted = |(index, part): (usize, &str)| match part.split_once('»') {
        Some((_, rest)) if index > 0 => rest.to_owned(),
        _ => part.to_owned(),
    };
    let said: String = text.split('«').enumerate().map(quoted).collect();
    let bytes: Vec<char> = said.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len()
            && (bytes[at].is_ascii_digit()
                || (bytes[at] == ',' && bytes.get(at + 1).is_some_and(char::is_ascii_digit)))
        {
            at += 1;
        }
        let inside = start.checked_sub(1).is_some_and(|before| {
            bytes[before].is_alphabetic() || matches!(bytes[before], '-' | '_' | '.' | '/' | '!')
        }) || bytes
            .get(at)
            .is_some_and(|after| after.is_alphabetic() || *after == '_');
        let mut number: String = bytes[start..at].iter().collect();
        let rest: String = bytes[at..].iter().take(2).collect();
        if rest.trim_start().starts_with('%') {
            number.push('%');
        }
        if !inside {
            found.push(number);
        }
    }
    found
}

fn check(known: &Known, text: &str, team: &[String], place: &str) -> usize {
    let unknown = |number: &&String| !is_year(number) && !known.printed.contains(*number);
    let found = numbers(text, &[]);
    if found.iter().any(|number| unknown(&number)) {
        // Only now, because it is long: the team's own words, which hold numbers of their own.
        let own = numbers(text, team);
        assert_eq!(own.iter().find(unknown), None, "{place}: no figure has it: {text}");
    }
    found.len()
}

/// The Markdown's own lines: no quotation, no place, no address, no number of a table.
fn own_lines(markdown: &str) -> impl Iterator<Item = String> {
    let lines = markdown.lines().filter(|line| !line.starts_with('>'));
    lines.map(|line| {
        let line = line
            .split_once(".** ")
            .filter(|_| line.starts_with("**Tableau "))
            .map_or(line, |(_, rest)| rest);
        let spoken = line.split('`').step_by(2).collect::<String>();
        let parts = spoken.split("](").enumerate();
        let shown = |(index, part): (usize, &str)| match part.split_once(')') {
            Some((_, rest)) if index > 0 => format!(" {rest}"),
            _ => part.to_owned(),
        };
        parts.map(shown).collect()
    })
}

/// What stands between tags that open alike.
fn between<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(open).skip(1).filter_map(move |rest| rest.split(close).next())
}

fn in_page(known: &Known, page: &str, locale: &Locale, year: &str) -> usize {
    let mut checked = 0;
    for link in between(page, "<a class=\"n\" href=\"#n-", "</a>") {
        let (anchor, text) = link.split_once("\">").unwrap();
        // An anchor holds no plus sign: `_2b_` stands for the one that joins the parts of a line.
        let figure = &anchor.replace("_2b_", "+");
        assert!(known.is(figure, text, locale), "{year}, page: {figure} is printed {text}");
        assert!(
            page.contains(&format!("id=\"n-{anchor}\"")),
            "{year}, page: {figure} has no trace"
        );
        checked += 1;
    }
    checked
}

fn in_workbook(known: &Known, path: &Path) -> usize {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let mut checked = 0;
    for (sheet, range) in workbook.worksheets() {
        for data in range.rows().flatten() {
            let Data::Float(number) = data else { continue };
            let found = known.values.contains(&format!("{number:.9}"));
            assert!(found || is_year(&number.to_string()), "{}, {sheet}: {number}", path.display());
            checked += 1;
        }
    }
    checked
}

/// The text of the PDF's body, when poppler is there to read it.
fn pdf_text(path: &Path) -> Option<String> {
    let output = Command::new("pdftotext").arg("-raw").arg(path).arg("-").output().ok()?;
    output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
}

/// The body in one line, without the contents, what closes a page, and the numbers of figures and tables.
fn pdf_body(text: &str) -> String {
    let body = text.split("\nChiffres-clés\n").nth(1).unwrap();
    let body = body.split("\nLes labs\n").next().unwrap();
    let lines: Vec<&str> = body.lines().collect();
    let own = lines.iter().map(|line| {
        let line = line
            .rsplit_once(" / ")
            .filter(|(_, pages)| is_number(pages))
            .map_or(*line, |(before, _)| before.trim_end_matches(char::is_numeric));
        let caption = ["Figure ", "Tableau "].iter().any(|name| line.starts_with(name));
        line.split_once(". – ").filter(|_| caption).map_or(line, |(_, rest)| rest)
    });
    own.collect::<Vec<_>>().join(" ")
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

#[test]
fn every_number_of_every_year_is_a_figure() {
    let home = folder("every-number");
    copy(&repository().join("surveys"), &home.join("surveys"));
    let output = run(&home, &["run"]);
    assert!(output.status.success(), "{}", said(&output));
    let locale = Locale::new(Lang::Fr);
    for year in YEARS {
        let report = home.join("reports").join(year);
        let known = Known::read(&report);
        let team = words_of_the_team(year, &report);
        let read = |name: String| std::fs::read_to_string(report.join(name)).unwrap();
        let markdown = read(format!("bilan-{year}.md"));
        // What each lab answered, and what is to be looked at, hold the labs' own numbers.
        let body = markdown.split("\n## Les labs\n").next().unwrap();
        let mut checked = 0;
        for line in own_lines(body) {
            checked += check(&known, &line, &team, &format!("{year}, Markdown"));
        }
        assert!(checked > 200, "{year}: {checked} numbers in the Markdown");
        let mut checked = 0;
        for name in labcensus::input::list(&report.join("charts")).unwrap() {
            if !name.ends_with(".svg") {
                continue;
            }
            for text in between(&read(format!("charts/{name}")), "<text", "</text>") {
                let text = text.split_once('>').unwrap().1.replace("&#39;", "'");
                checked += check(&known, &text, &team, &format!("{year}, {name}"));
            }
        }
        assert!(checked > 200, "{year}: {checked} numbers in the charts");
        let linked = in_page(&known, &read(format!("bilan-{year}.html")), &locale, year);
        assert!(linked > 300, "{year}: {linked} numbers in the page");
        let cells = in_workbook(&known, &report.join(format!("bilan-{year}.xlsx")));
        assert!(cells > 300, "{year}: {cells} numbers in the workbook");
        match pdf_text(&report.join(format!("bilan-{year}.pdf"))) {
            Some(text) => {
                let text = known.without_thousands(&pdf_body(&text));
                let checked = check(&known, &text, &team, &format!("{year}, PDF"));
                assert!(checked > 300, "{year}: {checked} numbers in the PDF");
            }
            None => println!("skipped: the PDF's numbers, pdftotext is not installed"),
        }
    }
}
