//! Which of several responses of one académie counts: the latest complete one.
//!
//! A record says itself when it was sent; a fiche is as old as its workbook says inside (never as the file
//! system says, which a copy changes). Without both moments: in one table the lower row, between files the
//! one that answers most, the later name of equals. A fiche that answers less than half of what another
//! response does is not taken for complete, however late it is.

use chrono::NaiveDateTime;

use super::candidate::{Candidate, Said, TableAt};

/// Why a response counts before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// It was sent, or last changed, later.
    Later,
    /// It stands lower in the same table.
    Below,
    /// It answers more questions.
    Fuller,
    /// Nothing tells them apart but their names.
    Name,
}

impl Why {
    /// The end of its message's key.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Later => "later",
            Self::Below => "below",
            Self::Fuller => "fuller",
            Self::Name => "name",
        }
    }
}

/// The response that counts, and each other one with why it does not.
pub(super) fn choose<'a>(
    candidates: Vec<Candidate<'a>>,
    tables: &[TableAt<'_>],
) -> Option<(Candidate<'a>, Vec<(Candidate<'a>, Why)>)> {
    let mut rest = candidates.into_iter();
    let mut kept = rest.next()?;
    let mut others = Vec::new();
    for candidate in rest {
        if second_counts(&kept, &candidate, tables).0 {
            others.push(std::mem::replace(&mut kept, candidate));
        } else {
            others.push(candidate);
        }
    }
    let others = others
        .into_iter()
        .map(|other| {
            let why = second_counts(&other, &kept, tables).1;
            (other, why)
        })
        .collect();
    Some((kept, others))
}

/// Whether the second of two responses, in reading order, counts before the first, and why.
fn second_counts(
    first: &Candidate<'_>,
    second: &Candidate<'_>,
    tables: &[TableAt<'_>],
) -> (bool, Why) {
    let (one, two) = (first.answered(tables), second.answered(tables));
    let fiche = |candidate: &Candidate<'_>| matches!(candidate.said, Said::Own(_));
    if (fiche(first) && one * 2 < two) || (fiche(second) && two * 2 < one) {
        return (two > one, Why::Fuller);
    }
    match (moment(first, tables), moment(second, tables)) {
        (Some(one), Some(two)) if one != two => return (two > one, Why::Later),
        _ => {}
    }
    if first.origin == second.origin {
        return (true, Why::Below);
    }
    if one == two { (true, Why::Name) } else { (two > one, Why::Fuller) }
}

fn moment(candidate: &Candidate<'_>, tables: &[TableAt<'_>]) -> Option<NaiveDateTime> {
    match candidate.said {
        Said::Own(_) => candidate.modified,
        Said::Record(table, record) => tables.get(table)?.records.submitted(record),
    }
}
