//! Taking a name apart: region, brand, industry, form (企业名称登记管理规定 art. 6).

use super::words::NameWords;
use crate::search::normal;
use crate::tables::{Region, RegionLevel, Regions};
use serde::{Deserialize, Serialize};

/// The four parts of a name, each as it stands there; empty where the name has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Parts {
    /// 行政区划: 河南, 郑州市金水区.
    pub region: String,
    /// 字号: 豫达.
    pub brand: String,
    /// 行业或者经营特点: 商贸.
    pub industry: String,
    /// 组织形式: 有限公司; a partnership's with its mark, a branch's from its parent's form on.
    pub form: String,
}

impl Parts {
    /// The four one after another.
    pub fn whole(&self) -> String {
        [&*self.region, &*self.brand, &*self.industry, &*self.form].concat()
    }
}

/// The name as it is taken apart: without spaces around it, brackets of ordinary width. Everything else stays
/// as typed, to be judged.
pub fn tidy(name: &str) -> String {
    name.trim().replace('（', "(").replace('）', ")")
}

/// What two names are compared by: width, brackets, spaces and case make no difference.
pub fn key(name: &str) -> String {
    normal(name)
}

/// Takes a name apart. Without a region in front one in brackets (豫达（河南）商贸有限公司) is its region; else
/// the parts one after another are the [`tidy`] name.
pub fn split(name: &str, regions: &Regions, words: &NameWords) -> Parts {
    let name = tidy(name);
    let (front, form) = cut_form(&name, words);
    let mut found = leading(front, regions);
    let mut parts = rest_of(front, front_length(&found), form, words);
    // 河南郑州科技有限公司: a name has a brand before it has a second region.
    let is_brand = |parts: &Parts| {
        let industry_alone = parts.industry.is_empty() && words.industries.contains(&parts.brand);
        !parts.brand.is_empty() && !industry_alone
    };
    while !is_brand(&parts) && found.len() > 1 {
        found.pop();
        parts = rest_of(front, front_length(&found), form, words);
    }
    if parts.region.is_empty()
        && let Some((before, region, after)) = bracketed(front, regions)
    {
        parts = rest_of(&format!("{before}{after}"), 0, form, words);
        parts.region = region;
    }
    parts
}

/// The region with this text: the last of the regions it names one within another.
pub fn region_of<'a>(text: &str, regions: &'a Regions) -> Option<&'a Region> {
    let found = leading(text, regions);
    let whole = front_length(&found) == text.len() && !text.is_empty();
    found.last().filter(|_| whole).map(|(region, _)| *region)
}

/// Whether the text is the whole or the short name of a region of the table, and nothing more.
pub fn is_region_name(text: &str, regions: &Regions) -> bool {
    regions
        .iter()
        .any(|region| names(region).any(|name| name == text))
}

/// Whether a region is a municipal district (市辖区), which stands behind its city.
pub fn is_district(region: &Region, regions: &Regions) -> bool {
    let above = region.parent.as_deref().and_then(|code| regions.get(code));
    region.level == RegionLevel::County
        && region.name.zh.ends_with('区')
        && above.is_some_and(|above| above.level == RegionLevel::City)
}

/// How names that begin with a region write it: 郑州市 and 郑州, 郑州市金水区 and 郑州金水区.
pub fn spellings(region: &Region, regions: &Regions) -> Vec<String> {
    let above = region.parent.as_deref().and_then(|code| regions.get(code));
    let city = above.filter(|above| above.level == RegionLevel::City);
    let own = names(region).map(String::from);
    let behind_city = names(region).flat_map(|name| {
        city.into_iter()
            .flat_map(names)
            .map(move |city| format!("{city}{name}"))
    });
    own.chain(behind_city).collect()
}

/// The regions a text begins with, each within the one before it, with how many bytes they take.
pub(super) fn leading<'a>(text: &str, regions: &'a Regions) -> Vec<(&'a Region, usize)> {
    let mut found: Vec<(&Region, usize)> = Vec::new();
    let mut rest = text;
    loop {
        let within = |region: &&Region| match found.last() {
            None => region.level != RegionLevel::Group,
            Some((above, _)) => region.code != above.code && regions.is_within(&region.code, &above.code),
        };
        let longest = regions
            .iter()
            .filter(within)
            .filter_map(|region| Some((region, names(region).find(|name| rest.starts_with(name))?.len())))
            // Of two names of one length that of the higher region: 新乡 is the city, 新乡县 the county.
            .max_by_key(|(region, length)| (*length, std::cmp::Reverse(region.level)));
        match longest {
            Some((region, length)) => {
                found.push((region, length));
                rest = &rest[length..];
            }
            None => return found,
        }
    }
}

fn front_length(found: &[(&Region, usize)]) -> usize {
    found.iter().map(|(_, length)| length).sum()
}

/// How names write a region, the longest first: 郑州市 and 郑州; a district only in full, since its short
/// name is more often a word.
fn names(region: &Region) -> impl Iterator<Item = &str> {
    const ENDINGS: [&str; 10] = [
        "维吾尔自治区",
        "壮族自治区",
        "回族自治区",
        "特别行政区",
        "自治区",
        "自治州",
        "地区",
        "省",
        "市",
        "县",
    ];
    let whole = region.name.zh.as_str();
    let short = ENDINGS
        .iter()
        .find_map(|ending| whole.strip_suffix(ending))
        .filter(|short| short.chars().count() >= 2);
    std::iter::once(whole).chain(short)
}

/// The name before its form, and the form.
fn cut_form<'a>(name: &'a str, words: &NameWords) -> (&'a str, &'a str) {
    let forms = &words.forms;
    if let Some(parent_form) = parent_form(name, words) {
        return name.split_at(parent_form);
    }
    let mark = forms.at_end_of(name, true).map_or(0, str::len);
    let bare = &name[..name.len() - mark];
    let form = forms.at_end_of(bare, false).map_or(0, str::len);
    name.split_at(bare.len() - form)
}

/// Where the parent's form begins in the name of a branch: 豫达商贸|有限公司金水分公司.
fn parent_form(name: &str, words: &NameWords) -> Option<usize> {
    use super::kind::NameKind::{Branch, Company, Cooperative, Partnership};
    let branch = words.forms.at_end_of(name, false)?;
    if !words.forms.fits(branch, Branch) {
        return None;
    }
    let front = &name[..name.len() - branch.len()];
    let parents = [Company, Partnership, Cooperative]
        .into_iter()
        .flat_map(|kind| words.forms.of(kind))
        // A single character (行, 店) is as often part of a place.
        .filter(|form| form.chars().count() > 2);
    let found: Vec<(usize, usize)> = parents
        .filter_map(|form| front.rfind(form).map(|at| (at, form.len())))
        .collect();
    // The one that ends last, and of those the longest: 股份有限公司, not its 有限公司.
    found
        .into_iter()
        .max_by_key(|(at, length)| (at + length, *length))
        .map(|(at, _)| at)
}

/// Brand and industry of what stands between region and form.
fn rest_of(front: &str, region: usize, form: &str, words: &NameWords) -> Parts {
    let (region, rest) = front.split_at(region);
    let chars: Vec<char> = rest.chars().collect();
    let form_chars: Vec<char> = form.chars().collect();
    let runs = words.industries.runs(&chars, &form_chars);
    let reads = |from: &usize| runs[*from];
    // The longest run of words that leaves two characters for the brand, else one.
    let start = (2..chars.len())
        .find(reads)
        .or_else(|| (1..chars.len()).find(reads));
    let (brand, industry) = chars.split_at(start.unwrap_or(chars.len()));
    Parts {
        region: region.to_owned(),
        brand: brand.iter().collect(),
        industry: industry.iter().collect(),
        form: form.to_owned(),
    }
}

/// What stands before, in and after brackets that hold a region.
fn bracketed<'a>(front: &'a str, regions: &Regions) -> Option<(&'a str, String, &'a str)> {
    let (before, rest) = front.split_once('(')?;
    let (inside, after) = rest.split_once(')')?;
    region_of(inside, regions).map(|_| (before, inside.to_owned(), after))
}
