//! Importing the register from a file: its columns, and what each row must be.
//!
//! `content/import.md` describes the same columns for whoever writes the file.

pub mod csv;
mod list;
mod row;

pub use row::{Context, Row};

/// One column of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    Uscc,
    Regno,
    Name,
    EntityType,
    LegalRep,
    LegalRepIdNo,
    Office,
    Region,
    Established,
    Status,
    Domicile,
    Capital,
    PaidCapital,
    Scope,
    Industry,
    Term,
    Operation,
    Phone,
    Postcode,
    Email,
    Shareholders,
    Branches,
    Officers,
    /// What an earlier import wrote beside a row it refused; passed over, so that the corrected file can
    /// be imported as it is.
    Reason,
}

impl Column {
    pub const ALL: [Column; 24] = [
        Column::Uscc,
        Column::Regno,
        Column::Name,
        Column::EntityType,
        Column::LegalRep,
        Column::LegalRepIdNo,
        Column::Office,
        Column::Region,
        Column::Established,
        Column::Status,
        Column::Domicile,
        Column::Capital,
        Column::PaidCapital,
        Column::Scope,
        Column::Industry,
        Column::Term,
        Column::Operation,
        Column::Phone,
        Column::Postcode,
        Column::Email,
        Column::Shareholders,
        Column::Branches,
        Column::Officers,
        Column::Reason,
    ];

    /// The name in the file's first line.
    pub fn name(self) -> &'static str {
        match self {
            Column::Uscc => "uscc",
            Column::Regno => "regno",
            Column::Name => "name",
            Column::EntityType => "entity_type",
            Column::LegalRep => "legal_rep",
            Column::LegalRepIdNo => "legal_rep_id_no",
            Column::Office => "office",
            Column::Region => "region",
            Column::Established => "established",
            Column::Status => "status",
            Column::Domicile => "domicile",
            Column::Capital => "capital",
            Column::PaidCapital => "paid_capital",
            Column::Scope => "scope",
            Column::Industry => "industry",
            Column::Term => "term",
            Column::Operation => "operation",
            Column::Phone => "phone",
            Column::Postcode => "postcode",
            Column::Email => "email",
            Column::Shareholders => "shareholders",
            Column::Branches => "branches",
            Column::Officers => "officers",
            Column::Reason => "reason",
        }
    }

    /// Whether a file without this column is refused. Of the two codes one is enough.
    pub fn is_required(self) -> bool {
        matches!(
            self,
            Column::Name
                | Column::EntityType
                | Column::LegalRep
                | Column::Office
                | Column::Region
                | Column::Established
        )
    }
}

/// The columns of a file, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    columns: Vec<Column>,
}

impl Header {
    /// Reads the first record; otherwise everything that is wrong with it, a sentence each.
    pub fn read(cells: &[String]) -> Result<Header, Vec<String>> {
        let mut problems = Vec::new();
        let mut columns = Vec::new();
        for cell in cells {
            let name = cell.trim().to_lowercase();
            match Column::ALL.into_iter().find(|column| column.name() == name) {
                Some(column) if columns.contains(&column) => {
                    problems.push(format!("column {name:?} stands twice"));
                }
                Some(column) => columns.push(column),
                None => problems.push(match nearest(&name) {
                    Some(column) => {
                        format!("column {name:?} is unknown; did you mean {:?}?", column.name())
                    }
                    None => format!("column {name:?} is unknown"),
                }),
            }
        }
        for column in Column::ALL {
            if column.is_required() && !columns.contains(&column) {
                problems.push(format!("column {:?} is missing", column.name()));
            }
        }
        if !columns.contains(&Column::Uscc) && !columns.contains(&Column::Regno) {
            problems.push("column \"uscc\" or \"regno\" is missing; at least one must be there".into());
        }
        if problems.is_empty() {
            Ok(Header { columns })
        } else {
            Err(problems)
        }
    }

    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub fn has(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }
}

/// The column whose name differs least, when it is close enough to have been meant.
fn nearest(name: &str) -> Option<Column> {
    Column::ALL
        .into_iter()
        .filter(|column| *column != Column::Reason)
        .map(|column| (distance(name, column.name()), column))
        .filter(|(distance, column)| *distance <= column.name().len() / 2)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, column)| column)
}

/// How many characters must be put in, taken out or exchanged.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    // A cell far longer than any name is not near one.
    for (i, from) in a.chars().take(64).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let exchanged = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = exchanged.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests;
