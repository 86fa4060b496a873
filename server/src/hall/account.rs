//! Accounts: signing up, one's own data, one's own password.

use super::attempt::guessed_right;
use super::session::{SignedIn, sign_in_guess, start_session};
use super::{FieldProblem, Hall, HallError, Result, Visitor};
use crate::digest::random_id;
use crate::password::{self, Verdict};
use crate::store::{Account, AuditRecord};
use domain::date::{Date, Instant};
use domain::ident::{Problem, Resident, contact, normalise};
use domain::password::{LONGEST, SHORTEST, Weakness};
use domain::permission::{Permission, Relation};

/// Most characters of a person's name: names of minorities run long, `·` included (house rule).
const LONGEST_NAME: usize = 50;

/// What somebody types to get an account. The fields' names are the paths of [`FieldProblem`]s.
#[derive(Clone, Default, serde::Deserialize)]
pub struct SignUp {
    pub name: String,
    pub id_no: String,
    /// A mobile number.
    pub phone: String,
    pub password: String,
    pub password_again: String,
}

/// A visitor's own account, for its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAccount {
    pub name: String,
    /// The resident identity number with the birth date hidden, or the staff code.
    pub login: String,
    pub phone: String,
    pub created: Instant,
    /// When an officer confirmed the identity.
    pub confirmed: Option<Instant>,
}

impl Hall {
    /// Makes an account for a person, whose identity is not confirmed yet, and signs in. A number that
    /// has an account is refused with `account-exists`, which says no more than that.
    pub async fn sign_up(&self, form: &SignUp) -> Result<SignedIn> {
        let today = self.clock.today();
        let mut problems = Vec::new();
        let name = check_name(&form.name)
            .map_err(|problem| problems.push(problem))
            .ok();
        let id = check_resident("id_no", &form.id_no, today)
            .map_err(|problem| problems.push(problem))
            .ok();
        let phone = check_phone(&form.phone)
            .map_err(|problem| problems.push(problem))
            .ok();
        let personal = Personal {
            login: id.as_ref().map_or("", |id| id.as_str()),
            name: name.as_deref().unwrap_or_default(),
            phone: phone.as_deref().unwrap_or_default(),
        };
        check_new_password(&form.password, &form.password_again, personal, &mut problems);
        let (Some(name), Some(id), Some(phone), true) = (name, id, phone, problems.is_empty()) else {
            return Err(HallError::Invalid(problems));
        };
        let exists = || HallError::Invalid(vec![FieldProblem::new("id_no", "account-exists")]);
        if self
            .store
            .read()
            .await?
            .account_by_id_no(id.as_str())
            .await?
            .is_some()
        {
            return Err(exists());
        }
        let now = self.clock.now();
        let account = Account {
            id: random_id(),
            login: id.as_str().to_string(),
            name,
            id_no: Some(id.as_str().to_string()),
            phone,
            password: self.hash_password(&form.password).await?,
            confirmed_at: None,
            confirmed_by: None,
            created_at: now,
            must_change: false,
            closed_at: None,
        };
        let mut tx = self.store.begin().await?;
        match tx.insert_account(&account).await {
            Err(error) if error.is_unique_violation() => return Err(exists()),
            other => other?,
        }
        tx.audit(AuditRecord {
            at: now,
            actor: &account.id,
            act: "sign-up",
            object: &account.id,
            body: "",
        })
        .await?;
        let token = start_session(&mut tx, &account.id, now).await?;
        tx.commit().await?;
        Ok(SignedIn {
            token,
            account: account.id,
            must_change: false,
            officer: false,
        })
    }

    /// The visitor's own account.
    pub async fn own_account(&self, visitor: &Visitor) -> Result<OwnAccount> {
        visitor.may(Permission::UseAccount, Relation::None)?;
        let account = self.load_account(visitor.account()).await?;
        Ok(OwnAccount {
            name: account.name,
            login: match account.id_no {
                Some(id_no) => masked(&id_no),
                None => account.login,
            },
            phone: account.phone,
            created: account.created_at,
            confirmed: account.confirmed_at,
        })
    }

    /// Changes the visitor's own telephone number.
    pub async fn change_phone(&self, visitor: &Visitor, phone: &str) -> Result<()> {
        visitor.may(Permission::UseAccount, Relation::None)?;
        let phone = check_phone(phone).map_err(|problem| HallError::Invalid(vec![problem]))?;
        let mut tx = self.store.begin().await?;
        tx.set_phone(visitor.account(), &phone).await?;
        tx.audit(AuditRecord {
            at: self.clock.now(),
            actor: visitor.account(),
            act: "change-phone",
            object: visitor.account(),
            body: "",
        })
        .await?;
        Ok(tx.commit().await?)
    }

    /// Changes the visitor's own password, ends all their sessions and begins a new one.
    pub async fn change_password(
        &self,
        visitor: &Visitor,
        current: &str,
        new: &str,
        again: &str,
    ) -> Result<SignedIn> {
        visitor.may(Permission::UseAccount, Relation::None)?;
        let account = self.load_account(visitor.account()).await?;
        let mut problems = Vec::new();
        let personal = Personal {
            login: &account.login,
            name: &account.name,
            phone: &account.phone,
        };
        check_new_password(new, again, personal, &mut problems);
        if problems.is_empty() && password::normal(new) == password::normal(current) {
            problems.push(FieldProblem::new("password", "password-unchanged"));
        }
        if !problems.is_empty() {
            return Err(HallError::Invalid(problems));
        }
        let guess = sign_in_guess(&account.login);
        self.count_guess(&guess).await?;
        if self.verify_password(current, Some(&account.password)).await? == Verdict::Wrong {
            return Err(HallError::Invalid(vec![FieldProblem::new(
                "current",
                "password-wrong",
            )]));
        }
        let hash = self.hash_password(new).await?;
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        if !tx
            .renew_password_hash(&account.id, &account.password, &hash)
            .await?
        {
            return Err(HallError::Refused("changed-meanwhile"));
        }
        tx.set_password(&account.id, &hash, false).await?;
        guessed_right(&mut tx, &guess).await?;
        tx.end_sessions_of(&account.id, now).await?;
        let token = start_session(&mut tx, &account.id, now).await?;
        tx.audit(AuditRecord {
            at: now,
            actor: &account.id,
            act: "change-password",
            object: &account.id,
            body: "",
        })
        .await?;
        tx.commit().await?;
        Ok(SignedIn {
            token,
            account: account.id,
            must_change: false,
            officer: matches!(visitor, Visitor::Officer(_)),
        })
    }

    async fn load_account(&self, id: &str) -> Result<Account> {
        let account = self.store.read().await?.account(id).await?;
        account.ok_or(HallError::NotFound)
    }
}

/// A login as it is kept: identity numbers and staff codes alike in half width, without spaces, raised.
pub(super) fn normal_login(text: &str) -> String {
    normalise(text)
}

/// What a password may not contain.
struct Personal<'a> {
    login: &'a str,
    name: &'a str,
    phone: &'a str,
}

fn check_new_password(new: &str, again: &str, personal: Personal<'_>, problems: &mut Vec<FieldProblem>) {
    if new.is_empty() {
        problems.push(FieldProblem::new("password", "required"));
        return;
    }
    let normal = password::normal(new);
    let Personal { login, name, phone } = personal;
    // The birth date within an identity number.
    let birth = login.get(6..14).unwrap_or_default();
    // One character is no name and would refuse every password that has it.
    let name = if name.chars().count() < 2 { "" } else { name };
    let parts = [login, birth, name, phone];
    if let Err(weakness) = domain::password::check(&normal, &parts, password::is_common) {
        let mut problem = FieldProblem::new("password", weakness.code());
        match weakness {
            Weakness::TooShort => problem.params.push(("min".into(), SHORTEST.to_string())),
            Weakness::TooLong => problem.params.push(("max".into(), LONGEST.to_string())),
            _ => {}
        }
        problems.push(problem);
        return;
    }
    if normal != password::normal(again) {
        problems.push(FieldProblem::new("password_again", "passwords-differ"));
    }
}

/// A person's name, trimmed; refuses control characters and what is longer than a name.
pub(super) fn check_name(text: &str) -> std::result::Result<String, FieldProblem> {
    let name = text.trim();
    if name.is_empty() {
        return Err(FieldProblem::new("name", "required"));
    }
    if name.chars().any(char::is_control) {
        return Err(FieldProblem::new("name", "control-character"));
    }
    if name.chars().count() > LONGEST_NAME {
        let mut problem = FieldProblem::new("name", "too-long");
        problem.params.push(("max".into(), LONGEST_NAME.to_string()));
        return Err(problem);
    }
    Ok(name.to_string())
}

fn check_phone(text: &str) -> std::result::Result<String, FieldProblem> {
    let phone = normalise(text);
    if phone.is_empty() {
        return Err(FieldProblem::new("phone", "required"));
    }
    if !contact::is_mobile(&phone) {
        return Err(FieldProblem::new("phone", "mobile"));
    }
    Ok(phone)
}

/// A resident identity number, or what is wrong with it as the catalogue of field errors calls it.
pub(super) fn check_resident(
    path: &str,
    text: &str,
    today: Date,
) -> std::result::Result<Resident, FieldProblem> {
    Resident::parse(text, today).map_err(|error| {
        let (code, params) = match &error.problem {
            Problem::Empty => ("required", Vec::new()),
            Problem::Letter { position, found } => (
                error.code(),
                vec![("position", position.to_string()), ("char", found.to_string())],
            ),
            Problem::Length { expected, found } => (
                error.code(),
                vec![("expected", expected.to_string()), ("found", found.to_string())],
            ),
            _ => (error.code(), Vec::new()),
        };
        let mut problem = FieldProblem::new(path, code);
        problem
            .params
            .extend(params.into_iter().map(|(name, value)| (name.to_string(), value)));
        problem
    })
}

/// An identity number with its birth date hidden.
pub(crate) fn masked(id_no: &str) -> String {
    match (id_no.get(..6), id_no.get(14..)) {
        (Some(region), Some(end)) => format!("{region}********{end}"),
        _ => "*".repeat(id_no.chars().count()),
    }
}
