//! Which columns make one question.

use std::collections::BTreeMap;

use super::column::{self, ColumnKind, Role, TableColumn, Tick};
use super::header::Headers;
use super::heading::{self, Heading, is_other};
use super::joined;
use super::origin::{Origin, Separator};
use super::values::Columns;
use crate::codebook::match_key;
use crate::ingest::grid::Value;

/// A question of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableQuestion {
    /// Its title; empty when the tool writes only the options.
    pub title: String,
    /// What its answers look like.
    pub kind: ColumnKind,
    /// Its columns, from left to right.
    pub columns: Vec<TableColumn>,
    /// Records that answer it.
    pub answered: usize,
    /// Each option with how many records chose it, in the order of the columns or of the alphabet.
    pub options: Vec<(String, usize)>,
    /// Records with a text of their own for « autre ».
    pub other: usize,
    /// What stands between the answers of a cell.
    pub separator: Option<Separator>,
}

pub(super) fn questions(
    headers: &Headers,
    columns: &Columns<'_>,
    origin: Origin,
) -> Vec<TableQuestion> {
    let headed: Vec<(u32, Heading)> = headers
        .columns
        .iter()
        .map(|(index, texts)| (*index, heading::parse(texts, origin)))
        .collect();
    let grouper = Grouper { columns, origin, headed: &headed };
    let mut questions = Vec::new();
    let mut at = 0;
    while at < headed.len() {
        let end = grouper.end(at);
        let run = headed.get(at..end).unwrap_or_default();
        questions.extend(grouper.question(at, run));
        at = end;
    }
    questions
}

struct Grouper<'c> {
    columns: &'c Columns<'c>,
    origin: Origin,
    headed: &'c [(u32, Heading)],
}

impl Grouper<'_> {
    fn heading(&self, at: usize) -> Option<&(u32, Heading)> {
        self.headed.get(at)
    }

    /// Where the run of columns that begins at `at` ends.
    fn end(&self, at: usize) -> usize {
        let Some((_, first)) = self.heading(at) else { return at + 1 };
        if self.is_metadata(at) {
            return at + 1;
        }
        if self.origin == Origin::Kobo {
            return self.kobo_end(at);
        }
        if self.origin == Origin::Typeform || (self.origin == Origin::Plain && first.sub.is_none())
        {
            return self.option_run(at);
        }
        if first.sub.is_none() {
            return at + 1;
        }
        let same = |place: &usize| {
            self.heading(*place)
                .is_some_and(|(_, heading)| heading.sub.is_some() && heading.title == first.title)
        };
        let end = (at..self.headed.len()).take_while(same).count() + at;
        if self.are_options(at, end) || self.are_lines(at, end) {
            return end;
        }
        // The title of a group runs on over the questions that follow it: the group ends with its options.
        let prefix = (at + 1..end).rev().find(|end| self.are_options(at, *end));
        prefix.unwrap_or(at + 1)
    }

    /// A summary column, then its own options `question/option`.
    fn kobo_end(&self, at: usize) -> usize {
        let Some((_, first)) = self.heading(at) else { return at + 1 };
        let own = |place: &usize| {
            self.heading(*place).is_some_and(|(_, heading)| {
                heading
                    .title
                    .strip_prefix(&first.title)
                    .is_some_and(|rest| rest.len() > 1 && rest.starts_with(['/', '.', ':']))
            })
        };
        let end = (at + 1..self.headed.len()).take_while(own).count() + at + 1;
        let ticked = (at + 1..end).all(|place| self.is_ticks(place, ""));
        if end > at + 1 && ticked { end } else { at + 1 }
    }

    /// Neighbouring columns of which each is headed by an option and ticked or not.
    fn option_run(&self, at: usize) -> usize {
        let mut seen: Vec<String> = Vec::new();
        let mut end = at;
        while let Some((index, heading)) = self.heading(end) {
            let key = match_key(&heading.title);
            let other = is_other(&heading.title);
            let option =
                if other { !seen.is_empty() } else { self.repeats_header(*index, &heading.title) };
            if !option || seen.contains(&key) || self.is_metadata(end) {
                break;
            }
            seen.push(key);
            end += 1;
            if other {
                break;
            }
        }
        let filled = (at..end).any(|place| {
            self.heading(place).is_some_and(|(index, _)| !self.columns.column(*index).is_empty())
        });
        if end >= at + 2 && (filled || self.origin == Origin::Typeform) { end } else { at + 1 }
    }

    /// Whether a column holds nothing but its own header, or bare ticks in a table made by hand.
    fn repeats_header(&self, index: u32, title: &str) -> bool {
        let bare = |text: &str| {
            matches!(text.to_lowercase().as_str(), "x" | "×" | "✓" | "✔" | "☑" | "☒" | "✅" | "☐")
        };
        let cells = self.columns.column(index);
        (self.origin == Origin::Typeform || !cells.is_empty())
            && cells.iter().all(|(_, value)| {
                let text = value.text();
                column::same(text.trim(), title)
                    || (self.origin == Origin::Plain && bare(text.trim()))
            })
    }

    fn are_options(&self, at: usize, end: usize) -> bool {
        if self.origin == Origin::GoogleForms {
            return false;
        }
        let sub = |place: usize| {
            self.heading(place).and_then(|(_, heading)| heading.sub.clone()).unwrap_or_default()
        };
        let options: Vec<usize> = (at..end).filter(|place| !is_other(&sub(*place))).collect();
        let filled = options.iter().any(|place| {
            self.heading(*place).is_some_and(|(index, _)| !self.columns.column(*index).is_empty())
        });
        end > at + 1
            && !options.is_empty()
            && filled
            && options.iter().all(|place| self.is_ticks(*place, &sub(*place)))
    }

    /// Whether neighbouring columns share a scale.
    fn are_lines(&self, at: usize, end: usize) -> bool {
        match self.origin {
            Origin::GoogleForms | Origin::LimeSurvey | Origin::SurveyMonkey | Origin::Qualtrics => {
                end > at + 1
            }
            // A group of questions made by hand shares no scale.
            _ => false,
        }
    }

    fn is_ticks(&self, place: usize, option: &str) -> bool {
        self.heading(place).is_some_and(|(index, _)| {
            self.columns
                .column(*index)
                .iter()
                .all(|(_, value)| column::tick(value, option).is_some())
        })
    }

    fn question(&self, at: usize, run: &[(u32, Heading)]) -> Option<TableQuestion> {
        let (index, first) = run.first()?;
        if self.is_metadata(at) {
            let title = first.sub.as_ref().filter(|_| self.origin == Origin::Framaforms);
            let title = title.unwrap_or(&first.title).clone();
            return Some(self.whole(*index, title, ColumnKind::Metadata));
        }
        if let [(index, heading)] = run {
            let title = match &heading.sub {
                Some(sub) if heading.title.is_empty() || self.origin == Origin::Framaforms => {
                    sub.clone()
                }
                Some(sub) if self.origin == Origin::Plain => sub.clone(),
                Some(sub) if matches!(self.origin, Origin::Qualtrics | Origin::SurveyMonkey) => {
                    format!("{} - {sub}", heading.title)
                }
                Some(sub) => format!("{} [{sub}]", heading.title),
                None => heading.title.clone(),
            };
            let values = self.columns.column(*index);
            return Some(self.whole(*index, title, column::kind(values)));
        }
        let roles = self.roles(run);
        let grid = roles.iter().any(|column| matches!(column.role, Role::Line(_)));
        let title = match self.origin {
            Origin::Typeform => String::new(),
            Origin::Plain if first.sub.is_none() => String::new(),
            _ => first.title.clone(),
        };
        Some(if grid { self.grid(title, roles) } else { self.multiple(title, roles) })
    }

    fn roles(&self, run: &[(u32, Heading)]) -> Vec<TableColumn> {
        let subs: Vec<String> = run
            .iter()
            .map(|(_, heading)| match (&heading.sub, run.first()) {
                (Some(sub), _) => sub.clone(),
                (None, Some((_, first))) if self.origin == Origin::Kobo => {
                    heading.title.get(first.title.len() + 1..).unwrap_or_default().to_owned()
                }
                (None, _) => heading.title.clone(),
            })
            .collect();
        let ticks = run.iter().zip(&subs).filter(|(_, sub)| !is_other(sub) && !sub.is_empty()).all(
            |((index, _), sub)| {
                self.columns
                    .column(*index)
                    .iter()
                    .all(|(_, value)| column::tick(value, sub).is_some())
            },
        );
        let grid = self.origin == Origin::GoogleForms || !ticks;
        run.iter()
            .zip(subs)
            .enumerate()
            .map(|(at, ((index, _), sub))| {
                let role = if self.origin == Origin::Kobo && at == 0 {
                    Role::Summary
                } else if grid {
                    Role::Line(sub)
                } else if is_other(&sub) && self.origin != Origin::Kobo {
                    Role::Other
                } else {
                    Role::Option(sub)
                };
                TableColumn { index: *index, role }
            })
            .collect()
    }

    /// A question in one column.
    fn whole(&self, index: u32, title: String, kind: ColumnKind) -> TableQuestion {
        let values = self.columns.column(index);
        let mut question = TableQuestion {
            title,
            kind,
            columns: vec![TableColumn { index, role: Role::Answer }],
            answered: values.len(),
            options: Vec::new(),
            other: 0,
            separator: None,
        };
        if matches!(kind, ColumnKind::Single | ColumnKind::Text)
            && let Some((separator, counts)) = joined::options(values, self.origin)
        {
            question.kind = ColumnKind::Multiple;
            question.separator = Some(separator);
            question.options = counts.into_iter().collect();
        } else if kind == ColumnKind::Single {
            question.options =
                column::counted(values.iter().map(|(_, value)| *value)).into_iter().collect();
        }
        question
    }

    fn multiple(&self, title: String, columns: Vec<TableColumn>) -> TableQuestion {
        let mut answered: BTreeMap<u32, ()> = BTreeMap::new();
        let mut options = Vec::new();
        let mut other = 0;
        for column in &columns {
            let values = self.columns.column(column.index);
            match &column.role {
                Role::Option(option) => {
                    let ticked = |value: &Value| column::tick(value, option) == Some(Tick::Ticked);
                    let rows: Vec<u32> = values
                        .iter()
                        .filter(|(_, value)| ticked(value))
                        .map(|(row, _)| *row)
                        .collect();
                    options.push((option.clone(), rows.len()));
                    answered.extend(rows.into_iter().map(|row| (row, ())));
                }
                Role::Other => {
                    let said = |value: &Value| {
                        !matches!(value.text().trim(), "N/A" | "n/a" | "NA" | "-" | "0")
                    };
                    let rows: Vec<u32> = values
                        .iter()
                        .filter(|(_, value)| said(value))
                        .map(|(row, _)| *row)
                        .collect();
                    other += rows.len();
                    answered.extend(rows.into_iter().map(|row| (row, ())));
                }
                _ => {}
            }
        }
        TableQuestion {
            title,
            kind: ColumnKind::Multiple,
            columns,
            answered: answered.len(),
            options,
            other,
            separator: None,
        }
    }

    fn grid(&self, title: String, columns: Vec<TableColumn>) -> TableQuestion {
        let mut answered: BTreeMap<u32, ()> = BTreeMap::new();
        for column in &columns {
            let rows = self
                .columns
                .column(column.index)
                .iter()
                .filter(|(_, value)| value.text().trim() != "N/A");
            answered.extend(rows.map(|(row, _)| (*row, ())));
        }
        TableQuestion {
            title,
            kind: ColumnKind::Grid,
            columns,
            answered: answered.len(),
            options: Vec::new(),
            other: 0,
            separator: None,
        }
    }

    fn is_metadata(&self, at: usize) -> bool {
        let Some((_, heading)) = self.heading(at) else { return false };
        let title = heading
            .sub
            .as_ref()
            .filter(|_| self.origin == Origin::Framaforms)
            .unwrap_or(&heading.title);
        let key = match_key(title);
        // `code - text` and `code. text` keep the text apart.
        let known = |names: &[&str]| names.contains(&key.as_str());
        match self.origin {
            Origin::GoogleForms => {
                at == 0
                    || known(&[
                        "adresse e mail",
                        "email address",
                        "username",
                        "nom d utilisateur",
                        "score",
                    ])
            }
            Origin::MicrosoftForms => {
                at < 6
                    && known(&[
                        "id",
                        "heure de debut",
                        "start time",
                        "heure de fin",
                        "completion time",
                        "adresse de messagerie",
                        "email",
                        "nom",
                        "name",
                        "heure de la derniere modification",
                        "last modified time",
                        "langue",
                        "language",
                    ])
            }
            Origin::LimeSurvey => self.is_lime_metadata(at, &key),
            Origin::Framaforms => known(&[
                "numero de serie",
                "serial number",
                "serial",
                "sid",
                "heure de soumission",
                "submitted time",
                "time",
                "heure d achevement",
                "completed time",
                "completed",
                "heure de modification",
                "modified time",
                "modified",
                "brouillon",
                "draft",
                "is draft",
                "adresse ip",
                "ip address",
                "uid",
                "nom d utilisateur",
                "username",
            ]),
            Origin::Kobo => {
                title.starts_with('_')
                    || title.starts_with("meta")
                    || known(&[
                        "start",
                        "end",
                        "today",
                        "deviceid",
                        "subscriberid",
                        "simserial",
                        "phonenumber",
                        "username",
                        "formhub uuid",
                        "version",
                        "submissiondate",
                        "key",
                        "instanceid",
                        "instancename",
                    ])
            }
            Origin::SurveyMonkey => known(&[
                "respondentid",
                "respondent id",
                "id du repondant",
                "collectorid",
                "collector id",
                "startdate",
                "start date",
                "date de debut",
                "enddate",
                "end date",
                "date de fin",
                "ip address",
                "adresse ip",
                "email address",
                "adresse email",
                "first name",
                "last name",
                "lastname",
                "custom data 1",
                "date created",
                "date modified",
            ]),
            Origin::Qualtrics => {
                self.columns.values.keys().len() > 0 && at < 17 && self.is_before_first_question(at)
            }
            Origin::Typeform => {
                title == "#"
                    || known(&[
                        "start date utc",
                        "submit date utc",
                        "network id",
                        "response type",
                        "stage date utc",
                    ])
            }
            Origin::Demarches => known(&[
                "id",
                "email",
                "archive",
                "etat du dossier",
                "derniere mise a jour le",
                "mis a jour le",
                "depose le",
                "passe en instruction le",
                "traite le",
                "motivation de la decision",
                "instructeurs",
                "groupe instructeur",
                "france connect",
                "civilite",
                "labels",
                "demandeur",
            ]),
            Origin::Nextcloud => {
                at < 3
                    && known(&[
                        "identifiant utilisateur",
                        "user id",
                        "nom d affichage de l utilisateur",
                        "user display name",
                        "horodatage",
                        "timestamp",
                    ])
            }
            Origin::Plain => known(&["horodateur", "horodatage", "timestamp"]),
        }
    }

    /// The first columns of `LimeSurvey`; its « Date de lancement » is when the respondent began, known by
    /// the date of the last action that follows it.
    fn is_lime_metadata(&self, at: usize, key: &str) -> bool {
        const NAMES: [&str; 26] = [
            "",
            "id",
            "id de la reponse",
            "response id",
            "answer id",
            "submitdate",
            "date de soumission",
            "date submitted",
            "lastpage",
            "derniere page",
            "last page",
            "startlanguage",
            "langue de depart",
            "start language",
            "seed",
            "tete de serie",
            "token",
            "invitation",
            "startdate",
            "date started",
            "datestamp",
            "date de la derniere action",
            "date last action",
            "ipaddr",
            "adresse ip",
            "ip address",
        ];
        let bare = key.split_once(' ').map_or(key, |(first, _)| first);
        let coded = [
            "submitdate",
            "lastpage",
            "startlanguage",
            "startdate",
            "datestamp",
            "ipaddr",
            "seed",
            "refurl",
        ]
        .contains(&bare);
        let next =
            self.heading(at + 1).map(|(_, heading)| match_key(&heading.title)).unwrap_or_default();
        let began = key == "date de lancement" && next == "date de la derniere action";
        at < 12
            && (NAMES.contains(&key)
                || coded
                || began
                || key == "refurl"
                || key == "url de reference")
    }

    /// Qualtrics writes its own columns first; the first question's is the one after the language.
    fn is_before_first_question(&self, at: usize) -> bool {
        let language = self.headed.iter().position(|(_, heading)| {
            ["userlanguage", "benutzersprache", "user language", "langue de l utilisateur"]
                .contains(&match_key(&heading.title).as_str())
        });
        language.is_some_and(|last| at <= last)
    }
}
