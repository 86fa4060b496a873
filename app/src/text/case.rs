//! A case as its filer sees it: status, receipt, the filing itself, documents.

crate::catalogue! {
    /// What the filer's pages of a case say.
    pub struct CaseTexts {
        steps: "办理环节", "Steps";
        step_done: "已完成", "done";
        step_current: "当前环节", "now here";
        step_ahead: "未开始", "not yet";
        receipt: "打印回执", "Print the receipt";
        filing: "查看提交的内容", "Read what was handed in";
        entity: "查看市场主体", "To the business";
        correct: "现在补正", "Correct now";
        correct_text: "点击后打开原草稿，逐项修改后重新提交。补正期间不计入办理时限。", "This opens the draft again; correct each item and submit it once more. The office's time does not run meanwhile.";
        remarks_past: "上次的补正意见", "What was to be corrected";
        reasons: "未获核准的理由", "Why it was refused";
        reasons_annulled: "核准被撤销的理由", "Why the approval was annulled";
        rights_annulled: "登记已恢复到核准以前的状态。您的权利和救济途径写在撤销决定书中。", "The register is as it was before the approval. The decision to annul says what you can do against it.";
        rights: "您的权利和救济途径写在驳回通知书中。", "The notice of refusal says what you can do against it.";
        read_notice: "阅读通知书", "Read the notice";
        collect: "文书", "Documents";
        withdraw: "撤回申请", "Withdraw it";
        withdraw_text: "在作出决定前可以撤回。撤回后本办件结束，需要时可以重新申请。", "You can withdraw it until it is decided. That ends this filing; you may file again.";
        withdraw_reason: "撤回理由", "Reason";
        withdraw_submit: "确认撤回", "Withdraw";
        handed_in: "已收到您的申请", "We have received your filing";
        next: "接下来", "What happens next";
        next_by: "{limit}：登记机关应在{day}前办理。", "{limit}: the office acts by {day}.";
        next_office: "由{office}办理。有进展会在“我的大厅”通知您。", "{office} handles it. You are told under My hall.";
        next_track: "凭受理号和查询码，任何人无需登录即可查询进度。", "With the number and the query code anyone can track it without signing in.";
        fees: "在窗口应缴费用", "To be paid at the counter";
        no_fees: "不收费。", "Nothing is to be paid.";
        fee: "项目", "Fee";
        amount: "金额（元）", "Amount (yuan)";
        total: "合计", "Total";
        print_how: "可用浏览器的打印功能打印本页，或另存为 PDF。", "Print this page with your browser, or save it as PDF.";
        to_case: "查看办件", "To the filing";
        filing_title: "提交的内容", "What was handed in";
        filing_lead: "提交时冻结，不再改变。", "Frozen when it was handed in; it does not change any more.";
        filing_number: "受理号", "Filing number";
        filing_follow: "扫描二维码，输入受理号和查询码，可查询办理进度。", "Scan the code and enter the number and the query code to follow it.";
        filing_qr: "查询办理进度的二维码", "Code that leads to following this filing";
        print_filing: "打印提交的内容", "Print what was handed in";
        submission: "第 {n} 次提交", "Submission {n}";
        submission_at: "提交时间", "Handed in at";
        declaration: "声明", "Declaration";
        declared_by: "声明人", "Declared by";
        capacity: "身份", "In the capacity of";
        signatures: "签字", "Signatures";
        signed_online: "网上签字", "Signed online";
        signed_paper: "纸质签字扫描件", "Scan of a signed page";
        signed_at: "{how}，{time}", "{how}, {time}";
        content_hash: "内容摘要（SHA-256）", "Content hash (SHA-256)";
        hash_text: "摘要由提交的全部内容算出，可用来核对内容没有改动。", "Worked out from all that was handed in; it shows that nothing was changed since.";
        service: "事项", "Service";
        document_back: "返回办件", "Back to the filing";
        check_code: "核验码", "Check code";
        check_text: "扫描二维码，或在“文书核验”页面输入文书编号和核验码，可核对真伪。", "Scan the code, or enter the number and the check code under “Verify a document”.";
        document_number: "文书编号：{number}", "No. {number}";
        qr: "核验二维码", "Code to check this document with";
        seal: "专用印章", "Seal";
        seal_demo: "（演示）", "(demonstration)";
        superseded: "已被 {number} 取代", "Superseded by {number}";
        void: "已失效", "VOID";
    }
}
