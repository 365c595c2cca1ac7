//! What a figure that looks back counts, in a few words: « Thématiques en 2020 : innovation sociale ».

use crate::codebook::{Bilingual, Codebook, Question};
use crate::indicators::Figure;
use crate::locale::{Arg, Locale};
use crate::model::{QuestionId, TermId};

/// What an indicator over the years adds to its question's id.
const SUFFIXES: [&str; 8] =
    ["by_year", "bounds", "same_labs", "change", "diversity", "transitions", "moves", "stay"];

/// The title of a figure over the years; none for any other.
pub(super) fn trend_title(figure: &Figure, codebook: &Codebook, locale: &Locale) -> Option<String> {
    let titles = Titles { codebook, locale };
    titles.of_question(figure).or_else(|| titles.of_census(figure))
}

struct Titles<'a> {
    codebook: &'a Codebook,
    locale: &'a Locale,
}

impl Titles<'_> {
    fn pick(&self, text: &Bilingual) -> String {
        self.locale.lang.pick(&text.fr, &text.en).to_owned()
    }

    fn label(&self, id: &str) -> Option<String> {
        let question = self.codebook.questionnaire.get(&QuestionId::from(id))?;
        Some(self.pick(&question.label))
    }

    /// The options of a line: several where an option was split, or a state that is none of the vocabulary.
    fn answer(&self, question: &Question, line: &str) -> Option<String> {
        let label = |term: &str| {
            let term = self.codebook.term(&question.id, &TermId::from(term))?;
            Some(self.pick(&term.label))
        };
        let labels: Option<Vec<String>> = line.split('+').map(label).collect();
        let state = || self.locale.find(&format!("transition-{line}"), &[]);
        labels.map(|labels| labels.join(&self.locale.text("trend-or"))).or_else(state)
    }

    fn of_question(&self, figure: &Figure) -> Option<String> {
        let indicator = figure.indicator.as_str();
        let (question, suffix) = SUFFIXES.iter().find_map(|suffix| {
            let id = indicator.strip_suffix(suffix)?.strip_suffix('_')?;
            Some((self.codebook.questionnaire.get(&QuestionId::from(id))?, *suffix))
        })?;
        let parts: Vec<&str> = figure.category.split('.').collect();
        let (years, rest) = parts.split_first()?;
        let (from, to) = years.split_once('-').unwrap_or((years, years));
        let key = |name: &str| format!("trend-figure-{}", name.replace('_', "-"));
        let mut args: Vec<Arg<'_>> = vec![
            ("question", self.pick(&question.label).into()),
            ("from", from.to_owned().into()),
            ("to", to.to_owned().into()),
        ];
        let name = match (suffix, rest) {
            ("by_year", ["respondents"]) => "by-year-respondents".to_owned(),
            ("by_year", [line]) => {
                args.push(("answer", self.answer(question, line)?.into()));
                "by-year".to_owned()
            }
            ("bounds", [line, end]) => {
                args.push(("answer", self.answer(question, line)?.into()));
                format!("bounds-{end}")
            }
            ("same_labs", ["labs"]) => "same-labs-labs".to_owned(),
            ("same_labs", [year, line]) => {
                args.push(("answer", self.answer(question, line)?.into()));
                args.push(("in", (*year).to_owned().into()));
                "same-labs".to_owned()
            }
            ("change", [line, part]) => {
                args.push(("answer", self.answer(question, line)?.into()));
                format!("change-{part}")
            }
            ("transitions", [one, other]) => {
                args.push(("before", self.answer(question, one)?.into()));
                args.push(("after", self.answer(question, other)?.into()));
                "transitions".to_owned()
            }
            ("moves", [one]) => {
                args.push(("move", self.locale.find(&format!("move-{one}"), &[])?.into()));
                "moves".to_owned()
            }
            ("diversity", []) => "diversity".to_owned(),
            ("stay", [what]) => {
                args.push(("answer", self.answer(question, years)?.into()));
                format!("stay-{what}")
            }
            _ => return None,
        };
        self.locale.find(&key(&name), &args)
    }

    /// Responses, teams and launches over the years.
    fn of_census(&self, figure: &Figure) -> Option<String> {
        let (years, rest) = figure.category.split_once('.').unwrap_or((&figure.category, ""));
        let (from, to) = years.split_once('-').unwrap_or((years, years));
        let mut args: Vec<Arg<'_>> =
            vec![("from", from.to_owned().into()), ("to", to.to_owned().into())];
        let indicator = figure.indicator.replace('_', "-");
        if let Some(question) = self.label(rest) {
            args.push(("question", question.into()));
            return self.locale.find(&format!("trend-figure-{indicator}"), &args);
        }
        let name = if rest.is_empty() { indicator } else { format!("{indicator}-{rest}") };
        self.locale.find(&format!("trend-figure-{}", name.replace('_', "-")), &args)
    }
}
