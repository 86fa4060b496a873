//! `Material` (材料): what has to be handed in with these answers.

use super::{Material, Pack};
use crate::expr::Scope;

/// The materials whose conditions hold. One whose condition is not known yet is left out, as its
/// attachment field is not asked either.
pub fn materials<'p>(pack: &'p Pack, scope: &Scope<'_>) -> Vec<&'p Material> {
    pack.materials
        .iter()
        .filter(|material| scope.holds(material.when.as_ref()))
        .collect()
}
