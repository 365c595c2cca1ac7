//! Which part holds which sheet: `workbook.xml` gives names, its relations give parts.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::scan::SheetFacts;

/// The two small parts that say so.
#[derive(Debug, Default)]
pub(super) struct WorkbookMap {
    folder: String,
    /// Sheet name and relation, in order.
    sheets: Vec<(String, String)>,
    /// Relation and target.
    targets: BTreeMap<String, String>,
}

/// Whether a part is one of the two.
pub(super) fn is_kept(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with("workbook.xml") || name.ends_with("workbook.xml.rels")
}

impl WorkbookMap {
    /// Reads one of the two parts; false when its XML does not hold together.
    pub(super) fn keep(&mut self, name: &str, text: &str) -> bool {
        if let Some((folder, _)) =
            name.rsplit_once('/').filter(|_| name.to_lowercase().ends_with(".xml"))
        {
            self.folder = format!("{folder}/");
        }
        let mut xml = Reader::from_str(text);
        let mut open = 0_i64;
        loop {
            match xml.read_event() {
                Ok(Event::Start(start)) => {
                    open += 1;
                    self.element(&start);
                }
                Ok(Event::Empty(start)) => self.element(&start),
                Ok(Event::End(_)) => open -= 1,
                Ok(Event::Eof) => return open == 0,
                Ok(_) => {}
                Err(_) => return false,
            }
        }
    }

    fn element(&mut self, start: &BytesStart<'_>) {
        let attribute = |local: &str| {
            start.attributes().flatten().find_map(|attribute| {
                let name = attribute.key.local_name();
                let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
                (name.as_ref() == local).then(|| value.into_owned())
            })
        };
        match start.local_name().as_ref() {
            "sheet" => {
                // `sheetId` is another attribute: only the relation's local name is exactly `id`.
                if let (Some(name), Some(relation)) = (attribute("name"), attribute("id")) {
                    self.sheets.push((name, relation));
                }
            }
            "Relationship" => {
                if let (Some(id), Some(target)) = (attribute("Id"), attribute("Target")) {
                    self.targets.insert(id, target);
                }
            }
            _ => {}
        }
    }

    /// The sheet that a part holds.
    pub(super) fn sheet_of(&self, part: &str) -> Option<String> {
        let holds = |(_, relation): &&(String, String)| {
            self.targets.get(relation).is_some_and(|target| self.path(target) == part)
        };
        self.sheets.iter().find(holds).map(|(name, _)| name.clone())
    }

    fn path(&self, target: &str) -> String {
        match target.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None => format!("{}{target}", self.folder),
        }
    }

    /// Gives each sheet's name the facts of its part.
    pub(super) fn by_sheet(
        self,
        mut facts: BTreeMap<String, SheetFacts>,
    ) -> BTreeMap<String, SheetFacts> {
        let mut named = BTreeMap::new();
        for (name, relation) in &self.sheets {
            let Some(target) = self.targets.get(relation) else { continue };
            if let Some(found) = facts.remove(&self.path(target)) {
                named.insert(name.clone(), found);
            }
        }
        named
    }
}
