//! The layouts of each tool. Source of their traits: design/inputs.md.

use labcensus::codebook::{Codebook, Kind, Question};

use super::labs::Lab;
use super::sheet::{Sheet, workbook};

/// Files of a census: name and bytes.
type Files = Vec<(String, Vec<u8>)>;

/// A column of a table.
#[derive(Clone)]
enum Column {
    /// A whole answer.
    Whole(Question),
    /// One option of a question.
    Option(Question, String),
    /// What the tool writes.
    Tool(&'static str, fn(usize) -> String),
}

/// Every layout with its files.
pub(super) fn all(labs: &[Lab], codebook: &Codebook) -> Vec<(&'static str, Files)> {
    let form = Form { labs, codebook };
    let google = form.joined(&[Column::Tool("Horodateur", french_time)], ", ");
    let lime_tools = [
        Column::Tool("ID de la réponse", number),
        Column::Tool("Date de soumission", iso_time),
        Column::Tool("Dernière page", |_| "4".to_owned()),
    ];
    let lime = |heading: fn(&Question, usize, &str) -> String, yes: &str, no: &str| {
        form.split(&lime_tools, heading, yes, no)
    };
    let respondent = [Column::Tool("Respondent ID", number)];
    let full = |question: &Question, _: usize, option: &str| bracketed(&wording(question), option);
    let mut layouts = vec![
        ("google forms", one("g.csv", google.csv(b','))),
        (
            "google forms, english",
            one("g.csv", form.joined(&[Column::Tool("Timestamp", english_time)], ", ").csv(b',')),
        ),
        ("google forms, xlsx", one("g.xlsx", google.xlsx())),
        ("microsoft forms", one("m.xlsx", form.microsoft().xlsx())),
        ("limesurvey, full text", one("l.csv", lime(full, "Oui", "Non").csv(b','))),
        ("limesurvey, full text, semicolons", one("l.csv", lime(full, "Oui", "N/A").csv(b';'))),
        ("limesurvey, codes", one("l.csv", lime(code, "Y", "").csv(b','))),
        (
            "limesurvey, code - text",
            one(
                "l.csv",
                lime(
                    |q, at, o| format!("{} - {}", code(q, at, o), bracketed(&wording(q), o)),
                    "Oui",
                    "Non",
                )
                .csv(b','),
            ),
        ),
        (
            "limesurvey, code. text",
            one(
                "l.xlsx",
                lime(
                    |q, at, o| format!("{}. {}", code(q, at, o), bracketed(&wording(q), o)),
                    "Oui",
                    "Non",
                )
                .xlsx(),
            ),
        ),
        ("framaforms, separate", one("f.xlsx", form.framaforms().xlsx())),
        ("framaforms, utf-16 tsv named xls", one("f.xls", form.framaforms().utf16_tsv())),
        ("framaforms, compact tsv", one("f.tsv", form.framaforms_compact().csv(b'\t'))),
        ("kobo, labels", one("k.xlsx", form.kobo("/", "1", "0").xlsx())),
        ("kobo, dots and words", one("k.csv", form.kobo(".", "TRUE", "FALSE").csv(b','))),
        ("grist", one("grist.csv", form.grist().csv(b','))),
        ("surveymonkey, expanded", one("s.csv", form.surveymonkey_expanded().csv(b','))),
        (
            "surveymonkey, flattened",
            one("s.csv", form.flat(&respondent, " - ", ("", "")).csv(b',')),
        ),
        (
            "no tool, headers that end with options",
            one("s.csv", form.flat(&[], " ", ("", "")).csv(b';')),
        ),
        (
            "no tool, ticks below « question - option »",
            one("s.csv", form.flat(&[], " - ", ("x", "")).csv(b';')),
        ),
        (
            "no tool, words below « question : option »",
            one("s.xlsx", form.flat(&[], " : ", ("oui", "non")).xlsx()),
        ),
        ("qualtrics", one("q.csv", form.qualtrics(3).csv(b','))),
        ("qualtrics without import ids", one("q.csv", form.qualtrics(2).csv(b','))),
        ("typeform", one("t.csv", form.typeform().csv(b','))),
        ("démarches simplifiées", one("d.csv", form.demarches().csv(b','))),
        ("nextcloud forms", one("n.csv", form.joined(&nextcloud(), "; ").csv(b','))),
        ("web page named xls", one("w.xls", google.html())),
        ("xml 2003", one("x.xls", google.spreadsheet_ml())),
    ];
    layouts.extend(by_hand(&form));
    layouts
}

fn one(name: &str, bytes: Vec<u8>) -> Files {
    vec![(name.to_owned(), bytes)]
}

/// The layouts that people make themselves.
fn by_hand(form: &Form<'_>) -> Vec<(&'static str, Files)> {
    vec![
        ("the ministry's questionnaire", one("e.csv", form.joined(&[], " - ").csv(b','))),
        ("by hand, lines in cells", one("h.xlsx", form.joined(&[], "\n").xlsx())),
        ("by hand, title above", one("h.xlsx", form.titled().xlsx())),
        ("by hand, two header rows and crosses", one("h.xlsx", form.crosses("x").xlsx())),
        ("by hand, two header rows and ticks", one("h.xlsx", form.crosses("✓").xlsx())),
        ("by hand, three header rows and a total", one("h.xlsx", form.grouped().xlsx())),
        ("one lab per column", one("c.xlsx", form.joined(&[], "\n").turned().xlsx())),
        ("one lab per sheet", one("sheets.xlsx", workbook(&form.fiches(Form::beside)))),
        ("one row per answer", one("a.xlsx", form.listed().xlsx())),
        ("fiches below one another", one("b.xlsx", form.stacked(Form::beside).xlsx())),
        ("fiches below one another, label above", one("b.xlsx", form.stacked(Form::above).xlsx())),
        ("one lab per file, label above", form.files(Form::above)),
        ("one lab per file, options ticked in a list", form.files(Form::ticked)),
        ("one lab per file, two options in a row behind marks", form.files(Form::ticked_before)),
        ("one lab per file, columns for yes and no", form.files(Form::ticked_either)),
        ("one lab per file, options across, marks below", form.files(Form::ticked_across)),
        ("one lab per file, label before each option", form.files(Form::labelled_again)),
        ("one lab per file, options beside their label", form.files(Form::listed_beside)),
        ("fiches side by side", one("b.xlsx", form.abreast(Form::beside).xlsx())),
        ("one lab per file, numbered options, ranked", form.files(Form::ranked)),
    ]
}

fn french_time(at: usize) -> String {
    format!("{:02}/11/2020 14:55:21", at + 1)
}

fn english_time(at: usize) -> String {
    format!("11/{}/2020 14:55:21", at + 13)
}

fn iso_time(at: usize) -> String {
    format!("2020-11-{:02} 14:55:21", at + 1)
}

fn number(at: usize) -> String {
    (at + 8).to_string()
}

fn nextcloud() -> [Column; 3] {
    [
        Column::Tool("Identifiant utilisateur", |_| String::new()),
        Column::Tool("Nom d'affichage de l'utilisateur", |_| "Utilisateur anonyme".to_owned()),
        Column::Tool("Horodatage", |at| format!("2020-11-{:02}T09:03:11+02:00", at + 1)),
    ]
}

/// A question as the form of 2020 words it.
fn wording(question: &Question) -> String {
    let whole = question.wordings.iter().find(|wording| !wording.ends_with('…'));
    whole.unwrap().replace("{year}", "2020")
}

fn bracketed(title: &str, option: &str) -> String {
    if option.is_empty() { title.to_owned() } else { format!("{title} [{option}]") }
}

fn code(question: &Question, at: usize, option: &str) -> String {
    if option.is_empty() { question.id.to_string() } else { format!("{}[SQ{at:03}]", question.id) }
}

struct Form<'a> {
    labs: &'a [Lab],
    codebook: &'a Codebook,
}

impl Form<'_> {
    fn questions(&self) -> impl Iterator<Item = &Question> {
        self.codebook.questionnaire.questions.iter().filter(|question| {
            // The lab's name and the project are in no fiche, or in one.
            question.kind == Kind::Academy
                || self.labs.iter().any(|lab| !lab.said(&question.id).joined("").is_empty())
        })
    }

    fn options(&self, question: &Question) -> Vec<String> {
        let vocabulary = self.codebook.vocabulary(&question.id).unwrap();
        vocabulary.terms.iter().map(|term| term.label.fr.clone()).collect()
    }

    fn columns(&self, tool: &[Column]) -> Vec<Column> {
        let mut columns = tool.to_vec();
        columns.extend(self.questions().cloned().map(Column::Whole));
        columns
    }

    /// Multiple questions spread over one column for each option.
    fn spread(&self, tool: &[Column]) -> Vec<Column> {
        let mut columns = tool.to_vec();
        for question in self.questions() {
            if question.kind == Kind::Multiple {
                let options = self.options(question);
                columns.extend(
                    options.into_iter().map(|option| Column::Option(question.clone(), option)),
                );
            } else {
                columns.push(Column::Whole(question.clone()));
            }
        }
        columns
    }

    fn cell(
        lab: &Lab,
        at: usize,
        column: &Column,
        (separator, yes, no): (&str, &str, &str),
    ) -> String {
        match column {
            Column::Tool(_, value) => value(at),
            Column::Whole(question) if question.kind == Kind::Academy => lab.academy.clone(),
            Column::Whole(question) => lab.said(&question.id).joined(separator),
            Column::Option(question, option)
                if lab.said(&question.id).options().contains(option) =>
            {
                if yes.is_empty() {
                    option.clone()
                } else {
                    yes.to_owned()
                }
            }
            Column::Option(..) => no.to_owned(),
        }
    }

    fn records(&self, mut sheet: Sheet, columns: &[Column], marks: (&str, &str, &str)) -> Sheet {
        for (at, lab) in self.labs.iter().enumerate() {
            sheet = sheet.row(columns.iter().map(|column| Self::cell(lab, at, column, marks)));
        }
        sheet
    }

    fn title(column: &Column) -> String {
        match column {
            Column::Tool(title, _) => (*title).to_owned(),
            Column::Whole(question) | Column::Option(question, _) => wording(question),
        }
    }

    fn option(column: &Column) -> String {
        match column {
            Column::Option(_, option) => option.clone(),
            _ => String::new(),
        }
    }

    fn joined(&self, tool: &[Column], separator: &str) -> Sheet {
        let columns = self.columns(tool);
        let sheet = Sheet::default().row(columns.iter().map(Self::title));
        self.records(sheet, &columns, (separator, "", ""))
    }

    fn titled(&self) -> Sheet {
        let columns = self.columns(&[]);
        let sheet = Sheet::default()
            .row(["Recensement des labs 2020"])
            .blank()
            .row(columns.iter().map(Self::title));
        self.records(sheet, &columns, ("\n", "", "")).blank().row(["Document de travail"])
    }

    fn split(
        &self,
        tool: &[Column],
        heading: fn(&Question, usize, &str) -> String,
        yes: &str,
        no: &str,
    ) -> Sheet {
        let columns = self.spread(tool);
        let titles = columns.iter().map(|column| match column {
            Column::Tool(title, _) => (*title).to_owned(),
            Column::Whole(question) => heading(question, 0, ""),
            Column::Option(question, option) => {
                let place =
                    self.options(question).iter().position(|known| known == option).unwrap();
                heading(question, place + 1, option)
            }
        });
        self.records(Sheet::default().row(titles), &columns, ("\n", yes, no))
    }

    fn microsoft(&self) -> Sheet {
        let tool = [
            Column::Tool("ID", number),
            Column::Tool("Heure de début", french_time),
            Column::Tool("Heure de fin", french_time),
            Column::Tool("Adresse de messagerie", |_| "anonymous".to_owned()),
            Column::Tool("Nom", |_| String::new()),
        ];
        let columns = self.columns(&tool);
        let mut sheet = Sheet::default()
            .row(columns.iter().map(|column| Self::title(column).replace(' ', "\u{a0}")));
        for (at, lab) in self.labs.iter().enumerate() {
            sheet = sheet.row(columns.iter().map(|column| {
                let cell = Self::cell(lab, at, column, (";", "", ""));
                let multiple =
                    matches!(column, Column::Whole(question) if question.kind == Kind::Multiple);
                if multiple && !cell.is_empty() {
                    format!("{cell} ;").replace(" ;", ";")
                } else {
                    cell
                }
            }));
        }
        sheet
    }

    fn framaforms(&self) -> Sheet {
        let tool = [
            Column::Tool("Numéro de série", number),
            Column::Tool("SID", number),
            Column::Tool("Heure de soumission", iso_time),
            Column::Tool("Brouillon", |_| "0".to_owned()),
        ];
        let columns = self.spread(&tool);
        let mut upper: Vec<String> = Vec::new();
        let mut last = String::new();
        for (at, column) in columns.iter().enumerate() {
            let group = if matches!(column, Column::Option(..)) {
                Self::title(column)
            } else {
                String::new()
            };
            upper.push(if at == 0 {
                "Détails de la soumission".to_owned()
            } else if group == last {
                String::new()
            } else {
                group.clone()
            });
            last = group;
        }
        let lower = columns.iter().map(|column| {
            let option = Self::option(column);
            if option.is_empty() { Self::title(column) } else { option }
        });
        let sheet = Sheet::default().row(["Recensement des labs"]).row(upper).row(lower);
        self.records(sheet, &columns, ("\n", "X", ""))
    }

    fn framaforms_compact(&self) -> Sheet {
        let tool = [
            Column::Tool("Numéro de série", number),
            Column::Tool("SID", number),
            Column::Tool("Brouillon", |_| "0".to_owned()),
        ];
        let columns = self.columns(&tool);
        let upper = std::iter::once("Détails de la soumission".to_owned());
        let sheet = Sheet::default()
            .row(["Recensement des labs"])
            .row(upper)
            .row(columns.iter().map(Self::title));
        self.records(sheet, &columns, (",", "", ""))
    }

    fn kobo(&self, separator: &str, yes: &str, no: &str) -> Sheet {
        let mut columns: Vec<Column> = Vec::new();
        let mut titles = Vec::new();
        for question in self.questions() {
            columns.push(Column::Whole(question.clone()));
            titles.push(question.id.to_string());
            if question.kind == Kind::Multiple {
                for term in &self.codebook.vocabulary(&question.id).unwrap().terms {
                    columns.push(Column::Option(question.clone(), term.label.fr.clone()));
                    titles.push(format!("{}{separator}{}", question.id, term.id));
                }
            }
        }
        columns.extend([
            Column::Tool("_id", number),
            Column::Tool("_uuid", number),
            Column::Tool("_submission_time", iso_time),
        ]);
        titles.extend(["_id", "_uuid", "_submission_time"].map(str::to_owned));
        self.records(Sheet::default().row(titles), &columns, (" ", yes, no))
    }

    fn grist(&self) -> Sheet {
        let columns = self.columns(&[]);
        let mut sheet = Sheet::default().row(columns.iter().map(Self::title));
        for (at, lab) in self.labs.iter().enumerate() {
            sheet = sheet.row(columns.iter().map(|column| match column {
                Column::Whole(question) if question.kind == Kind::Multiple => {
                    let quoted = |option: &String| {
                        if option.contains(',') { format!("\"{option}\"") } else { option.clone() }
                    };
                    lab.said(&question.id)
                        .options()
                        .iter()
                        .map(quoted)
                        .collect::<Vec<_>>()
                        .join(", ")
                }
                other => Self::cell(lab, at, other, ("\n", "", "")),
            }));
        }
        sheet
    }

    /// The columns' titles, each where it begins.
    fn once(columns: &[Column]) -> Vec<String> {
        let titles: Vec<String> = columns.iter().map(Self::title).collect();
        let begins = |at: &usize| *at == 0 || titles.get(at - 1) != titles.get(*at);
        (0..titles.len())
            .map(|at| if begins(&at) { titles[at].clone() } else { String::new() })
            .collect()
    }

    fn surveymonkey_expanded(&self) -> Sheet {
        let columns = self.spread(&[
            Column::Tool("Respondent ID", number),
            Column::Tool("Date Created", english_time),
        ]);
        let upper = Self::once(&columns);
        let lower = columns.iter().map(|column| match column {
            Column::Tool(..) => String::new(),
            Column::Whole(_) => "Open-Ended Response".to_owned(),
            Column::Option(_, option) => option.clone(),
        });
        let sheet = Sheet::default().row(upper).row(lower);
        self.records(sheet, &columns, ("\n", "", ""))
    }

    /// One header row, in which a question and its option stand one after the other.
    fn flat(&self, tool: &[Column], joint: &str, (yes, no): (&str, &str)) -> Sheet {
        let columns = self.spread(tool);
        let titles = columns.iter().map(|column| match column {
            Column::Option(_, option) => format!("{}{joint}{option}", Self::title(column)),
            other => Self::title(other),
        });
        self.records(Sheet::default().row(titles), &columns, ("\n", yes, no))
    }

    fn qualtrics(&self, rows: usize) -> Sheet {
        let tool = [
            Column::Tool("StartDate", iso_time),
            Column::Tool("Progress", |_| "100".to_owned()),
            Column::Tool("Finished", |_| "1".to_owned()),
            Column::Tool("ResponseId", number),
            Column::Tool("UserLanguage", |_| "FR".to_owned()),
        ];
        let columns = self.columns(&tool);
        let codes = columns.iter().enumerate().map(|(at, column)| match column {
            Column::Tool(title, _) => (*title).to_owned(),
            _ => format!("Q{at}"),
        });
        let ids = columns.iter().enumerate().map(|(at, _)| format!("{{\"ImportId\":\"QID{at}\"}}"));
        let sheet = Sheet::default().row(codes).row(columns.iter().map(Self::title));
        let sheet = if rows == 3 { sheet.row(ids) } else { sheet };
        self.records(sheet, &columns, (",", "", ""))
    }

    fn typeform(&self) -> Sheet {
        let mut columns = self.spread(&[Column::Tool("#", |at| format!("e44a{at}"))]);
        columns.push(Column::Tool("Start Date (UTC)", iso_time));
        columns.push(Column::Tool("Submit Date (UTC)", iso_time));
        let titles = columns.iter().map(|column| match column {
            Column::Option(_, option) => option.clone(),
            Column::Tool(title, _) => (*title).to_owned(),
            other @ Column::Whole(_) => format!("<strong>{}</strong>", Self::title(other)),
        });
        self.records(Sheet::default().row(titles), &columns, ("\n", "", ""))
    }

    fn demarches(&self) -> Sheet {
        let tool = [
            Column::Tool("ID", number),
            Column::Tool("Email", |_| String::new()),
            Column::Tool("État du dossier", |_| "En instruction".to_owned()),
            Column::Tool("Déposé le", iso_time),
        ];
        self.joined(&tool, ", ")
    }

    fn crosses(&self, mark: &str) -> Sheet {
        let columns = self.spread(&[]);
        let upper = Self::once(&columns);
        let sheet = Sheet::default().row(upper).row(columns.iter().map(Self::option));
        self.records(sheet, &columns, ("\n", mark, ""))
    }

    /// Three rows of headers: two parts, the questions with options, and each column's own; the marks summed up below.
    fn grouped(&self) -> Sheet {
        let columns = self.spread(&[]);
        let is_option = |column: &Column| matches!(column, Column::Option(..));
        let titles = Self::once(&columns);
        let groups: Vec<String> = columns
            .iter()
            .zip(titles)
            .enumerate()
            .map(|(at, (column, title))| {
                let after = at > 0 && columns.get(at - 1).is_some_and(is_option);
                if is_option(column) {
                    title
                } else if at == 0 || after {
                    "Le lab".to_owned()
                } else {
                    String::new()
                }
            })
            .collect();
        let first = columns.iter().position(is_option).unwrap();
        let parts = (0..columns.len()).map(|at| match at {
            0 => "Identité".to_owned(),
            _ if at == first => "Activité".to_owned(),
            _ => String::new(),
        });
        let own = columns.iter().map(|column| match column {
            Column::Option(_, option) => option.clone(),
            other => Self::title(other),
        });
        let sheet = Sheet::default().row(parts).row(groups).row(own);
        let sums = columns.iter().enumerate().map(|(at, column)| match (at, column) {
            (0, _) => "Total".to_owned(),
            (_, Column::Option(..)) => "12".to_owned(),
            _ => String::new(),
        });
        self.records(sheet, &columns, ("\n", "x", "")).row(sums)
    }

    fn fiches(&self, fiche: fn(&Self, &Lab) -> Sheet) -> Vec<(String, Sheet)> {
        self.labs.iter().map(|lab| (lab.academy.clone(), fiche(self, lab))).collect()
    }

    fn files(&self, fiche: fn(&Self, &Lab) -> Sheet) -> Files {
        self.labs
            .iter()
            .map(|lab| (format!("{}.xlsx", lab.academy), fiche(self, lab).xlsx()))
            .collect()
    }

    fn beside(&self, lab: &Lab) -> Sheet {
        let columns = self.columns(&[]);
        let row = |sheet: Sheet, column: &Column| {
            let answer = Self::cell(lab, 0, column, ("\n", "", ""));
            if answer.is_empty() { sheet } else { sheet.row([Self::title(column), answer]) }
        };
        columns.iter().fold(Sheet::default(), row)
    }

    /// Fiches next to one another.
    fn abreast(&self, fiche: fn(&Self, &Lab) -> Sheet) -> Sheet {
        self.labs.iter().map(|lab| fiche(self, lab)).fold(Sheet::default(), Sheet::abreast)
    }

    fn stacked(&self, fiche: fn(&Self, &Lab) -> Sheet) -> Sheet {
        self.labs.iter().map(|lab| fiche(self, lab)).fold(Sheet::default(), Sheet::above)
    }

    /// One row for each answer, beside the name of its lab.
    fn listed(&self) -> Sheet {
        let mut sheet = Sheet::default().row(["Académie", "Question", "Réponse"]);
        for lab in self.labs {
            for column in self.columns(&[]).iter().skip(1) {
                let answer = Self::cell(lab, 0, column, ("\n", "", ""));
                if !answer.is_empty() {
                    sheet = sheet.row([lab.academy.clone(), Self::title(column), answer]);
                }
            }
        }
        sheet
    }

    fn above(&self, lab: &Lab) -> Sheet {
        let columns = self.columns(&[]);
        let mut sheet = Sheet::default()
            .row([format!("LAB D'ACADÉMIE DE {}", lab.academy.to_uppercase())])
            .blank();
        for column in columns.iter().skip(1) {
            let answer = Self::cell(lab, 0, column, ("\n", "", ""));
            sheet = sheet.row([Self::title(column)]);
            for line in answer.lines() {
                sheet = sheet.row([line]);
            }
            sheet = sheet.blank();
        }
        sheet
    }

    fn ticked(&self, lab: &Lab) -> Sheet {
        self.listing(lab, &[], |sheet, options| {
            options.iter().fold(sheet, |sheet, (option, ticked)| {
                sheet.row([option.as_str(), if *ticked { "x" } else { "" }])
            })
        })
    }

    /// Two options in a row, each behind its mark.
    fn ticked_before(&self, lab: &Lab) -> Sheet {
        self.listing(lab, &[], |sheet, options| {
            options.chunks(2).fold(sheet, |sheet, pair| {
                let cells = pair
                    .iter()
                    .flat_map(|(option, ticked)| [if *ticked { "X" } else { "" }, option.as_str()]);
                sheet.row(cells.collect::<Vec<_>>())
            })
        })
    }

    /// A column for « oui » and one for « non ».
    fn ticked_either(&self, lab: &Lab) -> Sheet {
        self.listing(lab, &["Oui", "Non"], |sheet, options| {
            options.iter().fold(sheet, |sheet, (option, ticked)| {
                let marks = if *ticked { ["X", ""] } else { ["", "X"] };
                sheet.row([option.as_str(), marks[0], marks[1]])
            })
        })
    }

    /// The options in one row, the marks in the next.
    fn ticked_across(&self, lab: &Lab) -> Sheet {
        self.listing(lab, &[], |sheet, options| {
            let labels = options.iter().map(|(option, _)| option.clone());
            let marks = options.iter().map(|(_, ticked)| if *ticked { "✓" } else { "" }.to_owned());
            sheet.row(labels).row(marks)
        })
    }

    /// The question, an option and its mark in each row.
    fn labelled_again(&self, lab: &Lab) -> Sheet {
        self.rows_of_options(lab, |title, _| title.to_owned())
    }

    /// The question before its first option alone.
    fn listed_beside(&self, lab: &Lab) -> Sheet {
        self.rows_of_options(lab, |title, at| if at == 0 { title } else { "" }.to_owned())
    }

    fn rows_of_options(&self, lab: &Lab, label: impl Fn(&str, usize) -> String) -> Sheet {
        let mut sheet = Sheet::default();
        for question in self.questions() {
            let whole = Column::Whole(question.clone());
            let title = Self::title(&whole);
            if question.kind == Kind::Multiple {
                let said = lab.said(&question.id).options();
                for (at, option) in self.options(question).into_iter().enumerate() {
                    let mark = if said.contains(&option) { "x" } else { "" };
                    sheet = sheet.row([label(&title, at), option, mark.to_owned()]);
                }
                continue;
            }
            let answer = Self::cell(lab, 0, &whole, ("\n", "", ""));
            if !answer.is_empty() {
                sheet = sheet.row([title, answer]);
            }
        }
        sheet
    }

    /// Numbered options, and the rank of each that was chosen.
    fn ranked(&self, lab: &Lab) -> Sheet {
        self.listing(lab, &[], |sheet, options| {
            let mut rank = 0;
            options.iter().enumerate().fold(sheet, |sheet, (at, (option, ticked))| {
                rank += usize::from(*ticked);
                let mark = if *ticked { rank.to_string() } else { String::new() };
                sheet.row([format!("{}) {option}", at + 1), mark])
            })
        })
    }

    /// A fiche whose multiple questions list their options, each ticked or not.
    fn listing(
        &self,
        lab: &Lab,
        heads: &[&str],
        list: impl Fn(Sheet, &[(String, bool)]) -> Sheet,
    ) -> Sheet {
        let mut sheet = Sheet::default();
        for question in self.questions() {
            let whole = Column::Whole(question.clone());
            if question.kind == Kind::Multiple {
                let said = lab.said(&question.id).options();
                let title = std::iter::once(Self::title(&whole));
                sheet = sheet.row(title.chain(heads.iter().map(|head| (*head).to_owned())));
                let options = self.options(question).into_iter();
                let options: Vec<(String, bool)> =
                    options.map(|option| (option.clone(), said.contains(&option))).collect();
                sheet = list(sheet, &options);
                continue;
            }
            let answer = Self::cell(lab, 0, &whole, ("\n", "", ""));
            if !answer.is_empty() {
                sheet = sheet.row([Self::title(&whole), answer]);
            }
        }
        sheet
    }
}
