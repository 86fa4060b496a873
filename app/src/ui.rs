//! The components every page is built from. Plain props in, accessible markup out.
//!
//! No component writes a `style` attribute: the policy of the hall refuses them. Looks are the
//! classes of `style/`.

pub mod breadcrumb;
pub mod button;
pub mod card;
pub mod checkboxes;
pub mod data_table;
pub mod details;
pub mod empty_state;
pub mod error_summary;
pub mod field;
pub mod file_input;
pub mod icon;
pub mod input;
pub mod light;
pub mod multiline_input;
pub mod notice;
pub mod page_head;
pub mod pagination;
pub mod qr;
pub mod radios;
pub mod receipt;
pub mod search_box;
pub mod select;
pub mod shell;
pub mod source;
pub mod status_tag;
pub mod step_list;
pub mod summary_list;
pub mod timeline;

pub use breadcrumb::{Breadcrumb, Crumb};
pub use button::{Button, ButtonKind, ButtonLink};
pub use card::{Card, CardGrid, DoorCard};
pub use checkboxes::Checkboxes;
pub use data_table::{Cell, Column, DataTable};
pub use details::Details;
pub use empty_state::EmptyState;
pub use error_summary::{ErrorSummary, FieldIssue};
pub use field::{FieldFrame, GroupFrame, described_by};
pub use file_input::{FileInput, KeptFile};
pub use icon::{Icon, IconName};
pub use input::{InputKind, TextInput};
pub use light::{Light, LightColour};
pub use multiline_input::MultilineInput;
pub use notice::{Notice, Tone};
pub use page_head::PageHead;
pub use pagination::Pagination;
pub use qr::{Qr, QrView};
pub use radios::{ChoiceOption, Radios};
pub use receipt::Receipt;
pub use search_box::SearchBox;
pub use select::Select;
pub use shell::{AccountName, Nav, Shell, ShellFacts, TextSize};
pub use source::{SourceTag, cite};
pub use status_tag::StatusTag;
pub use step_list::{Step, StepList, StepState};
pub use summary_list::{SummaryList, SummaryRow};
pub use timeline::{Timeline, TimelineItem};
