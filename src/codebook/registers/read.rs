//! Reading and checking `registers.toml`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;
use toml::Spanned;

use super::{ColumnKind, ColumnSpec, Correspondence, RegisterSpec, Registers};
use crate::codebook::{Bilingual, LineProblem, Vocabulary};
use crate::error::CodebookReason;
use crate::model::TermId;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRegisters {
    #[serde(default)]
    register: Vec<RawRegister>,
    #[serde(default)]
    correspondence: Vec<RawCorrespondence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRegister {
    id: Spanned<String>,
    sheet: Bilingual,
    title: Bilingual,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    column: Vec<RawColumn>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawColumn {
    id: Spanned<String>,
    kind: ColumnKind,
    vocabulary: Option<Spanned<String>>,
    label: Bilingual,
    help: Option<Bilingual>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    required: bool,
    at_most: Option<Spanned<String>>,
    #[serde(default)]
    any_year: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCorrespondence {
    register: Spanned<String>,
    from: Spanned<String>,
    to: Spanned<String>,
    pairs: Vec<(Spanned<String>, Spanned<String>)>,
}

impl Registers {
    /// Parses `registers.toml`, whose columns take their words from `vocabularies`.
    ///
    /// # Errors
    /// Bad syntax, an id defined twice, or a vocabulary, column or term that does not exist; each with its line.
    pub fn parse(
        text: &str,
        vocabularies: BTreeMap<String, Vocabulary>,
    ) -> Result<Self, LineProblem> {
        let raw: RawRegisters =
            toml::from_str(text).map_err(|error| LineProblem::syntax(text, &error))?;
        let mut registers = Self { specs: Vec::new(), vocabularies, correspondences: Vec::new() };
        let check = Check { text };
        for register in raw.register {
            let spec = check.register(register, &registers)?;
            registers.specs.push(spec);
        }
        for correspondence in raw.correspondence {
            let one = check.correspondence(correspondence, &registers)?;
            registers.correspondences.push(one);
        }
        Ok(registers)
    }
}

struct Check<'a> {
    text: &'a str,
}

impl Check<'_> {
    fn unknown(&self, what: &'static str, id: &Spanned<String>) -> LineProblem {
        let reason = CodebookReason::UnknownId { what, id: id.get_ref().clone() };
        LineProblem::at_offset(self.text, id.span().start, reason)
    }

    fn twice(&self, id: &Spanned<String>) -> LineProblem {
        let reason = CodebookReason::DuplicateId { id: id.get_ref().clone() };
        LineProblem::at_offset(self.text, id.span().start, reason)
    }

    fn register(&self, raw: RawRegister, known: &Registers) -> Result<RegisterSpec, LineProblem> {
        if known.get(raw.id.get_ref()).is_some() {
            return Err(self.twice(&raw.id));
        }
        let limits: Vec<Spanned<String>> =
            raw.column.iter().filter_map(|column| column.at_most.clone()).collect();
        let mut columns: Vec<ColumnSpec> = Vec::new();
        for column in raw.column {
            if columns.iter().any(|other| other.id == *column.id.get_ref()) {
                return Err(self.twice(&column.id));
            }
            columns.push(self.column(column, known)?);
        }
        let id = raw.id.into_inner();
        let spec = RegisterSpec {
            id,
            sheet: raw.sheet,
            title: raw.title,
            aliases: raw.aliases,
            columns,
            headers: OnceLock::new(),
        };
        match limits.iter().find(|limit| spec.column(limit.get_ref()).is_none()) {
            Some(limit) => Err(self.unknown("column", limit)),
            None => Ok(spec),
        }
    }

    fn column(&self, raw: RawColumn, known: &Registers) -> Result<ColumnSpec, LineProblem> {
        match &raw.vocabulary {
            Some(name) if !known.vocabularies.contains_key(name.get_ref()) => {
                return Err(self.unknown("vocabulary", name));
            }
            None if raw.kind == ColumnKind::Term => return Err(self.unknown("vocabulary", &raw.id)),
            _ => {}
        }
        Ok(ColumnSpec {
            id: raw.id.into_inner(),
            kind: raw.kind,
            vocabulary: raw.vocabulary.map(Spanned::into_inner),
            label: raw.label,
            help: raw.help,
            aliases: raw.aliases,
            required: raw.required,
            at_most: raw.at_most.map(Spanned::into_inner),
            any_year: raw.any_year,
        })
    }

    fn correspondence(
        &self,
        raw: RawCorrespondence,
        known: &Registers,
    ) -> Result<Correspondence, LineProblem> {
        let spec = known.get(raw.register.get_ref());
        let spec = spec.ok_or_else(|| self.unknown("register", &raw.register))?;
        let vocabulary = |column: &Spanned<String>| {
            let found = spec.column(column.get_ref()).and_then(|spec| known.vocabulary(spec));
            found.ok_or_else(|| self.unknown("column", column))
        };
        let (from, to) = (vocabulary(&raw.from)?, vocabulary(&raw.to)?);
        let term = |vocabulary: &Vocabulary, id: &Spanned<String>| {
            let term = TermId::from(id.get_ref().as_str());
            vocabulary.term(&term).map(|_| term).ok_or_else(|| self.unknown("term", id))
        };
        let pairs = raw
            .pairs
            .iter()
            .map(|(one, other)| Ok((term(from, one)?, term(to, other)?)))
            .collect::<Result<Vec<_>, LineProblem>>()?;
        Ok(Correspondence {
            register: raw.register.into_inner(),
            from: raw.from.into_inner(),
            to: raw.to.into_inner(),
            pairs,
        })
    }
}
