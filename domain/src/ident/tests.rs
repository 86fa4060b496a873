use super::contact::*;
use super::*;
use proptest::prelude::*;

fn today() -> Date {
    Date::new(2013, 5, 20).unwrap()
}

/// `""` for a valid text, else the code of its error.
fn check(kind: Kind, text: &str) -> &'static str {
    super::check(kind, text, today()).map_or_else(|error| error.code(), |()| "")
}

fn all_valid(kind: Kind, texts: &[&str]) {
    for text in texts {
        assert_eq!(check(kind, text), "", "{text}");
    }
}

#[test]
fn known_credit_codes_are_valid() {
    all_valid(
        Kind::Uscc,
        &[
            "91110000600037341L",
            "12100000400009880K",
            "91410000MA00000156",
            "92410105MA00TX0135",
            "93410300MA00000315",
            "91420000MA4K00010L",
            "92410105MA0000103Y",
        ],
    );
}

#[test]
fn a_credit_code_whose_check_character_is_zero_is_valid() {
    assert_eq!(check(Kind::Uscc, "91410000MA00004450"), "");
}

#[test]
fn wrong_credit_codes_say_what_is_wrong() {
    for (text, code) in [
        ("91410000MA00000165", "uscc.check"),
        ("A1110000600037341L", "uscc.check"),
        ("91410000MAO0000156", "uscc.letter"),
        ("9141000OMA00000156", "uscc.letter"),
        ("91410000MA0000015", "uscc.length"),
        ("91410000MA000001566", "uscc.length"),
        ("", "uscc.empty"),
        ("　 ", "uscc.empty"),
        ("九一410000MA00000156", "uscc.letter"),
    ] {
        assert_eq!(check(Kind::Uscc, text), code, "{text}");
    }
    let why = Uscc::parse("91410000MAO0000156").unwrap_err().to_string();
    assert_eq!(
        why,
        "character 11 is 'O': only digits and letters other than I, O, S, V and Z are used"
    );
    let why = Uscc::parse("91410000MA00000165").unwrap_err().to_string();
    assert!(why.starts_with("the last character is '5'"), "{why}");
}

#[test]
fn the_organisation_code_inside_a_credit_code_does_not_decide() {
    let code = Uscc::parse("91410000MA00000169").unwrap();
    assert_eq!(code.orgcode(), "MA0000016");
    assert_eq!(check(Kind::Orgcode, code.orgcode()), "orgcode.check");
    assert_eq!(
        check(
            Kind::Orgcode,
            Uscc::parse("91110000600037341L").unwrap().orgcode()
        ),
        ""
    );
}

#[test]
fn spaces_small_letters_and_full_width_are_brought_to_one_shape() {
    let code = Uscc::parse(" ９１1100006000 37341l\u{feff}").unwrap();
    assert_eq!(code.to_string(), "91110000600037341L");
    assert_eq!(
        (code.department(), code.kind(), code.region()),
        ('9', '1', "110000")
    );
    assert_eq!(half_width("１２．５　万"), "12.5 万");
}

#[test]
fn composed_credit_codes_are_the_known_ones() {
    let compose = |kind, region, serial| Uscc::compose('9', kind, region, serial).unwrap().to_string();
    assert_eq!(compose('1', "410000", 1), "91410000MA00000156");
    assert_eq!(compose('2', "410105", 31), "92410105MA0000103Y");
    assert_eq!(Uscc::compose('9', '1', "410000", u32::MAX), None);
    assert_eq!(Uscc::compose('9', '1', "41000", 1), None);
    assert_eq!(Uscc::compose('O', '1', "410000", 1), None);
}

#[test]
fn known_organisation_codes_are_valid() {
    all_valid(
        Kind::Orgcode,
        &[
            "60003734-1",
            "00040000-4",
            "D2143569-X",
            "68711640-4",
            "MA0000015",
            "d2143569－x",
            "60003734—1",
        ],
    );
    assert_eq!(OrgCode::parse("d2143569x").unwrap().to_string(), "D2143569-X");
    assert_eq!(check(Kind::Orgcode, "60003734-2"), "orgcode.check");
    assert_eq!(check(Kind::Orgcode, "60003734-A"), "orgcode.letter");
    assert_eq!(check(Kind::Orgcode, "6000373-1"), "orgcode.length");
}

#[test]
fn known_registration_numbers_are_valid() {
    all_valid(
        Kind::Regno,
        &[
            "440301103448669",
            "110108002734659",
            "440301103097413",
            "330100400013364",
            "410000100000019",
            "410100200001231",
            "410105600000015",
            "420000100000013",
            "410100400000018",
        ],
    );
    assert_eq!(check(Kind::Regno, "440301103448668"), "regno.check");
    assert_eq!(check(Kind::Regno, "110000001234567"), "regno.check");
    assert_eq!(check(Kind::Regno, "4101002000012"), "regno.length");
    assert_eq!(check(Kind::Regno, "41010020000123X"), "regno.letter");
    assert!(is_old_number("4101002000012"));
    assert!(!is_old_number("410100200001231"));
}

#[test]
fn composed_registration_numbers_are_the_known_ones() {
    assert_eq!(
        Regno::compose("410000", 10_000_001).unwrap().as_str(),
        "410000100000019"
    );
    assert_eq!(
        Regno::compose("410105", 60_000_001).unwrap().as_str(),
        "410105600000015"
    );
    assert_eq!(Regno::compose("410105", 60_000_001).unwrap().office(), "410105");
    assert_eq!(Regno::compose("410105", 100_000_000), None);
    assert_eq!(Regno::compose("4101", 1), None);
}

#[test]
fn known_resident_numbers_are_valid_even_with_counties_of_the_past() {
    all_valid(
        Kind::ResidentId,
        &[
            "11010519491231002X",
            "410102199003070019",
            "41010519851231002x",
            "410181199506300010",
            "420106197602290038",
            "41132219920815431X",
        ],
    );
}

#[test]
fn wrong_resident_numbers_say_what_is_wrong() {
    for (text, code) in [
        ("410102199002300011", "resident-id.birth-date"),
        ("410102197502290033", "resident-id.birth-date"),
        ("990102199003070011", "resident-id.province"),
        ("410102199003070018", "resident-id.check"),
        ("41010219900307001", "resident-id.length"),
        ("4101021990X3070019", "resident-id.letter"),
        ("410102900307001", "resident-id.length"),
    ] {
        assert_eq!(check(Kind::ResidentId, text), code, "{text}");
    }
}

#[test]
fn a_birth_after_today_is_refused_and_today_is_not() {
    let born_today = Resident::compose("41010220130520001", today()).unwrap();
    assert_eq!(
        Resident::parse(born_today.as_str(), today()),
        Ok(born_today.clone())
    );
    let yesterday = today().add_days(-1);
    assert_eq!(
        Resident::parse(born_today.as_str(), yesterday)
            .unwrap_err()
            .code(),
        "resident-id.future-birth"
    );
}

#[test]
fn a_resident_number_tells_birth_and_sex_and_hides_the_birth_when_printed() {
    let resident = Resident::parse("410102199003070019", today()).unwrap();
    assert_eq!(
        (resident.birth(), resident.sex()),
        (Date::new(1990, 3, 7).unwrap(), Sex::Male)
    );
    assert_eq!(
        Resident::parse("11010519491231002X", today()).unwrap().sex(),
        Sex::Female
    );
    assert_eq!(format!("{resident:?}"), "Resident(410102********0019)");
}

#[test]
fn a_number_of_fifteen_digits_is_converted() {
    assert_eq!(
        Resident::from_old("410102900307001", today()).unwrap().as_str(),
        "410102199003070019"
    );
    assert_eq!(
        Resident::from_old("110105491231002", today()).unwrap().as_str(),
        "11010519491231002X"
    );
    assert_eq!(
        Resident::from_old("410102900230001", today()).unwrap_err().code(),
        "resident-id.birth-date"
    );
}

#[test]
fn kinds_are_read_by_their_names() {
    for kind in Kind::ALL {
        assert_eq!(kind.name().parse(), Ok(kind));
    }
    assert_eq!("passport".parse::<Kind>(), Err(UnknownKind));
}

#[test]
fn phones_and_postcodes_are_judged_by_shape() {
    for text in ["13803710000", " 138 0371 0000", "１９９03710000"] {
        assert!(is_mobile(text), "{text}");
    }
    for text in ["12803710000", "1380371000", "138037100001", "", "1３8a3710000"] {
        assert!(!is_mobile(text), "{text}");
    }
    for text in [
        "65571234",
        "0371-65571234",
        "037165571234",
        "010-65571234-801",
        "02065571234",
        "0379-6557123",
    ] {
        assert!(is_landline(text), "{text}");
    }
    for text in [
        "0371-15571234",
        "371-65571234",
        "0371-",
        "65571234-",
        "0371-65571234-1234567",
        "",
        "六五五七一二三四",
    ] {
        assert!(!is_landline(text), "{text}");
    }
    assert!(is_postcode("450000") && !is_postcode("45000") && !is_postcode("45000a"));
}

#[test]
fn mail_addresses_are_judged_by_shape() {
    for text in ["zhang.san@example.com", "a+b@mail.example.gov.cn", "x@1.cn"] {
        assert!(is_email(text), "{text}");
    }
    for text in [
        "", "a", "a@b", "@b.cn", "a@@b.cn", "a b@c.cn", "a@b..cn", "a@-b.cn", ".a@b.cn", "a@b.cn>", "张@b.cn",
    ] {
        assert!(!is_email(text), "{text}");
    }
}

#[test]
fn other_papers_are_judged_by_shape() {
    for (paper, text, fits) in [
        (Paper::HongKongMacaoPermit, "H12345678", true),
        (Paper::HongKongMacaoPermit, "m1234567801", true),
        (Paper::HongKongMacaoPermit, "T12345678", false),
        (Paper::TaiwanPermit, "12345678", true),
        (Paper::TaiwanPermit, "1234567890A", true),
        (Paper::TaiwanPermit, "123456789", false),
        (Paper::ChinesePassport, "E12345678", true),
        (Paper::ChinesePassport, "EA2345678", true),
        (Paper::ChinesePassport, "G12345678", true),
        (Paper::ChinesePassport, "141234567", true),
        (Paper::ChinesePassport, "MA1234567", true),
        (Paper::ChinesePassport, "X12345678", false),
        (Paper::ForeignPassport, "C01X0006H", true),
        (Paper::ForeignPassport, "C01-", false),
        (Paper::PermanentResidence, "USA110123456789", true),
        (Paper::PermanentResidence, "US1110123456789", false),
    ] {
        assert_eq!(paper.fits(text), fits, "{paper:?} {text}");
    }
}

/// Replaces the character at `index` by another of `alphabet`.
fn mistype(code: &str, index: usize, alphabet: &str, shift: usize) -> String {
    let letters: Vec<char> = alphabet.chars().collect();
    let mut code: Vec<char> = code.chars().collect();
    let old = letters
        .iter()
        .position(|letter| *letter == code[index])
        .unwrap_or(0);
    let new = letters[(old + 1 + shift % (letters.len() - 1)) % letters.len()];
    code[index] = new;
    code.into_iter().collect()
}

proptest! {
    #[test]
    fn one_mistyped_character_of_a_credit_code_is_noticed(
        region in 100_000u32..1_000_000, serial in 0u32..887_503_681, index in 0usize..18, shift in 0usize..30,
    ) {
        let code = Uscc::compose('9', '1', &region.to_string(), serial).unwrap();
        prop_assert_eq!(Uscc::parse(code.as_str()).unwrap(), code.clone());
        prop_assert_eq!(check(Kind::Orgcode, code.orgcode()), "");
        let wrong = mistype(code.as_str(), index, "0123456789ABCDEFGHJKLMNPQRTUWXY", shift);
        prop_assert_eq!(check(Kind::Uscc, &wrong), "uscc.check");
    }

    #[test]
    fn one_mistyped_digit_of_a_registration_number_is_noticed(
        office in 100_000u32..1_000_000, serial in 0u32..100_000_000, index in 0usize..15, shift in 0usize..9,
    ) {
        let code = Regno::compose(&office.to_string(), serial).unwrap();
        prop_assert_eq!(Regno::parse(code.as_str()).unwrap(), code.clone());
        prop_assert_eq!(check(Kind::Regno, &mistype(code.as_str(), index, "0123456789", shift)), "regno.check");
    }

    #[test]
    fn one_mistyped_digit_of_a_resident_number_is_noticed(
        birth in 0i64..50_000, serial in 0u32..1000, index in 0usize..17, shift in 0usize..9,
    ) {
        let birth = Date::new(1870, 1, 1).unwrap().add_days(birth).to_string().replace('-', "");
        let code = Resident::compose(&format!("410102{birth}{serial:03}"), today()).unwrap();
        prop_assert_eq!(Resident::parse(code.as_str(), today()).unwrap(), code.clone());
        prop_assert_ne!(check(Kind::ResidentId, &mistype(code.as_str(), index, "0123456789", shift)), "");
        prop_assert_eq!(check(Kind::ResidentId, &mistype(code.as_str(), 17, "0123456789X", shift)), "resident-id.check");
    }

    #[test]
    fn no_text_makes_a_parser_panic(text in "\\PC*|[0-9０-９X张-]{0,20}") {
        for kind in Kind::ALL {
            check(kind, &text);
        }
        let _ = Resident::from_old(&text, today());
        let _ = (is_phone(&text), is_email(&text), is_postcode(&text), is_old_number(&text));
        for paper in [Paper::TaiwanPermit, Paper::ChinesePassport, Paper::PermanentResidence, Paper::ForeignPassport] {
            paper.fits(&text);
        }
    }
}

#[test]
fn a_persons_number_is_found_in_a_text_however_wide_it_is_written() {
    let today = Date::new(2024, 5, 20).expect("a day");
    let check = |text: &str, found: Option<&str>| {
        assert_eq!(personal_number(text, today).as_deref(), found, "{text}");
    };
    check(
        "公司欠我货款，我的身份证号410102199003070019。",
        Some("410102199003070019"),
    );
    check("电话１３８００００００００", Some("13800000000"));
    check("注册号410105000000014，合同编号20240520001", None);
    check("欠款 120000 元", None);
}
