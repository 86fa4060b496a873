//! Code tables: regions, industries, kinds of entity.
