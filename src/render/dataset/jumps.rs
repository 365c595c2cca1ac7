//! What is to be checked before publication, and what has been, as a table.

use super::columns::{Column, Table};
use crate::model::AcademyCode;
use crate::publication::{Jump, JumpKind, Said};
use crate::render::Inputs;

/// Builds the table.
pub(super) fn build(inputs: &Inputs<'_>) -> Table {
    let jumps = &inputs.publication.jumps;
    let text =
        |name: &'static str, of: &dyn Fn(&Jump) -> String| Column::text(name, jumps.iter().map(of));
    let reason = |jump: &Jump| {
        let reason = jump.acknowledged.as_ref().map(|one| &one.reason);
        reason
            .map(|text| inputs.locale.lang.pick(&text.fr, &text.en).to_owned())
            .unwrap_or_default()
    };
    let status =
        |jump: &Jump| if jump.acknowledged.is_some() { "checked" } else { "to_check" }.to_owned();
    let from = jumps.iter().map(|jump| jump.from.map(|year| i64::from(year.get())));
    let codes =
        |jump: &Jump| jump.academies.iter().map(AcademyCode::as_str).collect::<Vec<_>>().join("|");
    let terms =
        |jump: &Jump| jump.terms.iter().map(ToString::to_string).collect::<Vec<_>>().join("+");
    Table {
        name: "jumps".into(),
        title: None,
        key: &["jump"],
        columns: vec![
            text("jump", &|jump| jump.id.clone()),
            text("kind", &|jump| jump.kind.as_str().to_owned())
                .among(JumpKind::ALL.map(JumpKind::as_str)),
            text("question", &|jump| {
                jump.question.as_ref().map(ToString::to_string).unwrap_or_default()
            }),
            text("term", &terms),
            text("academy_codes", &codes),
            Column::integer("from_year", from),
            text("before", &|jump| said(&jump.before)),
            text("after", &|jump| said(&jump.after)),
            text("status", &status).among(["to_check", "checked"]),
            text("reason", &reason),
        ],
    }
}

/// One side of a jump as the other tables write it: `5/12`, a stage, `4`, `2020-09`.
fn said(said: &Said) -> String {
    use crate::model::People;
    match said {
        Said::Count { count, base } => format!("{count}/{base}"),
        Said::Stage(term) => term.to_string(),
        Said::Launch(launch) => launch.period.to_string(),
        Said::Team(team) => {
            let people = team.people.map(|people| match people {
                People::Exactly(number) => number.to_string(),
                People::About(number) => format!("~{number}"),
                People::Between(least, most) => format!("{least}-{most}"),
            });
            let fte = team.fte.map(|fte| format!("{fte} fte"));
            people.into_iter().chain(fte).collect::<Vec<_>>().join(", ")
        }
        Said::Many => String::new(),
    }
}
