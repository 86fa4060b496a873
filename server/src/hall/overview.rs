//! What a person sees of their own: what is due for each entity they may act for, their drafts and cases.

use super::window::{FilingWindow, Later, Reported, can_correct};
use super::{Hall, HallError, Result, Visitor};
use crate::store::{CaseFile, Draft, DraftState, ExtensionRequest, KeptOpen, MandateLine, PackVersion, Tx};
use domain::case::Status;
use domain::date::Date;
use domain::entity::Entity;
use domain::expr::{Facts, Value};
use domain::pack::kind::{Filing, extension, passes, refusal, report_kind};
use domain::pack::{Pack, Subject};
use domain::permission::{Permission, Relation};
use domain::text::Text;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Cases on a page of one's own (house rule).
pub const CASES_SHOWN: i64 = 10;
/// Entities on a page of what is due (house rule): each is several lines long on a telephone.
pub const ENTITIES_SHOWN: i64 = 10;
/// Entities of one person that are looked through for what waits (house rule); an agent holds hundreds.
const ENTITIES_MOST: i64 = 2_000;

/// One report of one entity on last year, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueItem {
    pub service: String,
    pub title: Text,
    /// Its filings take effect by themselves.
    pub automatic: bool,
    pub year: i32,
    /// What kind of report, where one is due.
    pub kind: Option<Text>,
    pub state: DueState,
    /// When it can be filed, where one is due.
    pub window: Option<FilingWindow>,
    /// The extension asked for, if any.
    pub extension: Option<ExtensionRequest>,
    /// An extension can be asked for now: the day it would last to.
    pub can_extend: Option<Date>,
    /// It was filed, and can be filed once more.
    pub correction: Option<Correction>,
    /// The rule it follows from: statute and article, `unverified` or `house rule`; empty where no rule
    /// speaks.
    pub source: String,
}

impl DueItem {
    /// It can be filed, though its window has closed.
    pub fn can_be_late(&self) -> bool {
        let takes_late = self.window.as_ref().is_some_and(|window| window.takes_late);
        takes_late && matches!(self.state, DueState::Late | DueState::Draft { .. })
    }

    /// It waits, and only because an office keeps the service open.
    fn is_kept_open(&self) -> bool {
        let later = self.window.as_ref().and_then(|window| window.later.as_ref());
        self.state != DueState::Late
            && self.state.is_waiting()
            && matches!(later, Some(Later::KeptOpen { .. }))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DueState {
    NotYetOpen,
    Open,
    /// The window has closed and nothing was filed.
    Late,
    /// Begun; frozen and waiting for signatures if `signing`.
    Draft {
        id: String,
        signing: bool,
    },
    Filed {
        number: String,
        status: Status,
    },
    Done {
        on: Date,
    },
    /// There is nothing to file, for this reason.
    Nothing {
        reason: Text,
    },
    /// No rule of the pack speaks of such an entity.
    Unclear,
}

impl DueState {
    /// Somebody has to do something about it.
    pub fn is_waiting(&self) -> bool {
        match self {
            DueState::Open | DueState::Late | DueState::Draft { .. } => true,
            DueState::Filed { status, .. } => *status == Status::Correction,
            _ => false,
        }
    }
}

/// How the correction of a report stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// It can be begun until this day.
    Open { until: Date },
    /// Begun: the draft's id, frozen and waiting for signatures if `signing`.
    Draft { id: String, signing: bool },
}

/// One entity somebody may act for, with what is due for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityDue {
    pub line: MandateLine,
    /// It is listed as abnormal.
    pub abnormal: bool,
    pub due: Vec<DueItem>,
}

impl EntityDue {
    /// Sorts what waits before what does not, and what closes sooner before what closes later.
    fn urgency(&self) -> Date {
        let waiting = self.due.iter().filter(|item| item.state.is_waiting());
        let closes = |item: &DueItem| item.window.as_ref().map_or(Date::MIN, |window| window.closes);
        waiting.map(closes).min().unwrap_or(Date::MAX)
    }
}

/// One page of a person's entities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuePage {
    pub entities: Vec<EntityDue>,
    /// Entities on all pages.
    pub total: i64,
}

/// Everything about one entity that its agents need.
#[derive(Clone, Debug)]
pub struct EntityHome {
    pub entity: Entity,
    /// The visitor may grant and revoke mandates.
    pub administers: bool,
    pub due: Vec<DueItem>,
    /// Services that can be begun for it at any time, and those that could but for what stands in its records.
    pub others: Vec<OtherService>,
    pub drafts: Vec<OwnDraft>,
    pub cases: Vec<OwnCase>,
}

/// A service an entity may need at any time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherService {
    pub id: String,
    pub title: Text,
    /// What beginning it is called.
    pub start: Text,
    /// Why it cannot be begun for now.
    pub refused: Option<Text>,
}

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDraft {
    pub draft: Draft,
    pub service: Text,
    /// The entity's name and code, for drafts about one.
    pub entity: Option<(String, String)>,
}

/// A case in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCase {
    pub case: CaseFile,
    pub service: Text,
    /// Its filings take effect by themselves.
    pub automatic: bool,
}

/// A page of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CasePage {
    pub cases: Vec<OwnCase>,
    /// Cases on all pages.
    pub total: i64,
}

/// What is loaded once for many entities and one year.
struct Loaded {
    year: i32,
    /// It is the year before the present one.
    last: bool,
    today: Date,
    packs: BTreeMap<String, Arc<PackVersion>>,
    drafts: Vec<Draft>,
    reported: Reported,
    extensions: Vec<ExtensionRequest>,
    kept: Vec<KeptOpen>,
}

impl Hall {
    /// What is due for the entities the visitor may act for, those where something waits first, the soonest
    /// to close before the others; pages count from 1. `find` keeps those whose name or code contains it.
    pub async fn due_items(&self, visitor: &Visitor, find: &str, page: u32) -> Result<DuePage> {
        visitor.may(Permission::UseAccount, Relation::None)?;
        let packs = self.packs().await?;
        let mut tx = self.store.read().await?;
        let today = self.clock.today();
        let lines = tx
            .mandates_of(visitor.account(), find, today, 0, ENTITIES_MOST)
            .await?;
        let ids: Vec<String> = lines.iter().map(|line| line.entity.clone()).collect();
        let entities = tx.entities(&ids).await?;
        let missing = entities
            .iter()
            .flat_map(|found| missing_years(&found.entity, today));
        let loaded = self.load_due(&mut tx, &ids, &packs, missing.collect()).await?;
        let by_id: BTreeMap<&str, &Entity> = entities
            .iter()
            .map(|found| (found.entity.id.as_str(), &found.entity))
            .collect();
        let due = |mut line: MandateLine| {
            let entity = by_id.get(line.entity.as_str());
            if let Some(entity) = entity {
                line.code = entity.code_on(today).to_string();
            }
            let due = entity.map(|entity| self.due_of_entity(&loaded, entity));
            EntityDue {
                due: due.unwrap_or_default(),
                abnormal: entity.is_some_and(|entity| entity.is_abnormal(today)),
                line,
            }
        };
        let mut entities: Vec<_> = lines.into_iter().map(due).collect();
        let total = i64::try_from(entities.len()).unwrap_or(i64::MAX);
        // Stable: those that are alike stay in the order of their names.
        entities.sort_by_key(EntityDue::urgency);
        let shown = usize::try_from(ENTITIES_SHOWN).unwrap_or(usize::MAX);
        let before = (page.saturating_sub(1) as usize).saturating_mul(shown);
        Ok(DuePage {
            entities: entities.into_iter().skip(before).take(shown).collect(),
            total,
        })
    }

    /// One entity the visitor may act for.
    pub async fn entity_home(&self, visitor: &Visitor, code: &str) -> Result<EntityHome> {
        let packs = self.packs().await?;
        let mut tx = self.store.read().await?;
        let entity = tx.entity_by_code(code).await?.ok_or(HallError::NotFound)?.entity;
        let relation = self.relation_to_entity(&mut tx, visitor, &entity.id).await?;
        visitor.may(Permission::BeginForEntity, relation)?;
        let scope = tx
            .live_scope(visitor.account(), &entity.id, self.clock.today())
            .await?;
        let ids = std::slice::from_ref(&entity.id);
        let missing = missing_years(&entity, self.clock.today()).collect();
        let loaded = self.load_due(&mut tx, ids, &packs, missing).await?;
        let drafts = tx.drafts_of_entity(&entity.id).await?;
        let cases = tx.cases_of_entity(&entity.id).await?;
        drop(tx);
        let mut known = Facts::default();
        self.entity_facts(&mut known, &entity);
        let today = self.clock.today();
        known.set("filing.date", Value::Date(today));
        let others = packs.values().filter(|pack| {
            let pack = &pack.pack;
            pack.subject == Subject::Entity
                && pack.kinds.is_empty()
                && pack.is_in_force(today)
                && !entity.status.is_over()
        });
        let others = others.filter_map(|pack| {
            let refused = refusal(&pack.pack, &known);
            refused.is_none_or(passes).then(|| OtherService {
                id: pack.service.clone(),
                title: pack.pack.title.clone(),
                start: pack.pack.start.clone(),
                refused: refused.map(|nothing| nothing.reason.clone()),
            })
        });
        let others = others.collect();
        Ok(EntityHome {
            administers: scope == Some(domain::mandate::Scope::All),
            due: self.due_of_entity(&loaded, &entity),
            others,
            drafts: self.own_drafts(drafts, Some(&entity)).await?,
            cases: self.own_cases(cases).await?,
            entity,
        })
    }

    /// Drafts the visitor may work on.
    pub async fn workable_drafts(&self, visitor: &Visitor) -> Result<Vec<OwnDraft>> {
        let person = visitor.person()?;
        let drafts = self
            .store
            .read()
            .await?
            .workable_drafts(&person.account, self.clock.today())
            .await?;
        self.own_drafts(drafts, None).await
    }

    /// Filings that wait for the visitor's signature, as they are listed.
    pub async fn drafts_to_sign(&self, visitor: &Visitor) -> Result<Vec<OwnDraft>> {
        let drafts = self.to_sign(visitor).await?;
        self.own_drafts(drafts, None).await
    }

    /// Cases the visitor follows, newest first; pages count from 1.
    pub async fn followed_cases(&self, visitor: &Visitor, page: u32) -> Result<CasePage> {
        let person = visitor.person()?;
        let today = self.clock.today();
        let offset = i64::from(page.saturating_sub(1)) * CASES_SHOWN;
        let mut tx = self.store.read().await?;
        let total = tx.count_followed_cases(&person.account, today).await?;
        let cases = tx
            .followed_cases(&person.account, today, offset, CASES_SHOWN)
            .await?;
        drop(tx);
        Ok(CasePage {
            cases: self.own_cases(cases).await?,
            total,
        })
    }

    /// The entity a case or draft is about, for links to it; `None` for who may not act for it.
    pub async fn own_entity(&self, visitor: &Visitor, entity: &str) -> Result<Option<Entity>> {
        let mut tx = self.store.read().await?;
        match self.relation_to_entity(&mut tx, visitor, entity).await? {
            Relation::Own => Ok(tx.entity(entity).await?.map(|found| found.entity)),
            _ => Ok(None),
        }
    }

    async fn own_cases(&self, cases: Vec<CaseFile>) -> Result<Vec<OwnCase>> {
        let mut listed = Vec::with_capacity(cases.len());
        for case in cases {
            let pack = self.pack_version(&case.service, case.version).await?;
            listed.push(OwnCase {
                service: pack.pack.title.clone(),
                automatic: pack.pack.is_automatic(),
                case,
            });
        }
        Ok(listed)
    }

    async fn own_drafts(&self, drafts: Vec<Draft>, known: Option<&Entity>) -> Result<Vec<OwnDraft>> {
        let mut names: BTreeMap<String, (String, String)> = BTreeMap::new();
        if let Some(entity) = known {
            names.insert(
                entity.id.clone(),
                (
                    entity.name.clone(),
                    entity.code_on(self.clock.today()).to_string(),
                ),
            );
        } else {
            let ids: Vec<String> = drafts.iter().filter_map(|draft| draft.entity.clone()).collect();
            for found in self.store.read().await?.entities(&ids).await? {
                let entity = found.entity;
                names.insert(
                    entity.id.clone(),
                    (
                        entity.name.clone(),
                        entity.code_on(self.clock.today()).to_string(),
                    ),
                );
            }
        }
        let mut listed = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let pack = self.pack_version(&draft.service, draft.version).await?;
            let entity = draft.entity.as_ref().and_then(|id| names.get(id)).cloned();
            listed.push(OwnDraft {
                service: pack.pack.title.clone(),
                entity,
                draft,
            });
        }
        Ok(listed)
    }

    /// Last year, the years before it that an office keeps open, and those whose report is `missing`.
    async fn load_due(
        &self,
        tx: &mut Tx,
        entities: &[String],
        packs: &BTreeMap<String, Arc<PackVersion>>,
        missing: BTreeSet<i64>,
    ) -> Result<Vec<Loaded>> {
        let today = self.clock.today();
        let last = i64::from(today.year()) - 1;
        let kept = tx.kept_open().await?;
        let earlier = kept
            .iter()
            .filter(|kept| kept.until >= today && kept.year < last)
            .map(|kept| kept.year);
        let missing = missing.into_iter().filter(|year| *year < last);
        let years: BTreeSet<i64> = earlier.chain(missing).chain([last]).collect();
        let mut loaded = Vec::new();
        for year in years.into_iter().rev() {
            loaded.push(Loaded {
                year: i32::try_from(year).unwrap_or_default(),
                last: year == last,
                today,
                packs: packs.clone(),
                drafts: tx.report_drafts_of(entities, year).await?,
                reported: Reported {
                    cases: tx.reports_of(entities, year).await?,
                    done: tx.inspections_of(entities, year).await?,
                },
                extensions: tx.extensions_of(entities, year).await?,
                kept: kept.clone(),
            });
        }
        Ok(loaded)
    }

    fn due_of_entity(&self, loaded: &[Loaded], entity: &Entity) -> Vec<DueItem> {
        let mut facts = Facts::default();
        self.entity_facts(&mut facts, entity);
        let mut due = Vec::new();
        for loaded in loaded {
            let reports = loaded
                .packs
                .values()
                .filter(|pack| !pack.pack.kinds.is_empty() && pack.pack.is_in_force(loaded.today));
            let items = reports.map(|pack| self.due_item(loaded, entity, &facts, pack));
            // Of years gone by only what can still be done is of interest.
            let year = i64::from(loaded.year);
            let missing = missing_years(entity, loaded.today).any(|missing| missing == year);
            let of_interest =
                |item: &DueItem| loaded.last || item.is_kept_open() || missing && item.can_be_late();
            due.extend(items.filter(of_interest));
        }
        due
    }

    fn due_item(&self, loaded: &Loaded, entity: &Entity, facts: &Facts, version: &PackVersion) -> DueItem {
        let pack = &version.pack;
        let mut item = DueItem {
            service: pack.id.clone(),
            title: pack.title.clone(),
            automatic: pack.is_automatic(),
            year: loaded.year,
            kind: None,
            state: DueState::Unclear,
            window: None,
            extension: None,
            can_extend: None,
            correction: None,
            source: String::new(),
        };
        let kind = match report_kind(pack, facts, loaded.year) {
            Filing::Unclear => return item,
            Filing::Nothing(nothing) => {
                item.state = DueState::Nothing {
                    reason: nothing.reason.clone(),
                };
                item.source = nothing.source.clone();
                return item;
            }
            Filing::Kind(kind) => kind,
        };
        let asked = loaded
            .extensions
            .iter()
            .find(|one| one.entity == entity.id && one.service == pack.id);
        let window = self.window_with(pack, kind, entity, loaded.year, asked, &loaded.kept);
        item.kind = Some(kind.title.clone());
        item.source = kind.source.clone();
        item.state = state(loaded, &entity.id, &pack.id, &window);
        item.correction = correction(loaded, &entity.id, pack, &window);
        let asks = matches!(item.state, DueState::Open | DueState::Draft { .. }) && asked.is_none();
        let by_rule = window.opens <= loaded.today && loaded.today <= window.closes_by_rule;
        if asks && by_rule {
            let longer = extension(pack, &kind.id);
            item.can_extend = longer.map(|one| window.closes_by_rule.add_days(i64::from(one.days)));
        }
        item.extension = asked.cloned();
        item.window = Some(window);
        item
    }
}

fn state(loaded: &Loaded, entity: &str, service: &str, window: &FilingWindow) -> DueState {
    let done = loaded.reported.done_on(entity, service);
    let live = loaded.reported.live(entity, service);
    let draft = open_draft(loaded, entity, service);
    let begun = |draft: &Draft| DueState::Draft {
        id: draft.id.clone(),
        signing: draft.state == DraftState::Signing,
    };
    match (done, live, draft) {
        (Some(on), ..) => DueState::Done { on },
        (None, Some(case), _) => DueState::Filed {
            number: case.number.clone(),
            status: case.status,
        },
        (None, None, Some(draft)) if window.is_late(loaded.today) => begun(draft),
        (None, None, _) if loaded.today > window.closes => DueState::Late,
        (None, None, Some(draft)) => begun(draft),
        (None, None, None) if loaded.today < window.opens => DueState::NotYetOpen,
        (None, None, None) => DueState::Open,
    }
}

fn correction(loaded: &Loaded, entity: &str, pack: &Pack, window: &FilingWindow) -> Option<Correction> {
    let live = loaded.reported.live(entity, &pack.id).map(|case| case.status);
    let draft = open_draft(loaded, entity, &pack.id);
    can_correct(pack, live, window, loaded.today).then(|| match draft {
        Some(draft) => Correction::Draft {
            id: draft.id.clone(),
            signing: draft.state == DraftState::Signing,
        },
        None => Correction::Open { until: window.closes },
    })
}

fn open_draft<'l>(loaded: &'l Loaded, entity: &str, service: &str) -> Option<&'l Draft> {
    loaded.drafts.iter().find(|draft| {
        draft.entity.as_deref() == Some(entity) && draft.service == service && draft.case_id.is_none()
    })
}

/// The years whose report was missing, as open records of an entity say.
fn missing_years(entity: &Entity, today: Date) -> impl Iterator<Item = i64> {
    let records = entity.details.records.iter();
    records
        .filter(move |record| record.is_open(today))
        .filter_map(|record| record.year())
}
