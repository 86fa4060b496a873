//! Why a use case did not do what was asked.

use crate::store::StoreError;
use domain::case::Refusal;

pub type Result<T> = std::result::Result<T, HallError>;

/// Everything a caller must be able to tell apart. Pages turn it into a status and a text of the
/// catalogue; nothing of it is shown as it stands.
#[derive(Debug, thiserror::Error)]
pub enum HallError {
    /// There is no such object, or it is somebody else's: both look the same.
    #[error("not found")]
    NotFound,
    /// Sign in first.
    #[error("not signed in")]
    SignInFirst,
    /// Signed in, but the table of permissions does not allow it.
    #[error("not allowed")]
    NotAllowed,
    /// What was typed is wrong, field by field; nothing was changed.
    #[error("{} field(s) are wrong", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// The act is not possible as things stand; a code of the catalogue.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// Too many tries; again after this many seconds.
    #[error("too many tries")]
    TooManyTries { seconds: i64 },
    /// The disk is full: reading goes on, writing does not.
    #[error("no space left")]
    Full,
    #[error(transparent)]
    Store(StoreError),
    /// Something that the hall itself wrote or was built with does not fit together.
    #[error("inconsistent: {0}")]
    Inconsistent(String),
}

/// One wrong field: which, what (a code of the catalogue), and the values the text names.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FieldProblem {
    pub path: String,
    pub code: String,
    pub params: Vec<(String, String)>,
}

impl FieldProblem {
    pub fn new(path: &str, code: &str) -> FieldProblem {
        FieldProblem {
            path: path.into(),
            code: code.into(),
            params: Vec::new(),
        }
    }
}

impl From<StoreError> for HallError {
    fn from(error: StoreError) -> Self {
        if error.is_full() {
            HallError::Full
        } else {
            HallError::Store(error)
        }
    }
}

impl From<Refusal> for HallError {
    fn from(refusal: Refusal) -> Self {
        HallError::Refused(refusal.code())
    }
}
