//! Rules of markup that hold for every page, checked on the source.

use std::{fs, path::Path};

fn each_source(folder: &Path, visit: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).expect("a readable folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            each_source(&path, visit);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            visit(&path, &fs::read_to_string(&path).expect("a readable file"));
        }
    }
}

fn check(forbidden: &str, allowed_in: Option<&str>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    each_source(&root, &mut |path, source| {
        if allowed_in.is_some_and(|name| path.ends_with(name)) {
            return;
        }
        for (at, line) in source.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            assert!(
                !code.contains(forbidden),
                "{}:{}: {forbidden}",
                path.display(),
                at + 1
            );
        }
    });
}

/// Leptos does not escape the content of this element: see the component that does.
#[test]
fn one_component_alone_writes_an_input_of_several_lines() {
    // In two parts, so that a search for the element finds the component alone.
    let element = concat!("<", "textarea");
    let app = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut with = Vec::new();
    for folder in ["src", "examples", "../frontend/src", "../server/src"] {
        each_source(&app.join(folder), &mut |path, source| {
            if source.to_lowercase().contains(element) {
                with.push(path.to_owned());
            }
        });
    }
    assert_eq!(with, [app.join("src/ui/multiline_input.rs")]);
}

#[test]
fn nothing_carries_its_own_style() {
    check(" style=", None);
    check("<style", None);
}

#[test]
fn every_icon_is_in_the_sprite() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sprite = fs::read_to_string(root.join("../public/icons.svg")).expect("the sprite");
    let icons = fs::read_to_string(root.join("src/ui/icon.rs")).expect("the icons");
    let named: Vec<_> = icons
        .lines()
        .filter_map(|line| line.trim().strip_prefix("IconName::")?.split('"').nth(1))
        .collect();
    assert!(!named.is_empty());
    for name in named {
        assert!(sprite.contains(&format!("id=\"{name}\"")), "{name}");
    }
}
