//! One entity as those who act for it see it, and claiming one.

crate::catalogue! {
    /// What the pages of one's entities say.
    pub struct EntityHomeTexts {
        code: "统一社会信用代码或注册号", "Credit code or registration number";
        kind: "类型", "Kind";
        office: "登记机关", "Office";
        status: "登记状态", "Status";
        representative: "法定代表人或负责人", "Legal representative";
        public_page: "登记公示信息", "Its page in the register";
        mandates: "授权管理", "Who may act for it";
        give_up: "放弃我的授权", "Give up my mandate";
        due: "应办事项", "What is due";
        due_none: "目前没有需要为它申报的事项", "Nothing has to be filed for it now";
        source: "依据", "Source";
        others: "其他可办事项", "Other services";
        not_for_now: "现在不能办理：{reason}", "Not possible now: {reason}";
        drafts: "草稿", "Drafts";
        cases: "办件", "Filings";
        no_cases: "还没有为它提交过办件。", "Nothing has been handed in for it yet.";
        extension_title: "申请延期", "Ask for an extension";
        extension_lead: "在申报期内可以申请一次，写明理由，由登记机关决定。", "Can be asked for once within the window, with a reason; the office decides.";
        extension_until: "获准后截止日期", "If granted, due by";
        extension_now: "现截止日期", "Due now by";
        reason: "延期理由", "Reason";
        reason_hint: "写明为什么不能按期申报，最多 1000 字", "Why it cannot be filed in time; 1000 characters at most";
        ask: "提交申请", "Ask";
        state_asked: "申请已提交，等待登记机关决定。", "You have asked; the office has not decided yet.";
        state_granted: "已批准，可在{day}前申报。", "Granted: due by {day}.";
        state_refused: "未获批准：{reason}", "Refused: {reason}";
        back: "返回", "Back";
        claim_title: "认领市场主体", "Claim a business";
        claim_lead: "认领后即可代为办理事项，并可授权他人。", "After claiming you can file for it and let others do so.";
        entity_code: "统一社会信用代码或注册号", "Credit code or registration number";
        entity_code_hint: "18 位代码或 15 位注册号，见营业执照", "18 characters, or a registration number of 15 digits, as on the licence";
        with_code: "用认领码认领", "With a claim code";
        with_code_text: "认领码由登记机关窗口当面发放，7 日内有效，只能使用一次。", "The counter of the office of registration gives out the code; it lasts seven days and works once.";
        claim_code: "认领码", "Claim code";
        claim_code_hint: "12 位，不区分大小写", "12 characters; capitals do not matter";
        claim_with_code: "用认领码认领", "Claim with the code";
        as_representative: "以法定代表人身份认领", "As the legal representative";
        as_representative_text: "登记的法定代表人（负责人、经营者）身份证号码与您的账号一致时，可直接认领。", "If the register has your identity number as that of the legal representative, you can claim it right away.";
        claim_as_representative: "我是法定代表人，认领", "Claim as legal representative";
        claim_failed: "认领不成功。请核对代码和认领码；认领码可能已过期或用过。以法定代表人身份认领的，登记簿中的证件号码须与您的账号一致。", "This did not work. Check both codes; the claim code may have expired or been used. To claim as the legal representative, the register must have your identity number.";
        already: "您已经持有该市场主体的全部授权。", "You hold the whole of this business already.";
        tries: "多次失败后将暂停认领。", "After several failures, claiming is closed for a while.";
        no_code: "没有认领码？", "No code?";
        no_code_text: "携带身份证和营业执照到登记机关窗口领取；也可以请持有全部授权的人为您授权。", "Bring your identity card and the licence to the counter of its office, or ask somebody who holds the whole of it to grant you a mandate.";
    }
}
