//! The offices of the province and how they stand above one another.

mod renaming;

use crate::lines::{BadLine, rows};
use crate::tables::{finish, names};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use renaming::Renamings;

/// How high an office stands; a lower office compares as greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The province office (省局).
    Province,
    /// A city office (市局).
    City,
    /// A county office or a branch for a district (县局、区分局).
    County,
    /// A station (工商所).
    Station,
}

impl Level {
    /// All levels, the highest first.
    pub const ALL: [Level; 4] = [Level::Province, Level::City, Level::County, Level::Station];

    /// The name in tables, in the store and in keys of the catalogue.
    pub fn name(self) -> &'static str {
        match self {
            Level::Province => "province",
            Level::City => "city",
            Level::County => "county",
            Level::Station => "station",
        }
    }

    /// The level with this [`name`](Level::name).
    pub fn from_name(name: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.name() == name)
    }
}

/// An office (机构) of the registrar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Six digits, by custom those of its region; eight for a station.
    pub code: String,
    /// How high it stands.
    pub level: Level,
    /// The code of the office above; `None` for the province office.
    pub parent: Option<String>,
    /// The code of the region it serves.
    pub region: String,
    /// Its full name.
    pub name: Text,
    /// Where to find it.
    pub address: Text,
    /// Where to call it.
    pub phone: String,
    /// Whether address and telephone are invented for demonstration.
    pub demo: bool,
}

/// All offices, one above all others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeTree {
    offices: BTreeMap<String, Office>,
}

const HEADER: [&str; 10] = [
    "code",
    "level",
    "parent",
    "region",
    "zh",
    "en",
    "address_zh",
    "address_en",
    "phone",
    "demo",
];

impl OfficeTree {
    /// Reads `content/offices/offices.tsv`. Reported are codes that are not six or eight digits or stand
    /// twice, unknown levels, missing texts, a `demo` that is neither yes nor no, parents that are
    /// unknown or not above, a second office for one region, and more or fewer than one office on top.
    pub fn parse(text: &str) -> Result<OfficeTree, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut tree = OfficeTree::default();
        let mut lines = Vec::new();
        for (line, cells) in rows(text, HEADER, &mut bad) {
            let Some(office) = read_office(line, cells, &mut bad) else {
                continue;
            };
            let code = office.code.clone();
            lines.push((line, code.clone()));
            if tree.offices.insert(code.clone(), office).is_some() {
                bad.push(BadLine::new(line, format!("{code} stands in the table twice")));
            }
        }
        let mut regions = BTreeMap::new();
        for (line, code) in &lines {
            let Some(office) = tree.offices.get(code) else {
                continue;
            };
            if let Some(why) = tree.misplaced(office) {
                bad.push(BadLine::new(*line, why));
            }
            if office.level != Level::Station
                && let Some(other) = regions.insert(&office.region, code)
                && other != code
            {
                bad.push(BadLine::new(
                    *line,
                    format!("{other} serves the region {} already", office.region),
                ));
            }
        }
        let tops = tree.iter().filter(|office| office.parent.is_none()).count();
        if tops != 1 {
            bad.push(BadLine::new(
                0,
                format!("{tops} offices stand on top instead of one"),
            ));
        }
        finish(tree, bad)
    }

    fn misplaced(&self, office: &Office) -> Option<String> {
        let Some(parent) = &office.parent else {
            return (office.level != Level::Province).then(|| format!("{} needs a parent", office.code));
        };
        match self.offices.get(parent) {
            None => Some(format!("its parent {parent} is not in the table")),
            Some(above) if above.level < office.level => None,
            Some(_) => Some(format!("its parent {parent} does not stand above its level")),
        }
    }

    /// The office with this code.
    pub fn get(&self, code: &str) -> Option<&Office> {
        self.offices.get(code)
    }

    /// All offices, in order of code.
    pub fn iter(&self) -> impl Iterator<Item = &Office> {
        self.offices.values()
    }

    /// The office above all others; `None` only for an empty tree.
    pub fn root(&self) -> Option<&Office> {
        self.iter().find(|office| office.parent.is_none())
    }

    /// The office that serves a region: its own one, else its city's, else the province's, by the digits
    /// of the code. Stations are never the answer; `None` for a region of another province.
    pub fn office_for_region(&self, region: &str) -> Option<&Office> {
        let serves = |code: &str| {
            self.iter()
                .find(|office| office.level != Level::Station && office.region == code)
        };
        let (city, province) = (region.get(..4)?, region.get(..2)?);
        serves(region)
            .or_else(|| serves(&format!("{city}00")))
            .or_else(|| serves(&format!("{province}0000")))
    }

    /// How the codes of the regions begin that this office serves, by the digits of its own: a county's whole
    /// code, a city's first four digits, the province's first two.
    pub fn area(&self, code: &str) -> Option<&str> {
        let region = self.get(code)?.region.as_str();
        let above_counties = region.strip_suffix("0000").or(region.strip_suffix("00"));
        Some(above_counties.unwrap_or(region))
    }

    /// The offices directly below this one, in order of code.
    pub fn children<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Office> {
        self.iter()
            .filter(move |office| office.parent.as_deref() == Some(code))
    }

    /// The offices above this one, the nearest first, without itself; empty for an unknown code.
    pub fn ancestors(&self, code: &str) -> Vec<&Office> {
        let mut ancestors = Vec::new();
        let mut next = self.above(code);
        // Parents stand strictly higher, so there are at most three.
        while let Some(office) = next
            && ancestors.len() < Level::ALL.len()
        {
            ancestors.push(office);
            next = self.above(&office.code);
        }
        ancestors
    }

    fn above(&self, code: &str) -> Option<&Office> {
        self.get(self.get(code)?.parent.as_deref()?)
    }

    /// The offices below this one at any depth, in order of code, without itself.
    pub fn descendants<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Office> {
        self.iter()
            .filter(move |office| office.code != code && self.is_below_or_same(&office.code, code))
    }

    /// Whether `code` is the office `top` or stands below it; false when either is unknown.
    pub fn is_below_or_same(&self, code: &str, top: &str) -> bool {
        match self.get(code) {
            Some(office) => office.code == top || self.ancestors(code).iter().any(|above| above.code == top),
            None => false,
        }
    }
}

fn read_office(line: usize, cells: [&str; 10], bad: &mut Vec<BadLine>) -> Option<Office> {
    let [
        code,
        level,
        parent,
        region,
        zh,
        en,
        address_zh,
        address_en,
        phone,
        demo,
    ] = cells;
    let Some(level) = Level::from_name(level) else {
        bad.push(BadLine::new(
            line,
            format!("\"{level}\" is not province, city, county or station"),
        ));
        return None;
    };
    let length = if level == Level::Station { 8 } else { 6 };
    if code.len() != length || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        bad.push(BadLine::new(
            line,
            format!("\"{code}\" is not a code of {length} digits"),
        ));
        return None;
    }
    if region.len() != 6 || !region.bytes().all(|byte| byte.is_ascii_digit()) {
        bad.push(BadLine::new(
            line,
            format!("\"{region}\" is not a region of six digits"),
        ));
    }
    if !matches!(demo, "yes" | "no") {
        bad.push(BadLine::new(line, format!("\"{demo}\" is neither yes nor no")));
    }
    if address_zh.is_empty() || address_en.is_empty() || phone.is_empty() {
        bad.push(BadLine::new(
            line,
            "an address, in Chinese and English, and a telephone number are needed",
        ));
    }
    Some(Office {
        code: code.to_owned(),
        level,
        parent: (!parent.is_empty()).then(|| parent.to_owned()),
        region: region.to_owned(),
        name: names(line, zh, en, bad),
        address: Text::new(address_zh, address_en),
        phone: phone.to_owned(),
        demo: demo == "yes",
    })
}

#[cfg(test)]
mod tests;
