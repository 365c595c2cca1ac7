//! Random censuses: a network of labs that merge, close, fall silent and come; questionnaires whose options are
//! renamed, merged, split, added and retired; and what each lab answered.
//!
//! A network is asked many questionnaires at once, each a question of its own: the figures of two questions have
//! nothing in common, so that one computation holds as many censuses as it holds questions.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

/// Deterministic numbers. Source: Steele, Lea and Flood, « splitmix64 », 2014.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    /// True so many times in a hundred.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }
}

const NAMES: [&str; 14] = [
    "Alpha", "Bravo", "Charlie", "Delta", "Foxtrot", "Golf", "Hotel", "Juliet", "Kilo", "Lima",
    "Mike", "November", "Oscar", "Papa",
];
const WORDS: [&str; 24] = [
    "alouette", "belette", "chamois", "dauphin", "fourmi", "girafe", "hibou", "iguane", "jaguar",
    "koala", "lama", "marmotte", "narval", "ocelot", "panda", "quetzal", "renard", "suricate",
    "tortue", "urubu", "vautour", "wapiti", "xerus", "zorille",
];

/// A body of the register: its last year, and what it became, when it merged.
pub(super) struct Body {
    pub(super) code: String,
    name: &'static str,
    from: Option<u16>,
    pub(super) last: Option<(u16, String)>,
    closed: Option<u16>,
}

impl Body {
    pub(super) fn is_member(&self, year: u16) -> bool {
        self.from.is_none_or(|from| from <= year)
            && self.last.as_ref().is_none_or(|(last, _)| year <= *last)
    }
}

/// What a question asked in each year, and how each option came from those of the year before.
#[derive(Default)]
pub(super) struct Questionnaire {
    pub(super) single: bool,
    /// Options by year.
    pub(super) asked: BTreeMap<u16, Vec<String>>,
    /// For each year but the first: the options of the year before that an option unites.
    pub(super) before: BTreeMap<u16, BTreeMap<String, BTreeSet<String>>>,
    /// Options that were split in a year, with their parts.
    split: BTreeMap<u16, (String, Vec<String>)>,
    passages: Vec<String>,
    words: BTreeMap<String, &'static str>,
}

/// A network with its questionnaires and answers.
pub(super) struct Network {
    pub(super) years: Vec<u16>,
    pub(super) bodies: Vec<Body>,
    pub(super) questionnaires: Vec<Questionnaire>,
    /// Who answered, by year and body's code.
    pub(super) received: BTreeSet<(u16, String)>,
    silent: BTreeSet<(u16, String)>,
    known: BTreeMap<u16, usize>,
    /// Options named, by year, body's code and questionnaire; none for a question that was passed over.
    pub(super) answers: BTreeMap<(u16, String, usize), Vec<String>>,
}

impl Network {
    pub(super) fn random(seed: u64, questionnaires: usize) -> Self {
        let mut dice = Dice::new(seed);
        let years: Vec<u16> = (2018..2020 + u16::try_from(dice.below(3)).unwrap()).collect();
        let bodies = bodies(&mut dice, &years);
        let questionnaires: Vec<Questionnaire> =
            (0..questionnaires).map(|at| questionnaire(&mut dice, &years, at)).collect();
        let mut network = Self {
            years,
            bodies,
            questionnaires,
            received: BTreeSet::new(),
            silent: BTreeSet::new(),
            known: BTreeMap::new(),
            answers: BTreeMap::new(),
        };
        network.answer(&mut dice);
        network
    }

    fn answer(&mut self, dice: &mut Dice) {
        for year in self.years.clone() {
            let members: Vec<String> = self
                .bodies
                .iter()
                .filter(|body| body.is_member(year))
                .filter(|body| body.closed.is_none_or(|closed| year < closed))
                .map(|body| body.code.clone())
                .collect();
            for (place, code) in members.iter().enumerate() {
                // An edition that nobody answered cannot be read.
                if place == 0 || dice.chance(75) {
                    self.received.insert((year, code.clone()));
                } else if dice.chance(60) {
                    self.silent.insert((year, code.clone()));
                }
            }
            if dice.chance(50) {
                self.known.insert(year, members.len() + dice.below(4));
            }
            for (at, questionnaire) in self.questionnaires.iter().enumerate() {
                for code in
                    members.iter().filter(|code| self.received.contains(&(year, (*code).clone())))
                {
                    let named = named(dice, questionnaire, year);
                    if !named.is_empty() {
                        self.answers.insert((year, code.clone(), at), named);
                    }
                }
            }
        }
    }

    /// The code that a body has in the last year.
    pub(super) fn heir(&self, code: &str) -> String {
        let body = self.bodies.iter().find(|body| body.code == code).unwrap();
        match &body.last {
            Some((last, heir)) if last < self.years.last().unwrap() => self.heir(heir),
            _ => code.to_owned(),
        }
    }

    /// Writes the census; `shuffled` puts rows and files in another order.
    pub(super) fn write(&self, home: &Path, shuffled: bool) {
        let write = |path: String, text: String| {
            let path = home.join("surveys").join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        for (name, text) in self.codebook() {
            write(format!("codebook/{name}"), text);
        }
        for year in &self.years {
            write(format!("{year}/edition.toml"), self.edition(*year));
            let (header, mut rows) = self.table(*year);
            if shuffled {
                rows.reverse();
                let (one, two) = rows.split_at(rows.len() / 2);
                for (name, rows) in [("z.csv", one), ("a.csv", two)] {
                    if !rows.is_empty() {
                        let text = format!("{header}{}", rows.concat());
                        write(format!("{year}/responses/{name}"), text);
                    }
                }
            } else {
                write(format!("{year}/responses/labs.csv"), format!("{header}{}", rows.concat()));
            }
        }
    }

    fn edition(&self, year: u16) -> String {
        let silent: Vec<String> = self
            .silent
            .iter()
            .filter(|(of, _)| *of == year)
            .map(|(_, code)| format!("\"{code}\""))
            .collect();
        let mut text = format!(
            "year = {year}\nclosing_date = {year}-12-15\nknown_silent = [{}]\n",
            silent.join(", ")
        );
        if let Some(known) = self.known.get(&year) {
            let _ = writeln!(text, "known_labs = {known}");
        }
        text
    }

    fn table(&self, year: u16) -> (String, Vec<String>) {
        let titles = (0..self.questionnaires.len()).map(|at| format!(",Question {}", title(at)));
        let row = |body: &Body| {
            let mut row = format!("Académie de {}", body.name);
            for (at, questionnaire) in self.questionnaires.iter().enumerate() {
                let named = self.answers.get(&(year, body.code.clone(), at));
                let words = named.into_iter().flatten().map(|term| questionnaire.words[term]);
                let _ = write!(row, ",{}", words.collect::<Vec<_>>().join("; "));
            }
            row + "\n"
        };
        let answering =
            self.bodies.iter().filter(|body| self.received.contains(&(year, body.code.clone())));
        (format!("Académie{}\n", titles.collect::<String>()), answering.map(row).collect())
    }

    fn codebook(&self) -> Vec<(String, String)> {
        let mut census = String::from(
            "title.fr = \"T\"\ntitle.en = \"T\"\nbody.fr = \"académie\"\nbody.en = \"académie\"\nsource.fr = \"S\"\n\
             source.en = \"S\"\n[[question]]\nid = \"academy\"\nkind = \"academy\"\nlabel.fr = \"Académie\"\n\
             label.en = \"Académie\"\nwordings = [\"Académie\"]\n",
        );
        let mut passages = String::from(
            "from_year,from_question,from_term,to_year,to_question,to_term,kind,comparable,note_fr,note_en\n",
        );
        let mut files = Vec::new();
        for (at, questionnaire) in self.questionnaires.iter().enumerate() {
            let kind = if questionnaire.single { "single" } else { "multiple" };
            let title = title(at);
            let _ = write!(
                census,
                "[[question]]\nid = \"q{at}\"\nkind = \"{kind}\"\nvocabulary = \"q{at}\"\nlabel.fr = \"Question {title}\"\n\
                 label.en = \"Question {title}\"\nwordings = [\"Question {title}\"]\n"
            );
            passages.extend(
                questionnaire.passages.iter().map(|row| row.replace('@', &format!("q{at}")) + "\n"),
            );
            files.push((
                format!("vocabularies/q{at}.toml"),
                questionnaire.vocabulary(at, &self.years),
            ));
        }
        files.push(("census.toml".to_owned(), census));
        files.push(("passages.csv".to_owned(), passages));
        files.push(("academies.csv".to_owned(), self.register()));
        let events = self.bodies.iter().filter_map(|body| {
            Some(format!("{},{}-06,month,closed,fermé,closed,test\n", body.code, body.closed?))
        });
        let header = "academy_code,date,precision,event,note_fr,note_en,source\n";
        files.push(("lab_events.csv".to_owned(), header.to_owned() + &events.collect::<String>()));
        files.push(("cases.csv".to_owned(), "question,text,terms,source\n".to_owned()));
        files
    }

    fn register(&self) -> String {
        let mut text = String::from(
            "code,name,short_name,region,valid_from,valid_to,merged_into,seat,lat,lon,departements,aliases,kind,region_insee\n",
        );
        for Body { code, name, from, last, .. } in &self.bodies {
            let from = from.map(|year| format!("{year}-01-01")).unwrap_or_default();
            let (until, heir) = last
                .as_ref()
                .map(|(year, heir)| (format!("{year}-12-31"), heir.clone()))
                .unwrap_or_default();
            let _ = writeln!(
                text,
                "{code},Académie de {name},{name},R,{from},{until},{heir},{name},,,,,académie,"
            );
        }
        text
    }
}

/// Titles that nobody takes for one another.
fn title(at: usize) -> String {
    format!("{} {}", WORDS[at % WORDS.len()], WORDS[(at / WORDS.len() + 7 + at) % WORDS.len()])
}

fn bodies(dice: &mut Dice, years: &[u16]) -> Vec<Body> {
    let count = 3 + dice.below(8);
    let mut bodies: Vec<Body> = (0..count)
        .map(|at| Body {
            code: format!("B{at:02}"),
            name: NAMES[at],
            from: None,
            last: None,
            closed: None,
        })
        .collect();
    // The first body is there all along, so that each edition has an answer.
    if dice.chance(60) && count > 3 {
        let year = *dice.pick(&years[1..]);
        let heir = format!("B{count:02}");
        for place in [1, 2] {
            bodies[place].last = Some((year - 1, heir.clone()));
        }
        bodies.push(Body {
            code: heir,
            name: NAMES[count],
            from: Some(year),
            last: None,
            closed: None,
        });
    }
    if dice.chance(50) && count > 4 {
        bodies[3].closed = Some(*dice.pick(&years[1..]));
    }
    bodies
}

fn questionnaire(dice: &mut Dice, years: &[u16], at: usize) -> Questionnaire {
    let mut one = Questionnaire { single: at.is_multiple_of(3), ..Questionnaire::default() };
    let mut now: Vec<String> = (0..2 + dice.below(4)).map(|_| one.option()).collect();
    one.asked.insert(years[0], now.clone());
    for year in &years[1..] {
        now = one.change(dice, &now, *year);
        one.asked.insert(*year, now.clone());
    }
    one
}

fn named(dice: &mut Dice, questionnaire: &Questionnaire, year: u16) -> Vec<String> {
    let asked = &questionnaire.asked[&year];
    if dice.chance(12) {
        return Vec::new();
    }
    if questionnaire.single {
        return vec![dice.pick(asked).clone()];
    }
    asked.iter().filter(|_| dice.chance(45)).cloned().collect()
}

impl Questionnaire {
    /// A new option.
    fn option(&mut self) -> String {
        let term = format!("t{}", self.words.len());
        self.words.insert(term.clone(), WORDS[self.words.len()]);
        term
    }

    /// The options of a year, from those of the year before.
    fn change(&mut self, dice: &mut Dice, before: &[String], year: u16) -> Vec<String> {
        let mut now = before.to_vec();
        let mut map: BTreeMap<String, BTreeSet<String>> =
            before.iter().map(|term| (term.clone(), BTreeSet::from([term.clone()]))).collect();
        let comparable = *dice.pick(&["yes", "partly", "no"]);
        let from = year - 1;
        let mut passage = |from_term: &str, to_term: &str, kind: &str, comparable: &str| {
            self.passages.push(format!(
                "{from},@,{from_term},{year},@,{to_term},{kind},{comparable},note,note"
            ));
        };
        match dice.below(7) {
            0 => passage("", "", "reworded", comparable),
            1 if now.len() > 2 => {
                let gone = now.remove(dice.below(now.len()));
                map.remove(&gone);
                passage(&gone, "", "retired", "no");
            }
            2 => {
                let born = self.option();
                self.passages.push(format!("{from},@,,{year},@,{born},added,no,note,note"));
                map.insert(born.clone(), BTreeSet::new());
                now.push(born);
            }
            3 => {
                let old = now.remove(dice.below(now.len()));
                let new = self.option();
                self.passages.push(format!("{from},@,{old},{year},@,{new},renamed,yes,note,note"));
                map.remove(&old);
                map.insert(new.clone(), BTreeSet::from([old]));
                now.push(new);
            }
            4 if now.len() > 2 => {
                let (one, two) = (now.remove(0), now.remove(0));
                let new = self.option();
                for old in [&one, &two] {
                    self.passages
                        .push(format!("{from},@,{old},{year},@,{new},merged,yes,note,note"));
                    map.remove(old);
                }
                map.insert(new.clone(), BTreeSet::from([one, two]));
                now.push(new);
            }
            5 => {
                let old = now.remove(dice.below(now.len()));
                map.remove(&old);
                let mut parts = Vec::new();
                for _ in 0..2 {
                    let new = self.option();
                    self.passages.push(format!(
                        "{from},@,{old},{year},@,{new},split,{comparable},note,note"
                    ));
                    // A part was never asked before, unless somebody says that it was.
                    let sources = if comparable == "yes" {
                        BTreeSet::from([old.clone()])
                    } else {
                        BTreeSet::new()
                    };
                    map.insert(new.clone(), sources);
                    parts.push(new.clone());
                    now.push(new);
                }
                self.split.insert(year, (old, parts));
            }
            _ => {}
        }
        self.before.insert(year, map);
        now
    }

    /// The options of a year that an option of the last one unites; none when it was not asked then.
    pub(super) fn sources(&self, term: &str, year: u16) -> BTreeSet<String> {
        let mut sources = BTreeSet::from([term.to_owned()]);
        for (of, map) in self.before.iter().rev().take_while(|(of, _)| **of > year) {
            // All the parts of an option together are that option.
            let split = self.split.get(of);
            let whole = split.filter(|(_, parts)| parts.iter().all(|part| sources.contains(part)));
            sources = sources.iter().filter_map(|term| map.get(term)).flatten().cloned().collect();
            sources.extend(whole.map(|(old, _)| old.clone()));
        }
        sources
    }

    fn vocabulary(&self, at: usize, years: &[u16]) -> String {
        let mut text = format!("id = \"q{at}\"\nversion = 1\n");
        for (rank, (term, word)) in (1..).zip(&self.words) {
            let asked: Vec<u16> =
                years.iter().copied().filter(|year| self.asked[year].contains(term)).collect();
            let (first, last) = (asked[0], asked[asked.len() - 1]);
            let _ = write!(
                text,
                "[[term]]\nid = \"{term}\"\nlabel.fr = \"{word}\"\nlabel.en = \"{word}\"\n"
            );
            if self.single {
                let _ = writeln!(text, "rank = {rank}");
            }
            if first > years[0] {
                let _ = writeln!(text, "since = {first}");
            }
            if last < years[years.len() - 1] {
                let _ = writeln!(text, "until = {last}");
            }
        }
        text
    }
}
