//! Names: checking one, what each rule says, and one's own reservations.

use super::Lang;
use domain::name::reservation::State;
use domain::name::{Closing, NameKind, Rule, Standing, Weight};

crate::catalogue! {
    /// What the pages about names say.
    pub struct NameTexts {
        title: "名称查重", "Check a name";
        lead: "输入拟用的企业名称，立即知道能不能用、为什么。结果供参考，以登记机关的决定为准。", "Type the name you would like and learn at once whether it can be had, and why not. The office decides in the end.";
        name: "拟用名称", "Name";
        name_hint: "写全：行政区划 + 字号 + 行业 + 组织形式，如“河南豫达科技有限公司”", "In full, in Chinese: region + brand + industry + form, such as 河南豫达科技有限公司";
        kind: "市场主体类型", "Kind of entity";
        name_missing: "请填写拟用名称", "Type the name you would like";
        kind_missing: "请选择市场主体类型", "Choose the kind of entity";
        office: "登记机关", "Office of registration";
        office_hint: "不选则按名称中的行政区划确定", "Left out: the office for the region in the name";
        check: "查一查", "Check";
        split: "名称的组成", "The name's parts";
        split_text: "系统按下面的方式拆分名称。拆得不对，可以改正后再查。", "This is how the hall takes the name apart. Correct it where it is wrong, and check again.";
        region: "行政区划", "Region";
        brand: "字号", "Brand";
        industry: "行业或者经营特点", "Industry";
        form: "组织形式", "Form";
        check_again: "按改正的拆分再查", "Check again with these parts";
        result: "查询结果", "Result";
        can: "没有发现不能使用的情形", "No rule refuses this name";
        can_text: "按{day}的规则，与{office}的名称比对。", "By the rules of {day}, compared with the names of {office}.";
        cannot: "这个名称不能使用", "This name cannot be had";
        refused: "不能使用", "Refused";
        hint: "提示", "Note";
        verdict: "结论", "Verdict";
        why: "原因", "Why";
        rule: "依据", "Rule";
        no_verdicts: "没有发现问题。", "Nothing was found.";

        too_long: "名称有 {what} 个字符，最多 {more} 个。", "The name has {what} characters; {more} are the most.";
        letter: "含有外文字母或者汉语拼音：{what}。名称应当使用规范汉字。", "It has foreign letters or pinyin: {what}. Names are written in standard Chinese characters.";
        digit: "含有阿拉伯数字等数字符号：{what}。请改用汉字。", "It has digits: {what}. Use Chinese characters instead.";
        full_width: "含有全角字母、数字或符号：{what}。", "It has letters, digits or marks of full width: {what}.";
        space: "含有空格或者看不见的字符，请删去。", "It has spaces or invisible characters. Take them out.";
        look_alike: "含有形似汉字但不是汉字的字符：{what}。请重新输入。", "It has signs that look like Chinese characters and are none: {what}. Type them again.";
        rare: "含有不是规范汉字的字（生僻字、繁体字或异体字）：{what}。", "It has characters that are no standard ones (rare, traditional or variants): {what}.";
        sign: "含有标点或其他符号：{what}。", "It has punctuation or other signs: {what}.";
        forbidden: "含有不得使用的文字：“{what}”（{more}）。", "It has words no name may have: {what} ({more}).";
        restricted: "含有“{what}”：须经国务院批准或者由国家登记机关核准，本机关不能核准。", "It has {what}, which the State Council or the national office decides on, and no office here.";
        restricted_inside: "含有“{what}”：只能用作行业限定语。", "It has {what}, which may only qualify the industry.";
        split_wrong: "改正后的各部分合起来是“{what}”，与名称不一致。", "The parts as corrected make {what}, which is not the name.";
        no_region: "没有冠以行政区划。不含行政区划的名称，本机关不能办理。", "It does not begin with a region. Names without one are not for the offices here.";
        no_city: "市辖区“{what}”前应当冠以所属的市（{more}）。", "The district {what} needs its city before it ({more}).";
        elsewhere: "名称中的行政区划“{what}”不在该登记机关的辖区。", "The region {what} is not one of this office's.";
        level: "冠以“{what}”的名称由相应级别的登记机关核准。", "A name that begins with {what} is decided by the office of that level.";
        brand_short: "字号应当由两个以上汉字组成，现为“{what}”。", "The brand needs two Chinese characters or more; it is “{what}”.";
        brand_region: "县级以上行政区划名称“{what}”不得作字号，另有含义的除外。", "{what}, the name of a region, cannot be the brand unless it means something else.";
        brand_industry: "行业用语“{what}”不得作字号，另有含义的除外。", "{what}, a word for an industry, cannot be the brand unless it means something else.";
        no_industry: "没有看出行业。跨行业经营的可以不写；否则请写明主要行业。", "No industry was found in it. It may be left out by those who work in several; otherwise say the main one.";
        no_form: "没有组织形式。这类市场主体可用：{more}。", "It has no form at its end. This kind of entity has: {more}.";
        wrong_form: "组织形式“{what}”不适用于这类市场主体，可用：{more}。", "The form {what} is not for this kind of entity, which has: {more}.";
        partnership_mark: "合伙企业名称应当标明“（普通合伙）”“（特殊普通合伙）”或者“（有限合伙）”，并与类型一致。", "A partnership's name ends with （普通合伙）, （特殊普通合伙） or （有限合伙）, as its kind is.";
        cooperative_form: "农民专业合作社名称应当含有“专业合作社”。", "A farmers' cooperative has 专业合作社 in its name.";
        branch_name: "分支机构名称应当冠以所从属企业的名称，后缀分公司、分厂、分店等（“{what}”）。", "A branch's name is its parent's with 分公司, 分厂, 分店 or the like behind it ({what}).";
        group: "使用“{what}”的，应当是企业集团的母公司。", "{what} is for the parent company of a group.";
        exact: "与“{what}”相同（{standing}）。", "The same as {what} ({standing}).";
        same_brand: "与“{what}”字号相同、行业相同（{standing}）。有投资关系的除外，由登记机关审查。", "The same brand in the same industry as {what} ({standing}). Unless one has invested in the other, which the office looks into.";
        similar: "与“{what}”近似（{standing}），可能被误认，请考虑换一个。", "Like {what} ({standing}): people may take one for the other.";
        period: "曾用或者已终止的名称在一定期限内不得使用。", "Names that were given up are kept for a time.";

        registered: "已登记", "registered";
        reserved: "已保留至{day}", "reserved until {day}";
        closed_deregistered: "{on}注销，保护至{day}", "deregistered on {on}, kept until {day}";
        closed_revoked: "{on}吊销，保护至{day}", "revoked on {on}, kept until {day}";
        closed_annulled: "{on}撤销，保护至{day}", "annulled on {on}, kept until {day}";
        closed_still: "已吊销，尚未注销", "revoked, still on the register";
        renamed: "{on}变更前的名称，保护至{day}", "given up for another on {on}, kept until {day}";

        ground_dignity: "损害国家尊严", "against the dignity of the state";
        ground_interest: "损害公共利益", "against the public interest";
        ground_party: "政党、机关、部队名称", "a party, organ or unit of the state";
        ground_foreign: "外国国家、国际组织名称", "a foreign state or international organisation";
        ground_obscene: "淫秽、赌博、迷信、恐怖", "obscene, gambling, superstitious or violent";
        ground_discrimination: "民族、种族、宗教、性别歧视", "discriminating";
        ground_morals: "违背公序良俗", "against good morals";
        ground_misleading: "可能使公众受骗或者误解", "misleading";
        ground_other: "其他规定", "by another rule";

        limited_company: "有限责任公司", "Limited liability company";
        joint_stock_company: "股份有限公司", "Joint-stock company";
        company: "公司", "Company";
        individual: "个体工商户", "Individual business";
        sole: "个人独资企业", "Sole proprietorship";
        general_partnership: "普通合伙企业", "General partnership";
        special_partnership: "特殊普通合伙企业", "Special general partnership";
        limited_partnership: "有限合伙企业", "Limited partnership";
        partnership: "合伙企业", "Partnership";
        cooperative: "农民专业合作社", "Farmers' specialised cooperative";
        branch: "分支机构", "Branch";
        enterprise: "非公司企业法人", "Enterprise that is no company";
        nonlegal: "营业单位", "Business without legal personality";

        own: "我保留的名称", "My reserved names";
        own_title: "保留的名称", "A reserved name";
        number: "通知书编号", "Number of the notice";
        state: "状态", "State";
        from: "保留自", "Reserved from";
        until: "保留至", "Reserved until";
        until_day: "{day}（含当日）", "{day}, that day included";
        case: "来自办件", "From the filing";
        used_by: "用于办件", "Used by the filing";
        open: "保留中", "Reserved";
        consumed: "已使用", "Used";
        expired: "已过期", "Expired";
        withdrawn: "已放弃", "Given up";
        extends: "可在{from}至{until}之间申请延期，限一次。", "It can be extended once, from {from} to {until}.";
        extended: "已延期过一次，不能再延。", "It has been extended once and cannot be again.";
        can_do: "可以办理", "What you can do";
        give_up: "放弃这个名称", "Give this name up";
        give_up_text: "放弃后，任何人都可以使用这个名称，不能撤回。", "Anybody can have the name then. This cannot be undone.";
        given_up: "已放弃这个名称。", "The name has been given up.";
    }
}

/// What a rule of this weight says, with places for `what`, `more` and `standing`.
pub fn rule_text(lang: Lang, rule: Rule, weight: Weight) -> &'static str {
    let texts = NameTexts::of(lang);
    match rule {
        Rule::TooLong => texts.too_long,
        Rule::Letter => texts.letter,
        Rule::Digit => texts.digit,
        Rule::FullWidth => texts.full_width,
        Rule::Space => texts.space,
        Rule::LookAlike => texts.look_alike,
        Rule::Rare => texts.rare,
        Rule::Sign => texts.sign,
        Rule::Forbidden => texts.forbidden,
        Rule::Restricted if weight == Weight::Hint => texts.restricted_inside,
        Rule::Restricted => texts.restricted,
        Rule::Split => texts.split_wrong,
        Rule::NoRegion => texts.no_region,
        Rule::NoCity => texts.no_city,
        Rule::Elsewhere => texts.elsewhere,
        Rule::Level => texts.level,
        Rule::BrandShort => texts.brand_short,
        Rule::BrandRegion => texts.brand_region,
        Rule::BrandIndustry => texts.brand_industry,
        Rule::NoIndustry => texts.no_industry,
        Rule::NoForm => texts.no_form,
        Rule::WrongForm => texts.wrong_form,
        Rule::PartnershipMark => texts.partnership_mark,
        Rule::CooperativeForm => texts.cooperative_form,
        Rule::BranchName => texts.branch_name,
        Rule::Group => texts.group,
        Rule::Exact => texts.exact,
        Rule::SameBrandSameIndustry => texts.same_brand,
        Rule::Similar => texts.similar,
        Rule::Deregistered | Rule::Revoked | Rule::Annulled | Rule::Renamed => texts.period,
    }
}

/// Whose another name is, with places for `on` and `day`; `ends` when it will be free one day.
pub fn standing_text(lang: Lang, standing: Standing, ends: bool) -> &'static str {
    let texts = NameTexts::of(lang);
    match standing {
        Standing::Registered => texts.registered,
        Standing::Reserved { .. } => texts.reserved,
        Standing::Renamed { .. } => texts.renamed,
        Standing::Closed { how, .. } => match how {
            Closing::Deregistered => texts.closed_deregistered,
            Closing::Annulled => texts.closed_annulled,
            Closing::Revoked if ends => texts.closed_revoked,
            Closing::Revoked => texts.closed_still,
        },
    }
}

/// On which ground a word is forbidden.
pub fn ground_text(lang: Lang, ground: &str) -> &'static str {
    let texts = NameTexts::of(lang);
    match ground {
        "dignity" => texts.ground_dignity,
        "interest" => texts.ground_interest,
        "party" => texts.ground_party,
        "foreign" => texts.ground_foreign,
        "obscene" => texts.ground_obscene,
        "discrimination" => texts.ground_discrimination,
        "morals" => texts.ground_morals,
        "misleading" => texts.ground_misleading,
        _ => texts.ground_other,
    }
}

/// A kind of entity.
pub fn name_kind(lang: Lang, kind: NameKind) -> &'static str {
    let texts = NameTexts::of(lang);
    match kind {
        NameKind::LimitedCompany => texts.limited_company,
        NameKind::JointStockCompany => texts.joint_stock_company,
        NameKind::Company => texts.company,
        NameKind::Individual => texts.individual,
        NameKind::Sole => texts.sole,
        NameKind::GeneralPartnership => texts.general_partnership,
        NameKind::SpecialPartnership => texts.special_partnership,
        NameKind::LimitedPartnership => texts.limited_partnership,
        NameKind::Partnership => texts.partnership,
        NameKind::Cooperative => texts.cooperative,
        NameKind::Branch => texts.branch,
        NameKind::Enterprise => texts.enterprise,
        NameKind::Nonlegal => texts.nonlegal,
    }
}

/// How a reservation stands.
pub fn reservation_state(lang: Lang, state: State) -> &'static str {
    let texts = NameTexts::of(lang);
    match state {
        State::Open => texts.open,
        State::Consumed => texts.consumed,
        State::Expired => texts.expired,
        State::Withdrawn => texts.withdrawn,
    }
}
