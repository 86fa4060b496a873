//! What guides are sorted by: events in the life of a business, and whom they are for.

use super::Lang;
use domain::pack::{Audience, LifeEvent};

crate::catalogue! {
    /// Titles of events and audiences, each with a line of what it means.
    pub struct FacetTexts {
        start: "开办经营", "Start a business";
        start_text: "名称、个体户、企业、合作社、分支机构的登记。", "A name, then an individual business, enterprise, cooperative or branch.";
        change: "变更登记事项", "Change something";
        change_text: "搬家、改名、换人、增减资、改经营范围。", "Moved, renamed, new people, capital or scope.";
        close: "注销、不再经营", "Close it";
        close_text: "清算、公告和注销登记。", "Liquidation, notice and deregistration.";
        report: "年检、年报", "File the inspection or report";
        report_text: "看本年度报哪一种、什么时候报，开始填报。", "See what to file this year and by when, and begin.";
        shop: "开网店", "Open an online shop";
        shop_text: "网上经营的备案和电子标识。", "Put online trade on file and show the licence.";
        pledge: "股权、财产担保", "Pledge shares or goods";
        pledge_text: "股权出质、动产抵押的登记和注销。", "Enter or cancel a pledge of shares or a chattel mortgage.";
        licence: "补领、换领执照", "Replace a licence";
        licence_text: "丢失、毁损，或者增加副本。", "Lost or damaged, or one more copy.";
        abnormal: "移出经营异常名录", "Get off the abnormal list";
        abnormal_text: "补报、改正之后申请移出。", "Make up for what was missed, then apply.";
        operate: "日常经营许可", "Permits while in business";
        operate_text: "广告、备案和经营中的其他手续。", "Advertising, filings and other permits.";
        check: "查一查", "Check something";
        check_text: "档案查询、依申请公开等。", "Archives, information on request and more.";
        person: "个人", "Individuals";
        person_text: "还没有营业执照，或者以本人名义办理", "No licence yet, or filing in your own name";
        individual: "个体工商户", "Individual businesses";
        individual_text: "经营者本人或者受托人", "Their operators and agents";
        enterprise: "企业", "Enterprises";
        enterprise_text: "公司、独资、合伙企业和分支机构", "Companies, sole proprietorships, partnerships, branches";
        cooperative: "农民专业合作社", "Farmers' cooperatives";
        cooperative_text: "设立、变更、注销、年报", "Set up, change, close, report";
        foreign: "外国企业和投资者", "Foreign businesses";
        foreign_text: "代表机构和外商投资企业", "Representative offices and foreign investment";
    }
}

/// Title and meaning of an event.
pub fn event(lang: Lang, event: LifeEvent) -> (&'static str, &'static str) {
    let texts = FacetTexts::of(lang);
    match event {
        LifeEvent::Start => (texts.start, texts.start_text),
        LifeEvent::Change => (texts.change, texts.change_text),
        LifeEvent::Close => (texts.close, texts.close_text),
        LifeEvent::Report => (texts.report, texts.report_text),
        LifeEvent::Shop => (texts.shop, texts.shop_text),
        LifeEvent::Pledge => (texts.pledge, texts.pledge_text),
        LifeEvent::Licence => (texts.licence, texts.licence_text),
        LifeEvent::Abnormal => (texts.abnormal, texts.abnormal_text),
        LifeEvent::Operate => (texts.operate, texts.operate_text),
        LifeEvent::Check => (texts.check, texts.check_text),
    }
}

/// Title and meaning of an audience.
pub fn audience(lang: Lang, audience: Audience) -> (&'static str, &'static str) {
    let texts = FacetTexts::of(lang);
    match audience {
        Audience::Person => (texts.person, texts.person_text),
        Audience::Individual => (texts.individual, texts.individual_text),
        Audience::Enterprise => (texts.enterprise, texts.enterprise_text),
        Audience::Cooperative => (texts.cooperative, texts.cooperative_text),
        Audience::Foreign => (texts.foreign, texts.foreign_text),
    }
}
