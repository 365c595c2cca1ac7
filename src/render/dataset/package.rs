//! `datapackage.json`: what each table is, for programs.

use serde::Serialize;

use super::columns::{Column, Table, Values};
use crate::render::Inputs;

#[derive(Serialize)]
struct Package {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: String,
    title: String,
    description: String,
    /// `provisional` until every jump is checked, then `final`: our own property, which the format allows.
    status: &'static str,
    created: String,
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Resource {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    path: String,
    format: &'static str,
    mediatype: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'static str>,
    title: String,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
    missing_values: [&'static str; 1],
}

#[derive(Serialize)]
struct Field {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    constraints: Constraints,
}

#[derive(Serialize)]
struct Constraints {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    required: bool,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    allowed: Vec<String>,
}

impl Constraints {
    fn is_empty(&self) -> bool {
        !self.required && self.allowed.is_empty()
    }
}

#[derive(Serialize)]
struct ForeignKey {
    fields: [String; 1],
    reference: Reference,
}

#[derive(Serialize)]
struct Reference {
    resource: &'static str,
    fields: [&'static str; 1],
}

/// Describes the tables, each with whether it is Parquet alone.
pub(super) fn describe(
    inputs: &Inputs<'_>,
    tables: &[(Table, bool)],
) -> serde_json::Result<Vec<u8>> {
    let report = inputs.report;
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: format!("labcensus-{}", report.year),
        title: report.title.clone(),
        description: match &report.provisional {
            Some(mark) => format!("{} {mark}", report.subtitle),
            None => report.subtitle.clone(),
        },
        status: if report.provisional.is_some() { "provisional" } else { "final" },
        created: format!("{}T00:00:00Z", report.date.format("%Y-%m-%d")),
        resources: tables
            .iter()
            .map(|(table, parquet)| resource(inputs, table, *parquet))
            .collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&package)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn resource(inputs: &Inputs<'_>, table: &Table, parquet: bool) -> Resource {
    let (format, mediatype, encoding) = if parquet {
        ("parquet", "application/vnd.apache.parquet", None)
    } else {
        ("csv", "text/csv", Some("utf-8"))
    };
    Resource {
        name: table.name.to_string(),
        kind: "table",
        path: format!("{}.{format}", table.name),
        format,
        mediatype,
        encoding,
        title: table
            .title
            .clone()
            .unwrap_or_else(|| inputs.locale.text(&format!("dataset-{}", table.name))),
        schema: Schema {
            fields: table.columns.iter().map(|column| field(inputs, table, column)).collect(),
            primary_key: table.key,
            foreign_keys: table.columns.iter().filter_map(foreign_key).collect(),
            missing_values: [""],
        },
    }
}

fn field(inputs: &Inputs<'_>, table: &Table, column: &Column) -> Field {
    let kind = match column.values {
        Values::Text(_) => "string",
        Values::Integer(_) => "integer",
        Values::Number(_) => "number",
    };
    // A CSV file has no sheet: a key may hold an empty field there.
    let required = table.key.contains(&&*column.name) && column.name != "sheet";
    let key = format!("dataset-column-{}", column.name.replace('_', "-"));
    let title = column.title.clone().unwrap_or_else(|| inputs.locale.text(&key));
    Field {
        name: column.name.to_string(),
        kind,
        title,
        constraints: Constraints { required, allowed: column.allowed.clone() },
    }
}

fn foreign_key(column: &Column) -> Option<ForeignKey> {
    let (resource, field) = column.refers?;
    Some(ForeignKey {
        fields: [column.name.to_string()],
        reference: Reference { resource, fields: [field] },
    })
}
