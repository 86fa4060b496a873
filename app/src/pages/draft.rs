//! The pages of a draft: overview, questions, review, signatures, and on paper.

mod frame;
mod moving;
mod overview;
mod page;
mod print;
mod returned;
mod review;
mod settled;
mod sign;
mod signature_page;

pub use frame::{Correcting, DraftFrame, DraftHead};
pub use moving::{DraftMoving, MovingFacts};
pub use overview::{Deadline, DraftOverview, MaterialRow, OverviewFacts};
pub use page::{DraftPage, PageFacts};
pub use print::DraftPrint;
pub use returned::{RemarkLine, Returned, ReturnedNotice};
pub use review::{DeclarationTyped, DraftReview, ReviewFacts, ReviewPage};
pub use settled::SettledRow;
pub use sign::{DraftSign, SignFacts, SignerRow, SignerState};
pub use signature_page::{SignaturePage, SignatureSheet};
