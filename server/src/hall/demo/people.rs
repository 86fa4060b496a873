//! The people of a demo province: who can sign in, with which password, and for whom they act.

use super::generator::Invented;
use super::random::Random;
use crate::hall::{Hall, PUBLISHING, Result};
use crate::store::{Account, Mandate, Tx};
use domain::entity::Entity;
use domain::mandate::{How, Scope};
use domain::tables::EntityStatus;
use domain::text::Text;

/// An account of a demo province. Its password is public: it stands on the sign-in page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoAccount {
    /// What to sign in with: an invented resident identity number, or a staff code.
    pub login: &'static str,
    pub password: &'static str,
    pub name: &'static str,
    /// What this account is for, Chinese and English.
    pub what: [&'static str; 2],
    /// An officer's office and duties.
    pub officer: Option<(&'static str, &'static [&'static str])>,
}

impl DemoAccount {
    pub fn what(&self) -> Text {
        Text::new(self.what[0], self.what[1])
    }
}

/// An entity of which the demo says itself what it is.
pub(super) struct Named {
    pub entity_type: &'static str,
    pub name: &'static str,
    pub leader: (&'static str, &'static str),
    /// Division of industry and scope.
    pub trade: (&'static str, &'static str),
    /// Who acts for it.
    pub holder: &'static str,
}

/// The county where the demo's people are at home: 金水区 of Zhengzhou.
pub(super) const HOME: &str = "410105";

const AGENT: &str = "410105197511200158";
const CLERK: &str = "410105198805060263";
const FOUNDER: &str = "410105198503120240";
const BROTHER: &str = "410105198207080379";

/// Both duties of the packs.
const BOTH: &[&str] = &["acceptance", "approval"];
const ACCEPTANCE: &[&str] = &["acceptance"];
const APPROVAL: &[&str] = &["approval"];

pub const DEMO_ACCOUNTS: &[DemoAccount] = &[
    person(
        AGENT,
        "demo-agent-hall",
        "周明远",
        ["代理人，受多家企业委托", "Agent, acts for many entities"],
    ),
    person(
        CLERK,
        "demo-clerk-hall",
        "王芳",
        ["企业经办人", "Clerk of one company"],
    ),
    person(
        FOUNDER,
        "demo-founder-hall",
        "林晓梅",
        ["准备开店的人", "Wants to open a shop"],
    ),
    person(
        BROTHER,
        "demo-brother-hall",
        "林晓东",
        ["她的哥哥，自有公司", "Her brother, owns a company"],
    ),
    officer(
        "410105-1",
        "demo-officer-accept",
        "刘建国",
        ["金水分局受理", "Acceptance, Jinshui"],
        HOME,
        ACCEPTANCE,
    ),
    officer(
        "410105-2",
        "demo-officer-approve",
        "陈志华",
        ["金水分局核准", "Approval, Jinshui"],
        HOME,
        APPROVAL,
    ),
    officer(
        "41010501-1",
        "demo-station-accept",
        "张海燕",
        ["花园路所受理", "Acceptance, Huayuan Road station"],
        "41010501",
        ACCEPTANCE,
    ),
    officer(
        "41010501-2",
        "demo-station-approve",
        "马文涛",
        ["花园路所核准", "Approval, Huayuan Road station"],
        "41010501",
        APPROVAL,
    ),
    officer(
        "410100-1",
        "demo-city-officer-1",
        "孙丽娟",
        ["郑州市局受理、核准", "Both duties, Zhengzhou"],
        "410100",
        BOTH,
    ),
    officer(
        "410100-2",
        "demo-city-officer-2",
        "郭永强",
        ["郑州市局受理、核准", "Both duties, Zhengzhou"],
        "410100",
        BOTH,
    ),
    officer(
        "410000-1",
        "demo-province-one",
        "许国平",
        ["河南省局受理、核准", "Both duties, Henan"],
        "410000",
        BOTH,
    ),
    officer(
        "410000-2",
        "demo-province-two",
        "何秀英",
        ["河南省局受理、核准", "Both duties, Henan"],
        "410000",
        BOTH,
    ),
    officer(
        "410000-3",
        "demo-province-packs",
        "曹文静",
        [
            "省局系统管理员，发布事项包",
            "Administrator, Henan: publishes packs",
        ],
        "410000",
        &[PUBLISHING],
    ),
];

pub(super) const NAMED: &[Named] = &[
    Named {
        entity_type: "1130",
        name: "河南豫见山食品有限公司",
        leader: ("赵铁柱", "41010519700215013X"),
        trade: ("14", "糕点、速冻食品的生产与销售"),
        holder: CLERK,
    },
    Named {
        entity_type: "1151",
        name: "郑州林家木业有限公司",
        leader: ("林晓东", BROTHER),
        trade: ("21", "木制家具的生产与销售"),
        holder: BROTHER,
    },
    Named {
        entity_type: "IND",
        name: "郑州市金水区老王面馆",
        leader: ("王小明", "410105196609300195"),
        trade: ("62", "中餐类制售"),
        holder: AGENT,
    },
];

const fn person(
    login: &'static str,
    password: &'static str,
    name: &'static str,
    what: [&'static str; 2],
) -> DemoAccount {
    DemoAccount {
        login,
        password,
        name,
        what,
        officer: None,
    }
}

const fn officer(
    login: &'static str,
    password: &'static str,
    name: &'static str,
    what: [&'static str; 2],
    office: &'static str,
    duties: &'static [&'static str],
) -> DemoAccount {
    DemoAccount {
        login,
        password,
        name,
        what,
        officer: Some((office, duties)),
    }
}

/// Opens the demo's accounts, every person's identity confirmed.
pub(super) async fn open_accounts(hall: &Hall, tx: &mut Tx) -> Result<()> {
    let now = hall.clock.now();
    for (place, demo) in DEMO_ACCOUNTS.iter().enumerate() {
        let id = account_id(place);
        let person = demo.officer.is_none();
        tx.insert_account(&Account {
            id: id.clone(),
            login: demo.login.into(),
            name: demo.name.into(),
            id_no: person.then(|| demo.login.to_string()),
            phone: format!("1990000{place:04}"),
            password: hall.hash_password(demo.password).await?,
            confirmed_at: person.then_some(now),
            confirmed_by: person.then(|| "hall".to_string()),
            created_at: now,
            must_change: false,
            closed_at: None,
        })
        .await?;
        if let Some((office, duties)) = demo.officer {
            let duties: Vec<String> = duties.iter().map(|duty| duty.to_string()).collect();
            tx.insert_officer(&id, office, &duties).await?;
        }
    }
    Ok(())
}

/// Gives a named entity's holder the whole mandate for it.
pub(super) async fn mandate_for_named(
    hall: &Hall,
    tx: &mut Tx,
    named: &Named,
    entity: &Entity,
    random: &mut Random,
) -> Result<()> {
    add_mandate(hall, tx, named.holder, entity, Scope::All, random).await
}

/// Gives the agent a mandate to file for each of these entities that is in business.
pub(super) async fn mandates_of_agent(
    hall: &Hall,
    tx: &mut Tx,
    entities: &[Invented],
    random: &mut Random,
) -> Result<()> {
    for invented in entities {
        if invented.entity.status == EntityStatus::Active {
            add_mandate(hall, tx, AGENT, &invented.entity, Scope::File, random).await?;
        }
    }
    Ok(())
}

async fn add_mandate(
    hall: &Hall,
    tx: &mut Tx,
    login: &str,
    entity: &Entity,
    scope: Scope,
    random: &mut Random,
) -> Result<()> {
    let place = DEMO_ACCOUNTS
        .iter()
        .position(|demo| demo.login == login)
        .unwrap_or_default();
    tx.add_mandate(&Mandate {
        id: random.id(),
        account: account_id(place),
        entity: entity.id.clone(),
        scope,
        how: How::Demo,
        granted_by: "hall".into(),
        granted_at: hall.clock.now(),
        until: None,
    })
    .await?;
    Ok(())
}

/// The id of a demo account, the same in every demo province.
pub(super) fn account_id(place: usize) -> String {
    format!("demo{place:028}")
}
