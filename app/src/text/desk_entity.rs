//! The register as officers see it.

crate::catalogue! {
    /// The register at the desk.
    pub struct DeskEntityTexts {
        title: "登记簿", "Register";
        lead: "可查全省。本机关及所辖机关登记的，能看变更来由、授权和办件。", "The whole province. For businesses of your office and below also why it changed, mandates and cases.";
        above: "登记簿（内部）", "Register, for officers";
        private: "不公示的登记信息", "Not public";
        public_page: "公示页", "Public page";
        serve: "发认领码、登记授权", "Claim code and mandate";
        history: "登记变更来由", "Why the register changed";
        on: "生效日", "Effective";
        cause: "来由", "Cause";
        cause_case: "办件 {number}", "Case {number}";
        cause_annulled: "撤销办件 {number} 的核准", "Approval of case {number} annulled";
        cause_import: "数据导入", "Import";
        cause_demo: "演示数据", "Demonstration data";
        cause_officer: "经办人决定", "Decided by an officer";
        cause_objection: "提出异议", "Objection";
        cause_late: "逾期未报，系统记录", "Report not filed in time, entered by the hall";
        first: "首次登记", "First registered";
        what: "变更内容", "What changed";
        cases: "办件", "Cases";
        cases_none: "没有办件", "No cases";
        mandates: "授权", "Mandates";
        holder: "被授权人", "Who";
        scope: "范围", "Scope";
        how: "取得方式", "How";
        since: "起", "Since";
        until: "止", "Until";
        how_grant: "由权利人授予", "Granted by a holder";
        how_code: "认领码", "Claim code";
        how_representative: "法定代表人认领", "Claimed as legal representative";
        how_officer: "窗口登记", "Recorded at the counter";
        how_approval: "设立核准", "With approval of the filing";
        how_demo: "演示", "Demonstration";
        inspections: "年检、年报记录", "Inspections and reports";
        year: "年度", "Year";
        inspections_none: "没有记录", "None";
        elsewhere: "由{office}登记，此处只能看公示信息。", "Registered by {office}; only the public page can be seen here.";
        legal_rep_id_no: "法定代表人身份证号", "Identity number of the legal representative";
        phone: "电话", "Telephone";
        postcode: "邮政编码", "Post code";
        email: "电子邮箱", "E-mail";
        address: "地址", "Address";
    }
}
