//! Invents entities: the same ones for the same seed and day.

use super::kinds::{KINDS, Kind, Make, kind};
use super::people::Named;
use super::random::Random;
use super::words::{
    ADVICE, BRAND_FIRST, BRAND_SECOND, COMPANIES, FACTORIES, FARMS, GIVEN, INVESTORS, ROADS, SHOPS, SURNAMES,
    Trade,
};
use crate::hall::Reference;
use crate::hall::register::{regno_class, uscc_kind};
use domain::date::{Date, Instant};
use domain::entity::public::{CREDIT_CODE_SINCE, InspectedYear};
use domain::entity::{Branch, Details, Entity, LEGAL_REP_ID_NO, Position, Shareholder};
use domain::ident::{Regno, Resident, Uscc};
use domain::office::Level;
use domain::tables::{EntityStatus, Region, RegionLevel};
use domain::text::Lang;
use std::collections::{HashMap, HashSet};

/// An entity with what the register knows of its past.
pub(super) struct Invented {
    pub entity: Entity,
    /// As it was before its one change, and the day of the change.
    pub before: Option<(Entity, Date)>,
    pub inspected: Vec<InspectedYear>,
}

pub(super) struct Generator<'a> {
    reference: &'a Reference,
    today: Date,
    random: Random,
    counties: Vec<&'a Region>,
    /// Stations by county.
    stations: HashMap<String, Vec<String>>,
    /// The id of the service that years are inspected for, where one is published.
    inspection: Option<&'a str>,
    names: HashSet<u64>,
    /// The last number given in each series of codes.
    serials: HashMap<String, u32>,
    made: usize,
}

impl<'a> Generator<'a> {
    pub(super) fn new(
        reference: &'a Reference,
        today: Date,
        seed: u64,
        inspection: Option<&'a str>,
    ) -> Generator<'a> {
        let counties = reference
            .regions
            .iter()
            .filter(|region| region.level == RegionLevel::County && region.code.starts_with("41"))
            .filter(|region| reference.offices.get(&region.code).is_some())
            .collect();
        let mut stations: HashMap<String, Vec<String>> = HashMap::new();
        for office in reference
            .offices
            .iter()
            .filter(|office| office.level == Level::Station)
        {
            stations
                .entry(office.region.clone())
                .or_default()
                .push(office.code.clone());
        }
        Generator {
            reference,
            today,
            random: Random::new(seed),
            counties,
            stations,
            inspection,
            names: HashSet::new(),
            serials: HashMap::new(),
            made: 0,
        }
    }

    /// The series of codes with the last number given in each.
    pub(super) fn serials(&self) -> impl Iterator<Item = (&str, u32)> {
        self.serials.iter().map(|(series, last)| (series.as_str(), *last))
    }

    /// One entity more, with its branch where it is made with one. The first of them are one of each
    /// kind, all in the county where the demo's people are at home. With `room` for one only, it is one.
    pub(super) fn next(&mut self, home: &str, room: usize) -> Vec<Invented> {
        let at_home = self.made < KINDS.len() * 2;
        let kind = match at_home {
            true => &KINDS[self.made % KINDS.len()],
            false => self.any_kind(),
        };
        self.made += 1;
        let region = match at_home {
            true => self.counties.iter().find(|county| county.code == home).copied(),
            false => None,
        };
        let region = region.unwrap_or_else(|| *self.random.pick(&self.counties));
        if self.today <= kind.since() || (room < 2 && matches!(kind.make, Make::Branch { .. })) {
            return vec![self.invent(&KINDS[0], region)];
        }
        match kind.make {
            Make::Branch { of } => {
                let Some(parent_kind) = super::kinds::kind(of) else {
                    return Vec::new();
                };
                let mut parent = self.invent(parent_kind, region);
                parent.entity.status = EntityStatus::Active;
                let branch = self.branch(kind, &mut parent.entity);
                // The change before it would show the branch coming and going.
                parent.before = None;
                vec![parent, branch]
            }
            _ => vec![self.invent(kind, region)],
        }
    }

    /// An entity of which the demo says itself what it is called, where it is and who stands for it.
    pub(super) fn named(&mut self, named: &Named, region: &str) -> Option<Invented> {
        let region = self.reference.regions.get(region)?;
        let kind = kind(named.entity_type)?;
        let mut invented = self.invent(kind, region);
        let entity = &mut invented.entity;
        let (leader, id_no) = named.leader;
        let details = &mut entity.details;
        let names = details.shareholders.iter_mut().map(|one| &mut one.name);
        for name in names.chain(details.officers.iter_mut().map(|one| &mut one.name)) {
            if *name == entity.legal_rep {
                *name = leader.into();
            }
        }
        details.industry = named.trade.0.into();
        details.scope = named.trade.1.into();
        details.private.insert(LEGAL_REP_ID_NO.into(), id_no.into());
        entity.legal_rep = leader.into();
        entity.name = named.name.into();
        entity.status = EntityStatus::Active;
        invented.before = None;
        invented.inspected = self.inspected(kind, invented.entity.established);
        Some(invented)
    }

    fn any_kind(&mut self) -> &'static Kind {
        let whole: u64 = KINDS.iter().map(|kind| kind.share).sum();
        let mut drawn = self.random.below(whole);
        for kind in KINDS {
            if drawn < kind.share {
                return kind;
            }
            drawn -= kind.share;
        }
        &KINDS[0]
    }

    fn invent(&mut self, kind: &Kind, region: &Region) -> Invented {
        let trade = self.trade(kind.make);
        let established = self.established(kind);
        let name = self.name(kind, region, trade);
        let leader = self.person();
        let mut details = Details {
            domicile: self.domicile(region),
            scope: trade.scope.into(),
            industry: trade.industry.into(),
            term_from: established.to_string(),
            ..Details::default()
        };
        if let Some(id_no) = self.resident(region) {
            details.private.insert(LEGAL_REP_ID_NO.into(), id_no);
        }
        self.fill(kind, &leader, established, &mut details);
        let status = self.status(kind);
        let entity = Entity {
            id: self.random.id(),
            uscc: self.uscc(kind, region),
            regno: (established < CREDIT_CODE_SINCE)
                .then(|| self.regno(kind, region))
                .flatten(),
            name,
            entity_type: kind.code.into(),
            status,
            legal_rep: leader,
            office: self.office(kind, region, &details),
            region: region.code.clone(),
            established,
            details,
        };
        let inspected = match status {
            EntityStatus::Active => self.inspected(kind, established),
            _ => Vec::new(),
        };
        Invented {
            before: self.past(&entity),
            entity,
            inspected,
        }
    }

    fn branch(&mut self, kind: &Kind, parent: &mut Entity) -> Invented {
        let region = *self.random.pick(&self.counties);
        let mut branch = self.invent(kind, region);
        branch.before = None;
        let entity = &mut branch.entity;
        let place = short(&region.name.zh);
        entity.name = match kind.code {
            "5830" => format!("{}{place}办事处", parent.name),
            _ => format!("{}{place}分公司", parent.name),
        };
        entity.established = entity.established.max(parent.established);
        entity.details.scope.clone_from(&parent.details.scope);
        entity.details.industry.clone_from(&parent.details.industry);
        entity.details.term_from = entity.established.to_string();
        parent.details.branches.push(Branch {
            name: entity.name.clone(),
            code: entity.code_on(self.today).into(),
            office: entity.office.clone(),
        });
        branch
    }

    fn trade(&mut self, make: Make) -> &'static Trade {
        self.random.pick(match make {
            Make::Individual => SHOPS,
            Make::Enterprise | Make::EnterpriseBranch | Make::Sole => FACTORIES,
            Make::Cooperative => FARMS,
            Make::Partnership { .. } => ADVICE,
            _ => COMPANIES,
        })
    }

    /// Most were established in the last years; old firms are fewer.
    fn established(&mut self, kind: &Kind) -> Date {
        let since = kind.since();
        let days = since.days_until(self.today).max(1);
        let back = self.random.between(0, days).min(self.random.between(0, days));
        let day = self.reference.calendar.roll_forward(self.today.add_days(-back));
        day.min(self.today).max(since)
    }

    fn person(&mut self) -> String {
        let mut name = self.random.pick(SURNAMES).to_string();
        for _ in 0..self.random.between(1, 2) {
            name.push_str(self.random.pick::<&str>(GIVEN));
        }
        name
    }

    /// A resident number whose digits fit one another; whose it is, if anybody's, is chance.
    fn resident(&mut self, region: &Region) -> Option<String> {
        let year = self.random.between(1945, 1985);
        let (month, day) = (self.random.between(1, 12), self.random.between(1, 28));
        let serial = self.random.between(1, 999);
        let body = format!("{}{year}{month:02}{day:02}{serial:03}", region.code);
        Resident::compose(&body, self.today)
            .ok()
            .map(|number| number.as_str().to_string())
    }

    fn name(&mut self, kind: &Kind, region: &Region, trade: &Trade) -> String {
        let path = self.reference.regions.path(&region.code);
        let city = path
            .iter()
            .find(|region| region.level == RegionLevel::City)
            .map_or(region.name.zh.as_str(), |city| &city.name.zh);
        let county = region.name.zh.as_str();
        loop {
            let brand = format!(
                "{}{}",
                self.random.pick(BRAND_FIRST),
                self.random.pick(BRAND_SECOND)
            );
            let word = trade.word;
            let name = match kind.make {
                Make::Company { .. } | Make::Branch { .. } => match self.random.below(10) {
                    0..=2 => format!("河南{brand}{word}有限公司"),
                    3..=7 => format!("{}{brand}{word}有限公司", short(city)),
                    _ => format!("{county}{brand}{word}有限公司"),
                },
                Make::JointStock => format!("河南{brand}{word}股份有限公司"),
                Make::Foreign { .. } => format!("{brand}（河南）{word}有限公司"),
                Make::Partnership { limited: false } => format!("{}{brand}{word}（普通合伙）", short(city)),
                Make::Partnership { limited: true } => format!("{}{brand}{word}（有限合伙）", short(city)),
                Make::Sole => format!("{county}{brand}{word}"),
                Make::Cooperative => format!("{county}{brand}{word}专业合作社"),
                Make::Individual => match self.random.below(3) {
                    0 => format!(
                        "{city}{county}{}{}{word}",
                        self.random.pick(&["老", "小", "大"]),
                        self.random.pick(SURNAMES)
                    ),
                    1 => format!("{county}{brand}{word}"),
                    _ => format!("{county}{}{word}", self.person()),
                },
                Make::Enterprise => match self.random.below(2) {
                    0 => format!(
                        "{city}{}{word}",
                        self.random.pick(&["第一", "第二", "第三", "国营", "红旗"])
                    ),
                    _ => format!("{county}{brand}{word}"),
                },
                Make::EnterpriseBranch => format!("{city}{brand}{word}{}门市部", self.random.pick(ROADS)),
                Make::Office => format!(
                    "{}河南代表处",
                    foreign_name(self.random.pick::<&str>(INVESTORS), &brand)
                ),
            };
            if self.names.insert(fingerprint(&name)) {
                return name;
            }
        }
    }

    fn domicile(&mut self, region: &Region) -> String {
        let place = self
            .reference
            .regions
            .path_name(&region.code, Lang::Zh)
            .unwrap_or_default();
        let road = *self.random.pick(ROADS);
        let number = self.random.between(1, 399);
        match self.random.below(3) {
            0 => format!(
                "{place}{road}{number}号{}号楼{}室",
                self.random.between(1, 30),
                self.random.between(1, 30) * 100 + self.random.between(1, 12)
            ),
            _ => format!("{place}{road}{number}号"),
        }
    }

    fn fill(&mut self, kind: &Kind, leader: &str, established: Date, details: &mut Details) {
        let capital = match kind.make {
            Make::Company { one: true, .. } => *self.random.pick(&[10, 30, 50, 100, 200]),
            Make::Company { .. } => *self.random.pick(&[30, 50, 100, 200, 300, 500, 1000, 3000]),
            Make::JointStock => *self.random.pick(&[500, 1000, 3000, 6000, 12000]),
            Make::Foreign { .. } => *self.random.pick(&[500, 1200, 2400, 6500, 13000]),
            Make::Partnership { .. } => *self.random.pick(&[50, 100, 500, 3000]),
            Make::Sole => *self.random.pick(&[5, 10, 20, 50]),
            Make::Cooperative => *self.random.pick(&[50, 100, 200, 300]),
            Make::Enterprise => *self.random.pick(&[20, 50, 80, 300, 1500]),
            Make::Branch { .. } | Make::Individual | Make::EnterpriseBranch | Make::Office => 0,
        };
        if capital > 0 {
            let paid = match kind.make {
                Make::Company { one: false, .. } if self.random.percent(20) => capital * 2 / 5,
                _ => capital,
            };
            details.capital = capital.to_string();
            details.paid_capital = paid.to_string();
            details.shareholders = self.shareholders(kind.make, leader, (capital, paid), established);
        }
        details.officers = match kind.make {
            Make::Company { .. } => vec![
                position(leader, "执行董事兼总经理"),
                position(&self.person(), "监事"),
            ],
            Make::JointStock | Make::Foreign { .. } => vec![
                position(leader, "董事长"),
                position(&self.person(), "董事"),
                position(&self.person(), "董事兼总经理"),
                position(&self.person(), "监事"),
            ],
            _ => Vec::new(),
        };
        match kind.make {
            Make::Individual => {
                details.operation = self.random.pick(&["personal", "personal", "family"]).to_string()
            }
            Make::Company { .. } | Make::JointStock | Make::Foreign { .. } => {
                let years = *self.random.pick(&[10, 20, 30, 0]);
                if years > 0 {
                    let end = established.add_years(years).add_days(-1);
                    // A term that ran out would call for a change that nobody made.
                    if end > self.today {
                        details.term_until = end.to_string();
                    }
                }
            }
            _ => {}
        }
    }

    fn shareholders(
        &mut self,
        make: Make,
        leader: &str,
        (capital, paid): (i64, i64),
        on: Date,
    ) -> Vec<Shareholder> {
        let names: Vec<String> = match make {
            Make::Company {
                people: true,
                one: true,
            }
            | Make::Sole => vec![leader.into()],
            Make::Company { people: true, .. } | Make::Partnership { .. } => {
                vec![leader.into(), self.person()]
            }
            Make::Company {
                people: false,
                one: true,
            } => vec![self.investor_at_home()],
            Make::Company { .. } | Make::JointStock => vec![self.investor_at_home(), leader.into()],
            Make::Foreign { alone: true } => vec![self.random.pick(INVESTORS).to_string()],
            Make::Foreign { .. } => vec![self.investor_at_home(), self.random.pick(INVESTORS).to_string()],
            Make::Cooperative => vec![
                leader.into(),
                self.person(),
                self.person(),
                self.person(),
                self.person(),
            ],
            _ => return Vec::new(),
        };
        let form = match make {
            Make::Cooperative => "实物",
            _ => "货币",
        };
        let count = names.len() as i64;
        let share = |whole: i64, first: bool| {
            let each = whole / (count + 1);
            if first { whole - each * (count - 1) } else { each }
        };
        names
            .into_iter()
            .enumerate()
            .map(|(place, name)| Shareholder {
                name,
                subscribed: share(capital, place == 0).to_string(),
                paid: share(paid, place == 0).to_string(),
                form: form.into(),
                on: on.to_string(),
            })
            .collect()
    }

    fn investor_at_home(&mut self) -> String {
        format!(
            "河南{}{}投资有限公司",
            self.random.pick(BRAND_FIRST),
            self.random.pick(BRAND_SECOND)
        )
    }

    fn status(&mut self, kind: &Kind) -> EntityStatus {
        // One of each kind at home stays in business, for the demo's people to act for.
        if self.made <= KINDS.len() || matches!(kind.make, Make::Branch { .. }) {
            return EntityStatus::Active;
        }
        match self.random.below(100) {
            0..=8 => EntityStatus::Deregistered,
            9..=12 => EntityStatus::Revoked,
            13 => EntityStatus::RevokedDeregistered,
            _ => EntityStatus::Active,
        }
    }

    /// Individuals are registered at a station where there is one, foreign-funded firms at the city's
    /// office, large ones at the province's, the others at the county's.
    fn office(&mut self, kind: &Kind, region: &Region, details: &Details) -> String {
        let stations = self.stations.get(&region.code);
        let large = details.capital.len() > 4;
        match kind.make {
            Make::Individual if stations.is_some_and(|stations| !stations.is_empty()) => {
                self.random.pick(&self.stations[&region.code]).clone()
            }
            Make::JointStock if large => "410000".into(),
            Make::Foreign { .. } | Make::JointStock | Make::Office => {
                let path = self.reference.offices.ancestors(&region.code);
                path.iter()
                    .find(|office| office.level == Level::City)
                    .map_or_else(|| region.code.clone(), |office| office.code.clone())
            }
            _ => region.code.clone(),
        }
    }

    fn serial(&mut self, series: String) -> u32 {
        let last = self.serials.entry(series).or_default();
        *last += 1;
        *last
    }

    fn uscc(&mut self, kind: &Kind, region: &Region) -> Option<String> {
        let serial = self.serial(format!("uscc:{}", region.code));
        Uscc::compose('9', uscc_kind(kind.code), &region.code, serial).map(String::from)
    }

    fn regno(&mut self, kind: &Kind, region: &Region) -> Option<String> {
        let class = regno_class(kind.code);
        let serial = self.serial(format!("regno:{}:{class}", region.code));
        Regno::compose(&region.code, class * 10_000_000 + serial).map(String::from)
    }

    /// The last years inspected: all that are over, and for some the one of which the window is open.
    fn inspected(&mut self, kind: &Kind, established: Date) -> Vec<InspectedYear> {
        let Some(service) = self.inspection else {
            return Vec::new();
        };
        if matches!(kind.make, Make::Cooperative | Make::Office) {
            return Vec::new();
        }
        // The inspection ended with the year 2012.
        let last = (self.today.year() - 1).min(2012);
        let mut years = Vec::new();
        for year in established.year().max(last - 3)..=last {
            let Some(opened) = Date::new(year + 1, 3, 1) else {
                continue;
            };
            let on = self
                .reference
                .calendar
                .roll_forward(opened.add_days(self.random.between(0, 100)));
            if on < self.today && (year < last || self.random.percent(40)) {
                years.push(InspectedYear {
                    service: service.into(),
                    year: i64::from(year),
                    on,
                });
            }
        }
        years
    }

    /// Some entities changed once since they were established.
    fn past(&mut self, entity: &Entity) -> Option<(Entity, Date)> {
        if !self.random.percent(6) || entity.established.days_until(self.today) < 400 {
            return None;
        }
        let mut before = entity.clone();
        match self.random.below(3) {
            0 => before.legal_rep = self.person(),
            1 => {
                let region = self.reference.regions.get(&entity.region)?;
                before.details.domicile = self.domicile(region);
            }
            _ => {
                let trade = *self
                    .random
                    .pick(&["技术咨询服务", "仓储服务", "货物进出口", "劳务服务"]);
                before.details.scope = format!("{}；{trade}", entity.details.scope);
            }
        }
        let days = entity.established.days_until(self.today);
        let on = entity.established.add_days(self.random.between(200, days - 100));
        Some((before, self.reference.calendar.roll_forward(on)))
    }
}

/// The moment of a past change: ten in the morning of its day.
pub(super) fn moment(on: Date) -> Instant {
    Instant::start_of(on).add_seconds(10 * 3600)
}

fn position(name: &str, position: &str) -> Position {
    Position {
        name: name.into(),
        position: position.into(),
    }
}

/// 郑州 of 郑州市: as names of firms write a place.
fn short(place: &str) -> &str {
    let longer_than_two = place.chars().count() > 2;
    match place.strip_suffix(['市', '县', '区']) {
        Some(short) if longer_than_two => short,
        _ => place,
    }
}

fn foreign_name(investor: &str, brand: &str) -> String {
    let home = investor
        .rsplit_once('（')
        .map_or("香港", |(_, home)| home.trim_end_matches('）'));
    format!("{home}{brand}国际有限公司")
}

fn fingerprint(name: &str) -> u64 {
    // FNV-1a: the same on every machine, unlike the standard library's.
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
