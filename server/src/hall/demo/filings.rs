//! Filings of a demo province, made by the use cases themselves a few days before its date: drafts, waiting
//! and taken cases, corrections, decisions, signatures asked for.

use super::answers;
use super::people::{DEMO_ACCOUNTS, account_id};
use crate::clock::Clock;
use crate::hall::draft::BeginFiling;
use crate::hall::submission::{Declaration, HandedIn};
use crate::hall::{Hall, HallError, Officer, Person, Result, Visitor};
use crate::store::Store;
use domain::case::{Act, Remark, Status};
use domain::date::Date;
use domain::pack::Subject;

/// How far a filing of the demo has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Draft,
    Waiting,
    Reviewed,
    Returned,
    Approved,
    Refused,
}

const STAGES: [Stage; 8] = [
    Stage::Approved,
    Stage::Waiting,
    Stage::Draft,
    Stage::Returned,
    Stage::Reviewed,
    Stage::Approved,
    Stage::Waiting,
    Stage::Refused,
];

/// How many reports the agent has filed or begun.
const REPORTS: usize = 16;

/// Makes the filings; the last of them some days before `date`, so that nothing is in the future.
pub(super) async fn invent(store: &Store, date: Date) -> Result<()> {
    let persons: Vec<Visitor> = people();
    let officers: Vec<Officer> = officers();
    let early = Hall::new(store.clone(), Clock::starting(date.add_days(-12)), true);
    for (service, subject) in subjects(&early).await? {
        match subject {
            Subject::Entity => reports(store, date, &persons, &officers, &service).await?,
            Subject::NewEntity => new_entities(store, date, &persons, &officers, &service).await?,
            Subject::Name | Subject::Guide => {}
        }
    }
    Ok(())
}

/// The services the demo has answers for, by what they are about.
async fn subjects(hall: &Hall) -> Result<Vec<(String, Subject)>> {
    let packs = hall.packs().await?;
    Ok(packs
        .values()
        .filter(|version| answers::are_given(&version.service))
        .map(|version| (version.service.clone(), version.pack.subject))
        .collect())
}

/// Reports of entities of the person who acts for the most.
async fn reports(
    store: &Store,
    date: Date,
    persons: &[Visitor],
    officers: &[Officer],
    service: &str,
) -> Result<()> {
    let Some(agent) = persons.first() else {
        return Ok(());
    };
    let lines = Hall::new(store.clone(), Clock::starting(date), true)
        .own_entities(agent, "", 1)
        .await?
        .lines;
    let mut made = 0;
    for line in lines {
        if made == REPORTS {
            break;
        }
        let hall = day_of(store, date, made);
        let wanted = BeginFiling {
            service: service.into(),
            entity: Some(line.entity.clone()),
            key: "demo".into(),
            ..BeginFiling::default()
        };
        let draft = match hall.begin_filing(agent, wanted).await {
            Ok(draft) => draft,
            // Not every entity has something to file.
            Err(HallError::Refused(_)) => continue,
            Err(error) => return Err(error),
        };
        file(&hall, agent, &draft, officers, STAGES[made % STAGES.len()]).await?;
        made += 1;
    }
    Ok(())
}

/// Each of the others sets something up: one is decided, one waits, one is a draft.
async fn new_entities(
    store: &Store,
    date: Date,
    persons: &[Visitor],
    officers: &[Officer],
    service: &str,
) -> Result<()> {
    let stages = [Stage::Approved, Stage::Waiting, Stage::Returned, Stage::Draft];
    for (place, (person, stage)) in persons.iter().zip(stages).enumerate() {
        let hall = day_of(store, date, place);
        let wanted = BeginFiling {
            service: service.into(),
            key: "demo".into(),
            ..BeginFiling::default()
        };
        let draft = hall.begin_filing(person, wanted).await?;
        file(&hall, person, &draft, officers, stage).await?;
    }
    Ok(())
}

async fn file(hall: &Hall, person: &Visitor, draft: &str, officers: &[Officer], stage: Stage) -> Result<()> {
    if stage == Stage::Draft {
        return Ok(());
    }
    hall.answer_all(person, draft, &[]).await?;
    let declared = Declaration {
        name: person.person()?.name.clone(),
        capacity: "经办人 Clerk".into(),
        agreed: true,
    };
    let HandedIn::Case(receipt) = hall.submit(person, draft, declared).await? else {
        return Ok(());
    };
    judge(hall, person, &receipt.number, officers, stage).await
}

async fn judge(
    hall: &Hall,
    person: &Visitor,
    number: &str,
    officers: &[Officer],
    stage: Stage,
) -> Result<()> {
    loop {
        let view = hall.my_case(person, number).await?;
        let Some(step) = view.folded.current(&view.pack.pack.steps).cloned() else {
            return Ok(());
        };
        let first = view.case.status == Status::Submitted;
        let last = view.pack.pack.steps.last().is_some_and(|one| one.id == step.id);
        let act = match stage {
            Stage::Draft | Stage::Waiting => return Ok(()),
            Stage::Reviewed if !first => return Ok(()),
            Stage::Returned => Act::Return { remarks: remarks(&view.pack.pack.form) },
            Stage::Refused if last => Act::Refuse { reasons: "演示：所交材料与登记信息不符。Demonstration: what was handed in does not agree with the register.".into() },
            Stage::Approved if last => Act::Approve { note: String::new() },
            Stage::Reviewed | Stage::Refused | Stage::Approved => Act::Pass { note: String::new() },
        };
        let able = |officer: &&Officer| {
            let here = hall
                .reference
                .offices
                .is_below_or_same(&view.case.office, &officer.office);
            let excluded = step.not_by.as_ref().is_some_and(|earlier| {
                view.folded
                    .done
                    .iter()
                    .any(|done| done.step == *earlier && done.officer == officer.account)
            });
            here && officer.duties.contains(&step.duty) && !excluded
        };
        let Some(officer) = officers.iter().find(able) else {
            return Ok(());
        };
        let officer = Visitor::Officer(officer.clone());
        let returned = matches!(act, Act::Return { .. });
        for act in [Act::Take, act] {
            hall.act_on_case(&officer, number, act).await?;
        }
        if returned {
            return Ok(());
        }
    }
}

/// Something to correct, at the first two questions that are typed.
fn remarks(form: &domain::form::Form) -> Vec<Remark> {
    let fields = form.pages.iter().flat_map(|page| &page.fields);
    let typed = fields.filter(|field| !field.locked && field.when.is_none() && field.required);
    let remark = |field: &domain::form::Field| Remark {
        path: field.id.clone(),
        text: "演示：请核对此项后重新填写。Demonstration: please check this answer.".into(),
    };
    typed.take(2).map(remark).collect()
}

/// A hall some working hours before the demo's date, later for each filing.
fn day_of(store: &Store, date: Date, place: usize) -> Hall {
    let days = 12 - (place as i64 * 10 / REPORTS as i64);
    Hall::new(store.clone(), Clock::starting(date.add_days(-days)), true)
}

fn people() -> Vec<Visitor> {
    let demo = DEMO_ACCOUNTS
        .iter()
        .enumerate()
        .filter(|(_, account)| account.officer.is_none());
    let person = |(place, account): (usize, &super::DemoAccount)| {
        Visitor::Person(Person {
            account: account_id(place),
            name: account.name.into(),
            id_no: account.login.into(),
            confirmed: true,
            must_change: false,
        })
    };
    demo.map(person).collect()
}

fn officers() -> Vec<Officer> {
    let demo = DEMO_ACCOUNTS.iter().enumerate();
    let officer = |(place, account): (usize, &super::DemoAccount)| {
        let (office, duties) = account.officer?;
        Some(Officer {
            account: account_id(place),
            name: account.name.into(),
            office: office.into(),
            duties: duties.iter().map(|duty| duty.to_string()).collect(),
            must_change: false,
        })
    };
    demo.filter_map(officer).collect()
}
