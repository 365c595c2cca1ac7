//! What was published and is computed otherwise now, as a table; only of an edition that was published.

use super::columns::{Column, Table};
use super::parts::Parts;
use crate::publication::{Cause, PublishedFigure, Revision};
use crate::render::Inputs;

/// Builds the table.
pub(super) fn build<'a>(inputs: &'a Inputs<'a>) -> Option<Parts<'a>> {
    inputs.publication.lock.as_ref()?;
    Some(Parts::whole(|| table(inputs)))
}

fn table(inputs: &Inputs<'_>) -> Table {
    let revisions = &inputs.publication.revisions;
    let each = |of: &dyn Fn(&Revision) -> String| revisions.iter().map(of).collect::<Vec<_>>();
    let before = |revision: &Revision| Some(revision.published.clone());
    let after = |revision: &Revision| revision.recomputed.clone();
    let value = |of: &dyn Fn(&Revision) -> Option<PublishedFigure>| {
        revisions.iter().map(|one| of(one)?.value).collect::<Vec<_>>()
    };
    let base = |of: &dyn Fn(&Revision) -> Option<PublishedFigure>| {
        revisions.iter().map(|one| of(one)?.base.map(i64::from)).collect::<Vec<_>>()
    };
    let causes = |revision: &Revision| {
        let cause = |cause: &Cause| match cause {
            Cause::Tool(before, after) => format!("tool {before} {after}"),
            _ => format!("{} {}", cause.key(), cause.file().unwrap_or_default()),
        };
        revision.causes.iter().map(cause).collect::<Vec<_>>().join("|")
    };
    Table {
        name: "revisions".into(),
        title: None,
        key: &["figure"],
        columns: vec![
            Column::text("figure", each(&|one| one.figure.clone()).into_iter()),
            Column::number("published", value(&before).into_iter()),
            Column::integer("published_base", base(&before).into_iter()),
            Column::number("recomputed", value(&after).into_iter()),
            Column::integer("recomputed_base", base(&after).into_iter()),
            Column::text("entered", each(&|one| one.entered.join("|")).into_iter()),
            Column::text("left", each(&|one| one.left.join("|")).into_iter()),
            Column::text("causes", each(&causes).into_iter()),
        ],
    }
}
