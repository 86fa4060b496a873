//! What is wrong with an answer and what to do about it, by the error codes of `domain::form`.

use super::Lang;

crate::catalogue! {
    /// What stands around the questions of a form.
    pub struct FormTexts {
        required: "必填", "required";
        optional: "选填", "optional";
        errors_heading: "还有 {n} 处需要更正", "{n} answers need attention";
        choose: "请选择", "Choose";
        yes: "是", "Yes";
        no: "否", "No";
        change: "修改", "Change";
        not_answered: "未填写", "Not answered";
        save_and_continue: "保存并继续", "Save and continue";
        choose_file: "选择文件", "Choose a file";
        error_word: "错误", "Error";
    }
}

/// Code, Chinese and English of every error of a field.
pub(super) static FIELD_ERRORS: &[(&str, &str, &str)] = &[
    ("required", "请填写此项。", "Answer this question."),
    ("too-long", "最多 {max} 个字，请缩短。", "Use {max} characters at most."),
    ("not-a-number", "请填写数字，例如 1200.50。", "Enter a number, such as 1200.50."),
    ("not-whole", "请填写整数，不要小数。", "Enter a whole number, without decimals."),
    (
        "too-many-decimals",
        "小数点后最多 {scale} 位。",
        "Use at most {scale} digits after the decimal point.",
    ),
    ("too-many-digits", "小数点前最多 {digits} 位。", "Use at most {digits} digits before the decimal point."),
    ("too-small", "不能小于 {min}。", "Enter {min} or more."),
    ("too-large", "不能大于 {max}。", "Enter {max} or less."),
    ("not-a-date", "请按“年-月-日”填写日期，例如 2013-05-20。", "Enter a date as year-month-day, such as 2013-05-20."),
    (
        "impossible-date",
        "日历上没有这一天，请核对年、月、日。",
        "There is no such day. Check the year, month and day.",
    ),
    ("too-early", "日期不能早于 {min}。", "Enter {min} or a later date."),
    ("too-late", "日期不能晚于 {max}。", "Enter {max} or an earlier date."),
    ("not-an-option", "请从列出的选项中选择。", "Choose one of the options listed."),
    (
        "control-character",
        "含有不可见的控制字符，请删除后重新填写。",
        "This contains invisible control characters. Type it again without them.",
    ),
    (
        "bidi-mark",
        "含有改变文字方向的不可见字符，请重新填写。",
        "This contains invisible marks that turn the direction of text. Type it again without them.",
    ),
    ("null-byte", "含有无法保存的字符，请重新填写。", "This contains a character that cannot be kept. Type it again."),
    ("too-few-rows", "至少填写 {min} 行。", "Add at least {min} rows."),
    ("too-many-rows", "最多填写 {max} 行，请删除多余的行。", "Keep at most {max} rows."),
    (
        "uscc-length",
        "统一社会信用代码为 18 位，请核对位数。",
        "A unified social credit code has 18 characters. Check its length.",
    ),
    (
        "uscc-letter",
        "第 {position} 位的“{char}”不会出现在统一社会信用代码中（不使用 I、O、S、V、Z），请核对。",
        "“{char}” at position {position} never occurs in a unified social credit code (I, O, S, V and Z are not used). Check it.",
    ),
    (
        "uscc-check",
        "统一社会信用代码校验不符，请对照营业执照逐位核对。",
        "The check character does not fit. Compare the code with the business licence, character by character.",
    ),
    ("orgcode-length", "组织机构代码为 9 位，请核对位数。", "An organisation code has 9 characters. Check its length."),
    (
        "orgcode-letter",
        "组织机构代码只含数字和大写字母，请核对。",
        "An organisation code has only digits and capital letters. Check it.",
    ),
    (
        "orgcode-check",
        "组织机构代码校验不符，请逐位核对。",
        "The check character does not fit. Compare the organisation code character by character.",
    ),
    ("regno-length", "注册号为 15 位数字，请核对位数。", "A registration number has 15 digits. Check its length."),
    ("regno-digit", "注册号只含数字，请核对。", "A registration number has only digits. Check it."),
    (
        "regno-check",
        "注册号校验不符，请对照营业执照逐位核对。",
        "The check digit does not fit. Compare the number with the business licence, digit by digit.",
    ),
    (
        "entity-code",
        "请填写 18 位统一社会信用代码或 15 位注册号。",
        "Enter an 18-character unified social credit code or a 15-digit registration number.",
    ),
    (
        "resident-length",
        "居民身份证号码为 18 位，请核对位数。",
        "A resident identity number has 18 characters. Check its length.",
    ),
    (
        "resident-letter",
        "居民身份证号码只含数字，末位可以是 X，请核对。",
        "A resident identity number has only digits; the last may be X. Check it.",
    ),
    (
        "resident-province",
        "身份证号码前两位不是省级代码，请核对。",
        "The first two digits are no province's code. Check them.",
    ),
    (
        "resident-date",
        "身份证号码第 7 至 14 位不是有效的出生日期，请核对。",
        "Digits 7 to 14 are no valid date of birth. Check them.",
    ),
    (
        "resident-future",
        "身份证号码中的出生日期在今天之后，请核对。",
        "The date of birth in the number lies in the future. Check it.",
    ),
    (
        "resident-check",
        "身份证号码校验不符，请对照证件逐位核对。",
        "The check character does not fit. Compare the number with the identity card.",
    ),
    ("mobile", "请填写 11 位手机号码，例如 13800000000。", "Enter an 11-digit mobile number, such as 13800000000."),
    (
        "phone",
        "请填写手机号码，或带区号的固定电话，例如 0371-65500000。",
        "Enter a mobile number, or a landline with its area code, such as 0371-65500000.",
    ),
    ("postcode", "邮政编码为 6 位数字，例如 450000。", "A postcode has 6 digits, such as 450000."),
    ("email", "请填写完整的邮箱地址，例如 name@example.com。", "Enter a full email address, such as name@example.com."),
    (
        "url",
        "请填写完整的网址，例如 https://www.example.com。",
        "Enter a full web address, such as https://www.example.com.",
    ),
    ("missing-attachment", "请上传此项材料。", "Upload this document."),
    ("check", "这一项与其他填写内容不符，请核对。", "This does not agree with other answers. Check both."),
];

/// The message of an error `code` as a template; placeholders are the error's own values, see
/// [`fill`](super::fill). A code of no entry gives a plain request to check the answer.
pub fn field_error(lang: Lang, code: &str) -> &'static str {
    let fallback = ("", "请核对此项。", "Check this answer.");
    let (_, zh, en) = FIELD_ERRORS.iter().find(|(known, ..)| *known == code).copied().unwrap_or(fallback);
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
