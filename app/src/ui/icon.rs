//! Icons of the sprite `public/icons.svg`.

use leptos::prelude::*;

/// A drawing of the sprite. Icons never carry meaning alone: a word stands beside each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    Arrow,
    Back,
    Bell,
    Book,
    Building,
    Calendar,
    Change,
    Check,
    CircleCheck,
    CircleDot,
    CircleEmpty,
    Clock,
    Close,
    Cross,
    Document,
    Download,
    External,
    Info,
    Key,
    Menu,
    Octagon,
    Pause,
    Person,
    Phone,
    Plus,
    Print,
    Search,
    Seal,
    Shield,
    Stack,
    Stop,
    Triangle,
    Upload,
    Verify,
}

impl IconName {
    fn id(self) -> &'static str {
        match self {
            IconName::Arrow => "arrow",
            IconName::Back => "back",
            IconName::Bell => "bell",
            IconName::Book => "book",
            IconName::Building => "building",
            IconName::Calendar => "calendar",
            IconName::Change => "change",
            IconName::Check => "check",
            IconName::CircleCheck => "circle-check",
            IconName::CircleDot => "circle-dot",
            IconName::CircleEmpty => "circle-empty",
            IconName::Clock => "clock",
            IconName::Close => "close",
            IconName::Cross => "cross",
            IconName::Document => "document",
            IconName::Download => "download",
            IconName::External => "external",
            IconName::Info => "info",
            IconName::Key => "key",
            IconName::Menu => "menu",
            IconName::Octagon => "octagon",
            IconName::Pause => "pause",
            IconName::Person => "person",
            IconName::Phone => "phone",
            IconName::Plus => "plus",
            IconName::Print => "print",
            IconName::Search => "search",
            IconName::Seal => "seal",
            IconName::Shield => "shield",
            IconName::Stack => "stack",
            IconName::Stop => "stop",
            IconName::Triangle => "triangle",
            IconName::Upload => "upload",
            IconName::Verify => "verify",
        }
    }
}

/// One icon, hidden from screen readers.
#[component]
pub fn Icon(name: IconName) -> AnyView {
    view! {
        <svg class="icon" aria-hidden="true" focusable="false">
            <use_ href=format!("/icons.svg#{}", name.id())></use_>
        </svg>
    }
    .into_any()
}
