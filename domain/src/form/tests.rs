mod drafts;
mod fields;
mod properties;
mod reviewing;
mod settled;
