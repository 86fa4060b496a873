//! Permission is a table: role × act × relation. What is not in it is refused.
//!
//! A role is what somebody is when they ask; a relation is what they are to the thing they ask about.
//! Someone else's object and a missing one look the same from outside: the server answers both with
//! "not found".

/// What the asking person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Nobody signed in.
    Anyone,
    /// Signed in as a person.
    Person,
    /// An officer (经办人), at the desk.
    Officer,
}

/// What the asking person is to the object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// There is no object, or it is public.
    None,
    /// They began or filed it, or hold a mandate for the entity it is about.
    Own,
    /// They are asked to sign it.
    Signer,
    /// It belongs to their office, or to one below it.
    Jurisdiction,
    /// It is somebody else's.
    Foreign,
}

macro_rules! permissions {
    ($($(#[$doc:meta])* $act:ident: $($role:ident $relation:ident),+;)*) => {
        /// Everything somebody can ask of the hall. Each route names one.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Permission { $($(#[$doc])* $act,)* }

        impl Permission {
            pub const ALL: &[Permission] = &[$(Permission::$act,)*];

            /// Who may, as (role, relation).
            pub fn allowed(self) -> &'static [(Role, Relation)] {
                match self { $(Permission::$act => &[$((Role::$role, Relation::$relation)),+],)* }
            }
        }
    };
}

permissions! {
    /// Home, guides, scenarios, search, entities' public pages, document check, tracking by code.
    ReadPublic: Anyone None, Person None, Officer None;
    /// Sign in, sign up.
    EnterHall: Anyone None, Person None, Officer None;
    /// Sign out, own account, inbox, list of own entities and filings.
    UseAccount: Person None, Officer None;
    /// Begin a filing for oneself.
    BeginOwn: Person None;
    /// Begin a filing for an entity, ask for its extension.
    BeginForEntity: Person Own;
    /// Read and write a draft, its attachments, its review page; submit it; discard it.
    EditDraft: Person Own;
    /// Read the frozen content and sign it.
    SignDraft: Person Own, Person Signer;
    /// Read a case one filed, its receipt and documents; withdraw; correct.
    FollowCase: Person Own;
    /// Read one's own name reservation, give it up.
    HoldName: Person Own;
    /// Object to what an entity's record announces.
    ObjectToRecord: Person None;
    /// Claim a mandate with a code or as the legal representative.
    ClaimMandate: Person None;
    /// List, grant and revoke an entity's mandates.
    GrantMandate: Person Own;
    /// The desk's queue and lists.
    UseDesk: Officer None;
    /// Read a case with its attachments at the desk; take, decide, release.
    DecideCase: Officer Jurisdiction;
    /// Confirm an identity, mend a lost password at the counter.
    ConfirmIdentity: Officer None;
    /// Issue a claim code, record a mandate, renew a query code, decide extensions, keep a window open.
    ServeEntity: Officer Jurisdiction;
    /// Upload, publish and drop packs; the use case also asks for the duty.
    PublishPack: Officer None;
    /// List an entity as abnormal.
    ListAbnormal: Officer Jurisdiction;
    /// Answer an objection; the use case also asks for the duty.
    AnswerObjection: Officer Jurisdiction;
}

/// Whether the table allows it.
pub fn may(role: Role, relation: Relation, permission: Permission) -> bool {
    permission.allowed().contains(&(role, relation))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_allowed_anything_on_what_is_somebody_elses() {
        for permission in Permission::ALL {
            for role in [Role::Anyone, Role::Person, Role::Officer] {
                assert!(
                    !may(role, Relation::Foreign, *permission),
                    "{permission:?} {role:?}"
                );
            }
        }
    }

    #[test]
    fn an_officer_decides_only_within_the_jurisdiction_and_a_filer_never() {
        assert!(may(Role::Officer, Relation::Jurisdiction, Permission::DecideCase));
        assert!(!may(Role::Officer, Relation::Own, Permission::DecideCase));
        assert!(!may(Role::Person, Relation::Own, Permission::DecideCase));
    }
}
