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

#[test]
fn one_component_alone_writes_a_textarea() {
    check("<textarea", Some("ui/text_area.rs"));
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
