//! The public register: search, an entity's page, and the words of its tables.

use super::day::{DayTexts, day_text};
use super::{Lang, fill};
use domain::entity::public::Item;
use domain::tables::{EntityGroup, EntityStatus};

crate::catalogue! {
    /// What stands around the register's public pages.
    pub struct RegisterTexts {
        title: "市场主体查询", "Search the register";
        lead: "查询登记簿上的公示信息，免费，无需登录。", "What the register publishes, free and without signing in.";
        label: "名称、法定代表人、统一社会信用代码或注册号", "Name, legal representative, credit code or registration number";
        hint: "名称可以只输一部分", "Part of a name is enough";
        found: "共 {n} 户", "{n} found";
        found_more: "超过 {n} 户，请多输几个字", "more than {n}; add a few characters";
        none: "没有找到“{q}”", "Nothing found for “{q}”";
        none_text: "请核对文字，或换用统一社会信用代码、注册号查询。刚登记的市场主体当日即可查到。", "Check the characters, or try the credit code or registration number. New entities can be found the same day.";
        next_page: "更多", "More";
        name: "名称", "Name";
        code: "代码", "Code";
        kind: "类型", "Type";
        legal_rep: "法定代表人、经营者", "Legal representative or operator";
        status: "登记状态", "Status";
        office: "登记机关", "Office of registration";
        established: "成立日期", "Established";
        above: "登记簿公示信息", "Public register";
        particulars: "登记事项", "Registered particulars";
        uscc: "统一社会信用代码", "Unified social credit code";
        regno: "注册号", "Registration number";
        capital: "注册资本", "Registered capital";
        paid_capital: "实收资本", "Paid-in capital";
        ten_thousand: "{n} 万元", "{n} × 10,000 yuan";
        term: "营业期限", "Term of business";
        term_until: "至{day}", "until {day}";
        term_long: "长期", "long term";
        term_long_from: "自{day}起长期", "long term, from {day}";
        domicile: "住所、经营场所", "Domicile";
        scope: "经营范围", "Business scope";
        region: "所在地区", "Region";
        shareholders: "股东、出资", "Shareholders";
        subscribed: "认缴（万元）", "Subscribed (10,000 yuan)";
        paid: "实缴（万元）", "Paid (10,000 yuan)";
        contribution: "出资方式", "In what form";
        officers: "主要人员", "Officers";
        position: "职务", "Position";
        branches: "分支机构", "Branches";
        inspected: "已年检年度", "Years inspected";
        inspected_on: "{day}通过", "passed on {day}";
        reported: "已报年度", "Years reported on";
        reported_on: "{day}报送", "filed on {day}";
        year: "{n} 年度", "{n}";
        changes: "变更记录", "Changes";
        changes_none: "没有变更记录。", "No changes.";
        item: "变更事项", "What changed";
        before: "变更前", "Before";
        after: "变更后", "After";
        empty: "（空）", "(empty)";
        licences: "执照和许可文书", "Licences issued";
        in_force: "有效", "In force";
        replaced: "已被取代", "Replaced";
        issued: "{office}，{day}", "{office}, {day}";
        not_published: "登记簿没有公示此项。", "Not in the register.";
        file_for: "为该市场主体办事", "File for this business";
        verify: "核验文书", "Verify a document";
        print: "请以登记机关的登记簿为准。本页内容截至{day}。", "As the register stands on {day}.";
        item_name: "名称", "Name";
        item_type: "类型", "Type";
        item_status: "登记状态", "Status";
        item_legal_rep: "法定代表人、经营者", "Legal representative or operator";
        item_office: "登记机关", "Office of registration";
        item_domicile: "住所、经营场所", "Domicile";
        item_capital: "注册资本（万元）", "Registered capital (10,000 yuan)";
        item_paid: "实收资本（万元）", "Paid-in capital (10,000 yuan)";
        item_industry: "行业", "Industry";
        item_term_from: "营业期限自", "Term of business from";
        item_operation: "组成形式", "Form of operation";
        item_parent: "隶属企业", "Parent enterprise";
        item_record_entered: "新增记录", "Record entered";
        item_record_ended: "记录结束", "Record ended";
        industry: "行业", "Industry";
        operation: "组成形式", "Form of operation";
        operation_personal: "个人经营", "run by one person";
        operation_family: "家庭经营", "run by a family";
        parent: "隶属企业", "Parent enterprise";
        item_scope: "经营范围", "Business scope";
        item_term: "营业期限", "Term of business";
        item_shareholders: "股东", "Shareholders";
        item_officers: "主要人员", "Officers";
        item_branches: "分支机构", "Branches";
        active: "存续", "Registered";
        revoked: "吊销，未注销", "Revoked";
        revoked_deregistered: "吊销，已注销", "Revoked and deregistered";
        deregistered: "注销", "Deregistered";
        annulled: "撤销", "Annulled";
        moved_out: "迁出", "Moved to another registrar";
        other_status: "其他", "Other";
        company: "公司", "Companies";
        foreign_company: "外商投资公司", "Companies with foreign investment";
        enterprise: "非公司企业法人", "Enterprises that are no companies";
        branch: "分支机构", "Branches";
        partnership: "合伙企业", "Partnerships";
        sole: "个人独资企业", "Sole proprietorships";
        cooperative: "农民专业合作社", "Farmers' cooperatives";
        individual: "个体工商户", "Individual businesses";
        nonlegal: "营业单位", "Businesses without legal personality";
        overseas: "外国（地区）企业", "Businesses of companies from abroad";
        other_group: "其他", "Others";
    }
}

/// A state of the register in words.
pub fn entity_status(lang: Lang, status: EntityStatus) -> &'static str {
    let texts = RegisterTexts::of(lang);
    match status {
        EntityStatus::Active => texts.active,
        EntityStatus::Revoked => texts.revoked,
        EntityStatus::RevokedDeregistered => texts.revoked_deregistered,
        EntityStatus::Deregistered => texts.deregistered,
        EntityStatus::Annulled => texts.annulled,
        EntityStatus::MovedOut => texts.moved_out,
        EntityStatus::Other => texts.other_status,
    }
}

/// A group of kinds of entity, in the plural.
pub fn entity_group(lang: Lang, group: EntityGroup) -> &'static str {
    let texts = RegisterTexts::of(lang);
    match group {
        EntityGroup::Company => texts.company,
        EntityGroup::ForeignCompany => texts.foreign_company,
        EntityGroup::Enterprise => texts.enterprise,
        EntityGroup::Branch => texts.branch,
        EntityGroup::Partnership => texts.partnership,
        EntityGroup::Sole => texts.sole,
        EntityGroup::Cooperative => texts.cooperative,
        EntityGroup::Individual => texts.individual,
        EntityGroup::Nonlegal => texts.nonlegal,
        EntityGroup::Overseas => texts.overseas,
        EntityGroup::Other => texts.other_group,
    }
}

/// The term of business (营业期限) as the register keeps it; empty where it says nothing of one.
pub fn term(lang: Lang, from: &str, until: &str) -> String {
    let texts = RegisterTexts::of(lang);
    let (first, last) = (day_text(lang, from), day_text(lang, until));
    match (from, until) {
        ("", "") => String::new(),
        (_, "") => fill(texts.term_long_from, &[("day", &first)]),
        ("", _) => fill(texts.term_until, &[("day", &last)]),
        _ => fill(DayTexts::of(lang).span, &[("from", &first), ("until", &last)]),
    }
}

/// The form of operation of an individual business in words; anything else as it is.
pub fn operation(lang: Lang, code: &str) -> String {
    let texts = RegisterTexts::of(lang);
    match code {
        "personal" => texts.operation_personal.to_string(),
        "family" => texts.operation_family.to_string(),
        other => other.to_string(),
    }
}

/// What a change of the register is of.
pub fn change_item(lang: Lang, item: Item) -> &'static str {
    let texts = RegisterTexts::of(lang);
    match item {
        Item::Name => texts.item_name,
        Item::EntityType => texts.item_type,
        Item::Status => texts.item_status,
        Item::LegalRep => texts.item_legal_rep,
        Item::Office => texts.item_office,
        Item::Domicile => texts.item_domicile,
        Item::Capital => texts.item_capital,
        Item::PaidCapital => texts.item_paid,
        Item::Scope => texts.item_scope,
        Item::Industry => texts.item_industry,
        Item::TermFrom => texts.item_term_from,
        Item::Operation => texts.item_operation,
        Item::Parent => texts.item_parent,
        Item::RecordEntered => texts.item_record_entered,
        Item::RecordEnded => texts.item_record_ended,
        Item::TermUntil => texts.item_term,
        Item::Shareholders => texts.item_shareholders,
        Item::Officers => texts.item_officers,
        Item::Branches => texts.item_branches,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_without_an_end_is_a_long_one_and_none_at_all_is_nothing() {
        let check = |from, until, zh, en| {
            assert_eq!(term(Lang::Zh, from, until), zh);
            assert_eq!(term(Lang::En, from, until), en);
        };
        check("2013-05-20", "", "自2013年5月20日起长期", "long term, from 20 May 2013");
        check("2013-05-20", "2023-05-19", "2013年5月20日至2023年5月19日", "20 May 2013 to 19 May 2023");
        check("", "2023-05-19", "至2023年5月19日", "until 19 May 2023");
        check("", "", "", "");
    }
}
