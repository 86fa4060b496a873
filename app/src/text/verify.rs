//! Checking a document that the hall issued.

crate::catalogue! {
    /// What the page for checking documents says.
    pub struct VerifyTexts {
        title: "文书核验", "Verify a document";
        lead: "凭文书上的编号和核验码，确认它是否由本大厅出具、是否仍然有效。也可扫描文书上的二维码。", "With the number and check code printed on it: did this hall issue it, and is it still in force? Or scan its QR code.";
        number: "文书编号", "Document number";
        code: "核验码", "Check code";
        code_hint: "印在文书下方二维码旁", "Printed beside the QR code";
        submit: "核验", "Verify";
        empty: "请填写此项。", "Fill this in.";
        not_found: "没有与此编号和核验码相符的文书。请逐字核对；核对无误仍查不到的，该文书不是本大厅出具的。", "No document has this number and check code. Compare every character; if both are right, the hall did not issue it.";
        genuine: "核验通过：由本大厅出具，现行有效", "Genuine: issued by this hall and in force";
        superseded: "由本大厅出具，但已被新文书取代", "Issued by this hall, but replaced since";
        superseded_text: "请以新文书为准：{number}", "The document in force is {number}";
        document: "文书", "Document";
        office: "出具机关", "Issued by";
        date: "出具日期", "Date";
        subject: "市场主体", "About";
        says: "文书内容", "What it says";
        status: "状态", "Status";
        in_force: "有效", "In force";
        replaced: "已被取代", "Replaced";
        compare: "请与手中的文书逐项比对；有任何不同的，以本页为准。", "Compare each item with the paper in your hand; where they differ, this page is right.";
        again: "核验另一份", "Verify another";
        see_register: "查看登记信息", "See the register";
    }
}
