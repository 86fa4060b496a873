//! Regions: provinces, cities and counties.

use super::{finish, names};
use crate::lines::{BadLine, rows};
use crate::text::{Lang, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How high a region stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RegionLevel {
    /// A province, autonomous region, municipality or special administrative region.
    Province,
    /// A prefecture-level city (地级市).
    City,
    /// Counties without a city above them (省直辖县级行政区划): a heading of the table, no part of an address.
    Group,
    /// A county, county-level city or district (县级).
    County,
}

impl RegionLevel {
    fn from_name(name: &str) -> Option<RegionLevel> {
        match name {
            "province" => Some(RegionLevel::Province),
            "city" => Some(RegionLevel::City),
            "group" => Some(RegionLevel::Group),
            "county" => Some(RegionLevel::County),
            _ => None,
        }
    }

    fn may_stand_under(self, parent: RegionLevel) -> bool {
        match self {
            RegionLevel::Province => false,
            RegionLevel::City | RegionLevel::Group => parent == RegionLevel::Province,
            RegionLevel::County => parent != RegionLevel::County,
        }
    }
}

/// A region (行政区划) by GB/T 2260.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// Six digits.
    pub code: String,
    /// The code of the region it lies in; `None` for a province.
    pub parent: Option<String>,
    /// How high it stands.
    pub level: RegionLevel,
    /// Its name by itself: 金水区, Jinshui District.
    pub name: Text,
}

/// The table of regions, in order of code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regions {
    regions: BTreeMap<String, Region>,
}

impl Regions {
    /// Reads `content/tables/regions.tsv`. Reported are codes that are not six digits or stand twice,
    /// unknown levels, missing names, and parents that are unknown or of the wrong level.
    pub fn parse(text: &str) -> Result<Regions, Vec<BadLine>> {
        let mut bad = Vec::new();
        let mut table = Regions::default();
        let mut lines = Vec::new();
        for (line, [code, parent, level, zh, en]) in
            rows(text, ["code", "parent", "level", "zh", "en"], &mut bad)
        {
            let Some(level) = RegionLevel::from_name(level) else {
                bad.push(BadLine::new(
                    line,
                    format!("\"{level}\" is not province, city, group or county"),
                ));
                continue;
            };
            if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
                bad.push(BadLine::new(
                    line,
                    format!("\"{code}\" is not a code of six digits"),
                ));
                continue;
            }
            let region = Region {
                code: code.to_owned(),
                parent: (!parent.is_empty()).then(|| parent.to_owned()),
                level,
                name: names(line, zh, en, &mut bad),
            };
            lines.push((line, code));
            if table.regions.insert(code.to_owned(), region).is_some() {
                bad.push(BadLine::new(line, format!("{code} stands in the table twice")));
            }
        }
        for (line, code) in lines {
            if let Some(why) = table.misplaced(code) {
                bad.push(BadLine::new(line, why));
            }
        }
        finish(table, bad)
    }

    fn misplaced(&self, code: &str) -> Option<String> {
        let region = self.regions.get(code)?;
        let Some(parent) = &region.parent else {
            return (region.level != RegionLevel::Province).then(|| format!("{code} needs a parent"));
        };
        match self.regions.get(parent) {
            None => Some(format!("its parent {parent} is not in the table")),
            Some(above) if region.level.may_stand_under(above.level) => None,
            Some(_) => Some(format!("{code} cannot stand under {parent} at its level")),
        }
    }

    /// The region with this code.
    pub fn get(&self, code: &str) -> Option<&Region> {
        self.regions.get(code)
    }

    /// All regions, in order of code.
    pub fn iter(&self) -> impl Iterator<Item = &Region> {
        self.regions.values()
    }

    /// The regions directly inside this one, in order of code.
    pub fn children<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Region> {
        self.iter()
            .filter(move |region| region.parent.as_deref() == Some(code))
    }

    /// The region and those it lies in, the province first; empty for an unknown code.
    pub fn path(&self, code: &str) -> Vec<&Region> {
        let mut path = Vec::new();
        let mut next = self.get(code);
        // Parents stand strictly higher, so the walk ends; a table from elsewhere might not keep that.
        while let Some(region) = next
            && path.len() < 4
        {
            path.push(region);
            next = region.parent.as_deref().and_then(|parent| self.get(parent));
        }
        path.reverse();
        path
    }

    /// The whole name as an address writes it: 河南省郑州市金水区, or Jinshui District, Zhengzhou City,
    /// Henan Province. `None` for an unknown code.
    pub fn path_name(&self, code: &str, lang: Lang) -> Option<String> {
        let path = self.path(code);
        let last = path.last()?.code.as_str();
        let mut names: Vec<&str> = path
            .iter()
            .filter(|region| region.level != RegionLevel::Group || region.code == last)
            .map(|region| region.name.get(lang))
            .collect();
        Some(match lang {
            Lang::Zh => names.concat(),
            Lang::En => {
                names.reverse();
                names.join(", ")
            }
        })
    }

    /// Whether `code` is `top` or lies in it.
    pub fn is_within(&self, code: &str, top: &str) -> bool {
        self.path(code).iter().any(|region| region.code == top)
    }
}
