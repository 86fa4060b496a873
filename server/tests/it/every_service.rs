//! Every service that is filed online, from the first answer to its effect on the register: what its complete
//! example says is filed by whoever would file it, signed by all who sign, and approved by two officers.

use crate::content;
use crate::filing::case_of;
use crate::people::{DAY, PASSWORD};
use crate::support;
use domain::case::{Act, Status};
use domain::date::Date;
use domain::entity::record::{Record, RecordLine};
use domain::entity::{Details, Entity, LEGAL_REP_ID_NO};
use domain::expr::Expr;
use domain::form::{Kind, field_at};
use domain::ident::{Regno, Uscc};
use domain::name::Parts;
use domain::name::reservation::{State, Term};
use domain::pack::facts::fact_type;
use domain::pack::{Effect, EffectAct, Example, Pack, Subject, can_be_undone};
use domain::tables::EntityStatus;
use domain::text::Text;
use server::clock::Clock;
use server::hall::draft::BeginFiling;
use server::hall::submission::{Declaration, HandedIn};
use server::hall::{Hall, HallError, Officer, SignUp, Visitor};
use server::store::{Cause, Change, Document, Reservation, Store};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_service_is_filed_from_its_complete_example_to_its_effect_on_sqlite() {
    file_all(async || Some(support::sqlite().await)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_service_is_filed_from_its_complete_example_to_its_effect_on_postgres() {
    file_all(support::postgres).await;
}

/// Each in a hall of its own: examples may name the same people, names and numbers.
async fn file_all(open: impl AsyncFn() -> Option<support::TestStore>) {
    let mut failed = Vec::new();
    for pack in content::packs()
        .iter()
        .filter(|pack| pack.subject != Subject::Guide)
    {
        let Some(example) = pack.examples.iter().find(|example| example.id == "complete") else {
            failed.push(format!("{}: no example called `complete`", pack.id));
            continue;
        };
        let Some(test) = open().await else { return };
        let story = Story {
            store: &test.store,
            hall: Hall::new(test.store.clone(), Clock::starting(example.date), true),
            pack,
            example,
        };
        if let Err(error) = story.run().await {
            failed.push(format!("{}: {error}", pack.id));
        }
        test.end().await;
    }
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_licence_says_from_when_to_when_or_that_its_term_is_long() {
    let packs = content::packs();
    let pack = packs.iter().find(|pack| pack.id == "limited-company-setup");
    let pack = pack.expect("the service");
    let whole = pack.examples.iter().find(|example| example.id == "complete");
    let mut example = whole.expect("an example").clone();
    let long = example.given.iter().filter(|(path, _)| path != "term_years");
    let long = long.map(|(path, raw)| match path.as_str() {
        "term_kind" => (path.clone(), "long_term".to_string()),
        _ => (path.clone(), raw.clone()),
    });
    let long: Vec<_> = long.collect();
    for (given, zh, en) in [
        (
            example.given.clone(),
            "营业期限：2013年5月20日至2033年5月20日",
            "Term of business: 20 May 2013 to 20 May 2033",
        ),
        (
            long,
            "营业期限：自2013年5月20日起长期",
            "Term of business: long term, from 20 May 2013",
        ),
    ] {
        example.given = given;
        let test = support::sqlite().await;
        let story = Story {
            store: &test.store,
            hall: Hall::new(test.store.clone(), Clock::starting(example.date), true),
            pack,
            example: &example,
        };
        let documents = story.run().await.expect("a licence");
        let licence = documents.iter().find(|document| document.licence);
        let body = &licence.expect("a licence").body;
        assert!(body.zh.contains(zh), "{}", body.zh);
        assert!(body.en.contains(en), "{}", body.en);
    }
}

struct Story<'s> {
    store: &'s Store,
    hall: Hall,
    pack: &'s Pack,
    example: &'s Example,
}

type Outcome<T> = Result<T, String>;

impl Story<'_> {
    /// The documents that came of it.
    async fn run(&self) -> Outcome<Vec<Document>> {
        let hall = &self.hall;
        hall.publish(self.pack, "test").await.map_err(at("publish"))?;
        let entity = match self.pack.subject {
            Subject::Entity => Some(self.register().await?),
            _ => None,
        };
        let filer = self.sign_up("文员甲", &crate::people::resident(900)).await?;
        if let Some(entity) = &entity {
            crate::filing::mandate(self.store, hall, &filer, &entity.id).await;
        }
        let name = self.keep_name(filer.account()).await?;
        let wanted = BeginFiling {
            name,
            service: self.pack.id.clone(),
            entity: entity.as_ref().map(|entity| entity.id.clone()),
            year: self.given("report.year").and_then(|year| year.parse().ok()),
            key: "k".into(),
            ..BeginFiling::default()
        };
        let draft = hall.begin_filing(&filer, wanted).await.map_err(at("begin"))?;
        let answers = self.answers();
        let own: Vec<_> = answers
            .iter()
            .map(|(path, raw)| (path.as_str(), raw.as_str()))
            .collect();
        hall.answer_all(&filer, &draft, &own)
            .await
            .map_err(at("answers"))?;
        let open = hall.open_draft(&filer, &draft).await.map_err(at("open"))?;
        if let Some(error) = open.review.errors().next() {
            return Err(format!("{} {} {:?}", error.path, error.code, error.params));
        }
        self.end_nothing(&filer, &draft).await?;
        let declared = Declaration {
            name: "文员甲".into(),
            capacity: "代理人".into(),
            agreed: true,
        };
        let mut outcome = hall
            .submit(&filer, &draft, declared)
            .await
            .map_err(at("submit"))?;
        if let HandedIn::Signing { .. } = outcome {
            let signing = hall.signing(&filer, &draft).await.map_err(at("signing"))?;
            for (signer, _) in signing
                .signers
                .iter()
                .filter(|(_, signature)| signature.is_none())
            {
                let signer = self.sign_up(&signer.name, &signer.id_no).await?;
                outcome = hall
                    .sign(&signer, &draft, &signing.content_hash)
                    .await
                    .map_err(at("sign"))?;
            }
        }
        let receipt = case_of(outcome);
        self.decide(&receipt.number).await?;
        let view = hall.my_case(&filer, &receipt.number).await.map_err(at("case"))?;
        match view.case.status {
            Status::Approved => {
                self.annul(&receipt.number, entity.as_ref()).await?;
                Ok(view.documents)
            }
            other => Err(format!("it ended as {other:?}")),
        }
    }

    /// Where the form names a record to end by its number, a number that no open record has is refused before the
    /// filing is handed in.
    async fn end_nothing(&self, filer: &Visitor, draft: &str) -> Outcome<()> {
        let named = |effect: &Effect| match &effect.act {
            EffectAct::End {
                which: Some(Expr::Name(path)),
                ..
            } => Some(path.clone()),
            _ => None,
        };
        let path = self.pack.effects.iter().find_map(named);
        let typed = |path: &String| field_at(&self.pack.form, path).is_some_and(|field| !field.locked);
        let Some(path) = path.filter(typed) else {
            return Ok(());
        };
        let right = self.answers().into_iter().find(|(known, _)| *known == path);
        let right = right.ok_or("no number of a record")?.1;
        let wrong = ("410105-none-2013-99999", Some("no-such-record"));
        for (number, expected) in [wrong, (right.as_str(), None)] {
            let own = [(path.as_str(), number)];
            self.hall
                .answer_all(filer, draft, &own)
                .await
                .map_err(at("answers"))?;
            let open = self.hall.open_draft(filer, draft).await.map_err(at("open"))?;
            let told = self.hall.would_refuse(&open).await.map_err(at("refusal"))?;
            if told != expected {
                return Err(format!("{number}: {told:?}"));
            }
        }
        Ok(())
    }

    /// What officers approved is annulled, where that can be: the register is as before, whatever was new in it
    /// is annulled, no paper counts but the decision.
    async fn annul(&self, number: &str, before: Option<&Entity>) -> Outcome<()> {
        let decides = self.pack.steps.last().filter(|step| !step.automatic);
        let Some(step) = decides.filter(|_| can_be_undone(&self.pack.effects)) else {
            return Ok(());
        };
        let officer = officer("superior", &step.duty);
        let annul = || Act::Annul {
            reasons: "材料虚假".into(),
        };
        if let Some(before) = before
            && self.change_domicile(before, "另处").await?
        {
            let moved_on = self.hall.act_on_case(&officer, number, annul()).await;
            if !matches!(moved_on, Err(HallError::Refused("later-changes"))) {
                return Err(format!("annulled over a later change: {moved_on:?}"));
            }
            self.change_domicile(before, "").await?;
        }
        self.hall
            .act_on_case(&officer, number, annul())
            .await
            .map_err(at("annul"))?;
        let desk = self.hall.desk_case(&officer, number).await.map_err(at("desk"))?;
        for document in &desk.view.documents {
            let is_decision = document.template == "annulment-decision";
            if is_decision && document.office != "410000" {
                return Err(format!("{} was issued by {}", document.title.zh, document.office));
            }
            if document.superseded_by.is_none() != is_decision {
                return Err(format!(
                    "{} still counts, or the decision does not",
                    document.title.zh
                ));
            }
        }
        let mut tx = self.store.read().await.map_err(|error| error.to_string())?;
        let changed = tx
            .changes_by_case(number)
            .await
            .map_err(|error| error.to_string())?;
        for effect in changed.iter().filter(|effect| effect.before.is_none()) {
            let now = tx.entity(&effect.after.id).await.ok().flatten();
            let status = now.map(|now| now.entity.status);
            if status != Some(EntityStatus::Annulled) {
                return Err(format!("{} is {status:?} after the annulment", effect.after.name));
            }
        }
        if let Some(before) = before {
            let now = tx.entity(&before.id).await.ok().flatten().map(|now| now.entity);
            if now.as_ref() != Some(before) {
                return Err(format!("annulled, the register says {now:?}, and was {before:?}"));
            }
        }
        match tx.reservation_made_by(number).await.ok().flatten() {
            Some(kept) if kept.term.state == State::Open => Err("the name is still kept".into()),
            _ => Ok(()),
        }
    }

    /// Adds to where the entity is, or takes that back; `false` where the filing has not changed the entity.
    async fn change_domicile(&self, before: &Entity, addition: &str) -> Outcome<bool> {
        let text = |error: server::store::StoreError| error.to_string();
        let mut tx = self.store.begin().await.map_err(text)?;
        let found = tx.entity(&before.id).await.map_err(text)?.ok_or("it is gone")?;
        if found.entity == *before {
            return Ok(false);
        }
        let mut after = found.entity.clone();
        after.details.domicile = match addition {
            "" => after.details.domicile.replace("另处", ""),
            addition => format!("{}{addition}", after.details.domicile),
        };
        let change = Change {
            at: self.hall.clock.now(),
            on: self.hall.clock.today(),
            cause: Cause::Officer,
        };
        tx.change_entity(&found, &after, &change).await.map_err(text)?;
        tx.commit().await.map_err(text)?;
        Ok(true)
    }

    /// Two officers do what the steps ask for; nothing is left to do where the hall approved by itself.
    async fn decide(&self, number: &str) -> Outcome<()> {
        for (place, step) in self
            .pack
            .steps
            .iter()
            .enumerate()
            .filter(|(_, step)| !step.automatic)
        {
            let officer = officer(&format!("officer-{place}"), &step.duty);
            let act = match place + 1 == self.pack.steps.len() {
                true => Act::Approve { note: String::new() },
                false => Act::Pass { note: String::new() },
            };
            for act in [Act::Take, act] {
                let what = format!("{act:?}");
                self.hall
                    .act_on_case(&officer, number, act)
                    .await
                    .map_err(at(&what))?;
            }
        }
        Ok(())
    }

    /// An account of somebody whose papers an officer has seen; the one they have already, if they have one.
    async fn sign_up(&self, name: &str, id_no: &str) -> Outcome<Visitor> {
        let form = SignUp {
            name: name.into(),
            id_no: id_no.into(),
            phone: "13800000000".into(),
            password: PASSWORD.into(),
            password_again: PASSWORD.into(),
        };
        let signed_in = match self.hall.sign_up(&form).await {
            Ok(signed_in) => signed_in,
            Err(_) => self
                .hall
                .sign_in(id_no, PASSWORD, None)
                .await
                .map_err(|error| format!("{name} {id_no}: {error:?}"))?,
        };
        let visitor = self
            .hall
            .visitor(Some(&signed_in.token))
            .await
            .map_err(at("visitor"))?;
        self.hall
            .confirm_identity(&officer("counter", "acceptance"), visitor.account(), name)
            .await
            .map_err(at("confirm"))?;
        Ok(visitor)
    }

    /// Keeps the name the filing is about, or uses, for whoever files; gives the number of one it is about.
    async fn keep_name(&self, holder: &str) -> Outcome<Option<String>> {
        let text = |name: &str| self.given(name).unwrap_or_default().to_string();
        let about = self.pack.subject == Subject::Name;
        let used = self.pack.effects.iter().find_map(|effect| match &effect.act {
            EffectAct::Consume {
                number: Expr::Name(number),
                name: Expr::Name(name),
                ..
            } => Some((text(number), text(name))),
            _ => None,
        });
        let (number, name) = match (about, used) {
            (true, _) => (text("name.number"), text("name.text")),
            (false, Some(used)) => used,
            (false, None) => return Ok(None),
        };
        if number.is_empty() {
            return Ok(None);
        }
        let kind = Some(text("name.kind")).filter(|kind| !kind.is_empty());
        let day = |name: &str, away| Date::parse(&text(name)).unwrap_or(self.example.date.add_days(away));
        let reservation = Reservation {
            number: number.clone(),
            parts: Parts {
                brand: name.clone(),
                ..Parts::default()
            },
            name,
            trade: self.pack.id.clone(),
            kind: kind.unwrap_or("limited_company".into()),
            office: "410105".into(),
            holder: holder.into(),
            term: Term {
                from: day("name.from", -30),
                until: day("name.until", 100),
                extended: false,
                state: State::Open,
            },
            made_by: "made".into(),
            used_by: None,
        };
        let mut tx = self.store.begin().await.map_err(|error| error.to_string())?;
        tx.add_reservation(&reservation)
            .await
            .map_err(|error| error.to_string())?;
        tx.commit().await.map_err(|error| error.to_string())?;
        let begins = about || self.pack.subject == Subject::NewEntity;
        Ok(begins.then_some(number))
    }

    /// What the example gives under a name.
    fn given(&self, name: &str) -> Option<&str> {
        let mut given = self.example.given.iter();
        given.find(|(path, _)| path == name).map(|(_, raw)| raw.as_str())
    }

    /// The example's answers as somebody types them: tables before their rows, no files, nothing locked.
    fn answers(&self) -> Vec<(String, String)> {
        let typed = |(path, _): &&(String, String)| {
            let field = field_at(&self.pack.form, path);
            fact_type(self.pack, path).is_none()
                && field.is_some_and(|field| {
                    let handed = matches!(
                        field.kind,
                        Kind::Attachment { .. } | Kind::Signature | Kind::Computed { .. }
                    );
                    !handed && !field.locked
                })
        };
        let mut answers: Vec<_> = self.example.given.iter().filter(typed).cloned().collect();
        answers.sort_by_key(|(path, _)| path.contains('.'));
        answers
    }

    /// Puts the entity of the example into the register, with its records and the company it belongs to.
    async fn register(&self) -> Outcome<Entity> {
        let text = |name: &str| {
            self.given(&format!("entity.{name}"))
                .unwrap_or_default()
                .to_string()
        };
        let day = |name: &str| Date::parse(&text(name));
        let mut entity = self.entity(1, &text("name"));
        entity.entity_type = Some(text("type"))
            .filter(|kind| !kind.is_empty())
            .unwrap_or("1130".into());
        entity.legal_rep = text("legal_rep");
        entity.status = EntityStatus::from_code(&text("status")).unwrap_or(EntityStatus::Active);
        entity.established = day("established").unwrap_or(self.example.date.add_days(-800));
        entity.details = Details {
            domicile: text("domicile"),
            capital: text("capital"),
            paid_capital: text("paid_capital"),
            scope: text("scope"),
            industry: text("industry"),
            term_from: text("term_from"),
            term_until: text("term_until"),
            operation: text("operation"),
            parent: text("parent"),
            records: self.records(),
            ..Details::default()
        };
        if let Some(id_no) = self.given("entity.legal_rep_id_no") {
            let key = LEGAL_REP_ID_NO.to_string();
            entity.details.private.insert(key, id_no.into());
        }
        let mut entities = vec![entity.clone()];
        if let Some(code) = Some(text("parent")).filter(|code| !code.is_empty()) {
            let mut parent = self.entity(2, "河南总部有限公司");
            parent.uscc = Some(code);
            entities.push(parent);
        }
        let change = Change {
            at: self.hall.clock.now().add_seconds(-DAY),
            on: entity.established,
            cause: Cause::Demo,
        };
        let mut tx = self.store.begin().await.map_err(|error| error.to_string())?;
        tx.register_entities(&entities, &change)
            .await
            .map_err(|error| error.to_string())?;
        tx.commit().await.map_err(|error| error.to_string())?;
        Ok(entity)
    }

    fn entity(&self, serial: u32, name: &str) -> Entity {
        Entity {
            id: format!("entity-{serial}"),
            uscc: Uscc::compose('9', '1', "410105", serial).map(|code| code.to_string()),
            regno: Regno::compose("410105", serial).map(|code| code.to_string()),
            name: name.into(),
            entity_type: "1130".into(),
            status: EntityStatus::Active,
            legal_rep: "张三".into(),
            office: "410105".into(),
            region: "410105".into(),
            established: self.example.date.add_days(-800),
            details: Details::default(),
        }
    }

    /// A record of each kind the example knows of; open where it says so.
    fn records(&self) -> Vec<Record> {
        let mut records: Vec<Record> = Vec::new();
        for (name, raw) in &self.example.given {
            let Some((kind, key)) = name.strip_prefix("latest.").and_then(|rest| rest.split_once('.')) else {
                continue;
            };
            if !records.iter().any(|record| record.kind == kind) {
                records.push(Record {
                    kind: kind.into(),
                    number: format!("410105-{kind}-2013-00001"),
                    on: Some(self.example.date.add_days(-60)),
                    ..Record::default()
                });
            }
            let Some(record) = records.last_mut() else {
                continue;
            };
            match key {
                "on" => record.on = Date::parse(raw),
                "until" => record.until = Date::parse(raw),
                "number" => record.number = raw.clone(),
                _ => {
                    let (label, value) = (Text::new(key, key), Text::new(raw, raw));
                    record.values.push(RecordLine::new(key, label, value));
                }
            }
        }
        for (name, raw) in &self.example.given {
            let Some(kind) = name.strip_prefix("has.").filter(|_| raw == "yes") else {
                continue;
            };
            if !records.iter().any(|record| record.kind == kind) {
                records.push(Record {
                    kind: kind.into(),
                    number: format!("410105-{kind}-2013-00001"),
                    on: Some(self.example.date.add_days(-60)),
                    ..Record::default()
                });
            }
        }
        records
    }
}

fn officer(account: &str, duty: &str) -> Visitor {
    Visitor::Officer(Officer {
        account: account.into(),
        name: "王审".into(),
        office: "410000".into(),
        duties: vec![duty.into()],
        must_change: false,
    })
}

/// Says where something went wrong.
fn at(what: &str) -> impl Fn(HallError) -> String + '_ {
    move |error| format!("{what}: {error:?}")
}
