//! Judging a name: every rule it breaks on a day, with where the rule comes from.

use super::conflict::{NearName, Standing, nearness};
use super::kind::NameKind;
use super::rule::{Rule, RuleBook, Weight};
use super::split::{self, Parts, is_district, is_region_name, key, leading, region_of, tidy};
use super::words::NameWords;
use crate::date::Date;
use crate::tables::{RegionLevel, Regions};
use serde::{Deserialize, Serialize};

/// The longest name, in characters. House rule, after the forms of registrars, which take fifty.
pub const LONGEST: usize = 50;

/// How many similar names are told (house rule).
pub const SIMILAR_TOLD: usize = 10;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    pub name: &'a str,
    pub kind: NameKind,
    /// By the rules of this day.
    pub on: Date,
    /// The split as somebody corrected it; else the name is taken apart here.
    pub parts: Option<&'a Parts>,
    /// The office that decides: its code and the region it serves.
    pub office: Option<(&'a str, &'a str)>,
    /// Codes of the offices whose names it is compared with: the one that decides, and the one whose region the
    /// name begins with.
    pub offices: &'a [&'a str],
    /// The name of the entity a branch belongs to, where that is known.
    pub parent: Option<&'a str>,
    /// Names that may be near it; further ones do no harm.
    pub near: &'a [NearName],
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    pub parts: Parts,
    /// What its industry is compared by.
    pub trade: String,
    /// Code of the region it names.
    pub region: Option<String>,
    /// In the order of [`Rule::ALL`].
    pub findings: Vec<Finding>,
}

impl Judged {
    /// Whether no rule refuses it.
    pub fn can_be_had(&self) -> bool {
        self.findings
            .iter()
            .all(|finding| finding.weight != Weight::Refused)
    }

    /// Whether another has it, or the same brand in the same industry.
    pub fn is_taken(&self) -> bool {
        let taken = [Rule::Exact, Rule::SameBrandSameIndustry];
        self.findings.iter().any(|finding| taken.contains(&finding.rule))
    }
}

/// One verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub rule: Rule,
    pub weight: Weight,
    /// What of the name it is about: characters, a word, a part; for names another has, that name.
    pub what: String,
    /// More that the verdict's text needs: the ground a word is forbidden on, the forms there are.
    pub more: String,
    /// Whose the other name is, where it is about one.
    pub standing: Option<Standing>,
    /// The last day the other name keeps others from it, where there is one.
    pub until: Option<Date>,
    /// Statute and article, `unverified` or `house rule`.
    pub source: String,
}

/// Judges a name.
pub fn judge(question: &Question<'_>, regions: &Regions, words: &NameWords) -> Judged {
    let name = tidy(question.name);
    let parts = match question.parts {
        Some(parts) => parts.clone(),
        None => split::split(&name, regions, words),
    };
    let trade = words.industries.trade(&parts.industry, &parts.form);
    let region = region_of(&parts.region, regions);
    let mut told = Told {
        on: question.on,
        rules: &words.rules,
        findings: Vec::new(),
    };
    characters(&mut told, question.name, words);
    limited_words(&mut told, &name, words);
    if question.parts.is_some() && key(&parts.whole()) != key(&name) && !is_bracketed(&name, &parts) {
        told.note(Rule::Split, &parts.whole());
    }
    region_rules(&mut told, question, &parts, regions);
    brand_rules(&mut told, &parts, regions, words);
    form_rules(&mut told, question, &name, &parts, words);
    conflicts(&mut told, question, &name, &parts, &trade);
    let mut findings = told.findings;
    let order = |rule: Rule| Rule::ALL.iter().position(|known| *known == rule);
    findings.sort_by_key(|finding| order(finding.rule));
    Judged {
        trade,
        region: region.map(|region| region.code.clone()),
        parts,
        findings,
    }
}

struct Told<'a> {
    on: Date,
    rules: &'a RuleBook,
    findings: Vec<Finding>,
}

impl Told<'_> {
    /// Notes a broken rule, when it is in force.
    fn note(&mut self, rule: Rule, what: &str) {
        self.note_more(rule, what, "");
    }

    fn note_more(&mut self, rule: Rule, what: &str, more: &str) {
        if let Some(row) = self.rules.on(rule, self.on) {
            self.findings.push(Finding {
                rule,
                weight: row.weight,
                what: what.to_owned(),
                more: more.to_owned(),
                standing: None,
                until: None,
                source: row.source.clone(),
            });
        }
    }
}

fn characters(told: &mut Told<'_>, typed: &str, words: &NameWords) {
    let typed = typed.trim();
    let length = typed.chars().count();
    if length > LONGEST {
        told.note_more(Rule::TooLong, &length.to_string(), &LONGEST.to_string());
    }
    for (rule, wrong) in words.characters.wrong(typed) {
        told.note(rule, &wrong);
    }
}

fn limited_words(told: &mut Told<'_>, name: &str, words: &NameWords) {
    // Spaces and signs between its characters do not hide a word.
    let plain = key(name);
    for (word, ground) in words.forbidden.within(&plain) {
        told.note_more(Rule::Forbidden, word, ground);
    }
    for row in words.restricted.within(&plain, told.on) {
        told.findings.push(Finding {
            rule: Rule::Restricted,
            weight: row.weight,
            what: row.word.clone(),
            more: String::new(),
            standing: None,
            until: None,
            source: row.source.clone(),
        });
    }
}

fn region_rules(told: &mut Told<'_>, question: &Question<'_>, parts: &Parts, regions: &Regions) {
    let Some(region) = region_of(&parts.region, regions) else {
        told.note(Rule::NoRegion, &parts.region);
        return;
    };
    let named = leading(&parts.region, regions);
    let has_city = named.iter().any(|(one, _)| one.level == RegionLevel::City);
    if is_district(region, regions) && !has_city {
        let city = region.parent.as_deref().and_then(|code| regions.get(code));
        told.note_more(Rule::NoCity, &parts.region, city.map_or("", |city| &city.name.zh));
    }
    if let Some((_, served)) = question.office {
        let here = regions.is_within(&region.code, served) || regions.is_within(served, &region.code);
        if !here {
            told.note(Rule::Elsewhere, &parts.region);
        } else if region.code != served {
            told.note(Rule::Level, &parts.region);
        }
    }
}

fn brand_rules(told: &mut Told<'_>, parts: &Parts, regions: &Regions, words: &NameWords) {
    let brand = parts.brand.as_str();
    let chinese = brand
        .chars()
        .filter(|character| super::characters::is_ideograph(*character))
        .count();
    if chinese < 2 {
        told.note(Rule::BrandShort, brand);
    }
    if is_region_name(brand, regions) {
        told.note(Rule::BrandRegion, brand);
    }
    if words.industries.contains(brand) {
        told.note(Rule::BrandIndustry, brand);
    }
    if parts.industry.is_empty() {
        told.note(Rule::NoIndustry, "");
    }
}

fn form_rules(told: &mut Told<'_>, question: &Question<'_>, name: &str, parts: &Parts, words: &NameWords) {
    let (kind, forms) = (question.kind, &words.forms);
    let form = tidy(&parts.form);
    let mark = forms.at_end_of(&form, true).unwrap_or_default();
    let inner = &form[..form.len() - mark.len()];
    let known = || {
        let some: Vec<&str> = forms.of(kind).collect();
        some.join("、")
    };
    if kind == NameKind::Branch {
        let end = forms.at_end_of(&form, false).unwrap_or_default();
        let own_end = forms.fits(end, NameKind::Branch);
        // Without the parent's name at hand: at least its form stands before that of the branch.
        let behind_parent = match question.parent {
            Some(parent) => key(name).starts_with(&key(parent)) && key(name) != key(parent),
            None => form != end,
        };
        if !own_end {
            told.note_more(Rule::BranchName, &form, &known());
        } else if !behind_parent {
            told.note_more(Rule::BranchName, question.parent.unwrap_or(&form), &known());
        }
        return;
    }
    if kind.is_partnership() {
        if mark.is_empty() || !forms.fits(mark, kind) {
            told.note(Rule::PartnershipMark, &form);
        }
        if !inner.is_empty() && !forms.fits(inner, kind) {
            told.note_more(Rule::WrongForm, inner, &known());
        }
    } else if kind == NameKind::Cooperative {
        if !forms.fits(&form, kind) {
            told.note_more(Rule::CooperativeForm, &form, &known());
        }
    } else if form.is_empty() {
        told.note_more(Rule::NoForm, "", &known());
    } else if !forms.fits(&form, kind) {
        told.note_more(Rule::WrongForm, &form, &known());
    }
    if form.contains("集团") {
        told.note(Rule::Group, "集团");
    }
}

fn conflicts(told: &mut Told<'_>, question: &Question<'_>, name: &str, parts: &Parts, trade: &str) {
    let mut similar = 0;
    for near in question.near {
        let Some(rule) = nearness(name, parts, trade, question.offices, near) else {
            continue;
        };
        let Some(last) = near.counts_until(told.on, told.rules) else {
            continue;
        };
        if rule == Rule::Similar {
            similar += 1;
            if similar > SIMILAR_TOLD {
                continue;
            }
        }
        if let Some(row) = told.rules.on(rule, told.on) {
            // How long a name counts that was given up is a rule of its own.
            let period = match near.standing {
                Standing::Closed { .. } | Standing::Renamed { .. } => {
                    told.rules.on(period(near.standing), told.on)
                }
                _ => None,
            };
            told.findings.push(Finding {
                rule,
                weight: row.weight,
                what: near.name.clone(),
                more: String::new(),
                standing: Some(near.standing),
                until: (last < Date::MAX).then_some(last),
                source: period.unwrap_or(row).source.clone(),
            });
        }
    }
}

fn period(standing: Standing) -> Rule {
    use super::conflict::Closing;
    match standing {
        Standing::Closed {
            how: Closing::Deregistered,
            ..
        } => Rule::Deregistered,
        Standing::Closed {
            how: Closing::Annulled,
            ..
        } => Rule::Annulled,
        Standing::Closed {
            how: Closing::Revoked,
            ..
        } => Rule::Revoked,
        _ => Rule::Renamed,
    }
}

/// Parts of a name whose region stands in brackets come in another order than the name.
fn is_bracketed(name: &str, parts: &Parts) -> bool {
    let region = format!("({})", parts.region);
    let rest = [&*parts.brand, &*parts.industry, &*parts.form].concat();
    !parts.region.is_empty() && name.contains(&region) && key(&name.replacen(&region, "", 1)) == key(&rest)
}
