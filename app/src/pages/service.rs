//! Services: their list, guides, blank forms, and where a filing begins.

mod begin;
mod blank;
mod guide;
mod list;
mod sheet;

pub use begin::{BeginEntity, BeginPage, BeginView, Candidate};
pub use blank::{BLANK_ROWS, BlankField, BlankForm, BlankFormPage, BlankPage};
pub use guide::{
    ConditionRow, Counter, FeeRow, GuidePage, GuidePart, GuideView, LimitRow, MaterialRow, NotNow, OfficeRow,
    Offices, StepRow, WindowRow, kept_open,
};
pub use list::{OfficeChoice, ServiceEntry, ServiceGroup, ServicesPage, ServicesView, Sorted};
pub use sheet::{SheetPage, SheetView};
