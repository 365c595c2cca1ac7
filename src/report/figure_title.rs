//! What a figure counts, in a few words: « Thématiques : innovation pédagogique ».

use crate::codebook::{Bilingual, Codebook};
use crate::indicators::Figure;
use crate::locale::{Locale, capitalised};
use crate::model::{QuestionId, TermId};

/// The title of a figure in the reader's language; its id where no words exist for it.
pub fn figure_title(figure: &Figure, codebook: &Codebook, locale: &Locale) -> String {
    let pick = |text: &Bilingual| locale.lang.pick(&text.fr, &text.en).to_owned();
    let label = |id: &str| {
        codebook.questionnaire.get(&QuestionId::from(id)).map(|question| pick(&question.label))
    };
    let (indicator, category) = (figure.indicator.as_str(), figure.category.as_str());
    let term = codebook.term(&QuestionId::from(indicator), &TermId::from(category));
    if let (Some(question), Some(term)) = (label(indicator), term) {
        let args = [("question", question.into()), ("answer", pick(&term.label).into())];
        return locale.with("figure-term", &args);
    }
    let key = |name: &str| name.replace(['_', '.'], "-");
    let own = locale.find(&format!("figure-{}-{}", key(indicator), key(category)), &[]);
    let of_question = || {
        let question = label(indicator)?;
        locale.find(&format!("figure-of-{}", key(category)), &[("question", question.into())])
    };
    // « 2021_planned » is the year 2021, planned.
    let of_year = || {
        let (year, what) = category.split_once('_')?;
        let key = format!("figure-{}-{}", key(indicator), key(what));
        locale.find(&key, &[("category", year.into())])
    };
    let of_indicator = || {
        let category = label(category).unwrap_or_else(|| category.replace('_', " "));
        locale.find(&format!("figure-{}", key(indicator)), &[("category", category.into())])
    };
    let over_years = || super::trend_title::trend_title(figure, codebook, locale);
    own.or_else(of_question)
        .or_else(over_years)
        .or_else(of_year)
        .or_else(of_indicator)
        .map_or_else(|| figure.id.to_string(), |title| capitalised(&title))
}
