//! What is wrong with an answer and what to do about it, by the error codes of `domain::form`.

use super::{Lang, fill};
use domain::form::FieldError;

crate::catalogue! {
    /// What stands around the questions of a form.
    pub struct FormTexts {
        required: "必填", "required";
        optional: "选填", "optional";
        errors_heading: "还有 {n} 处需要更正", "Answers that need attention: {n}";
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
    (
        "personal-number",
        "其中有个人的证件号码或者手机号码：{number}。这段文字会公开，请去掉。",
        "It holds a person's identity or telephone number: {number}. This text is public; leave the number out.",
    ),
    ("not-a-number", "请填写数字，例如 1200.50。", "Enter a number, such as 1200.50."),
    (
        "not-a-past-year",
        "请填写已经结束的年度，例如 2012。",
        "Enter a year that is over, such as 2012.",
    ),
    ("not-whole", "请填写整数，例如 12，不要小数。", "Enter a whole number, such as 12, without decimals."),
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
    (
        "row-gone",
        "这一行已在别处被删除，没有保存。请刷新页面，需要时重新添加。",
        "This row was removed elsewhere; nothing was saved. Reload the page, and add the row again if it is needed.",
    ),
    ("too-few-rows", "至少填写 {min} 行。", "Add at least {min} rows."),
    (
        "repeated",
        "上面的一行已经填了同样的号码。同一个人或单位只填一行，请核对或删除重复的行。",
        "A row above says the same. Enter each person or body in one row only; correct this or remove the row.",
    ),
    ("too-many-rows", "最多填写 {max} 行，请删除多余的行。", "Keep at most {max} rows."),
    ("uscc.length", "统一社会信用代码为 {expected} 位，现有 {found} 位，请核对。", "A unified social credit code has {expected} characters; this has {found}. Check it."),
    (
        "uscc.letter",
        "第 {position} 位的“{char}”不会出现在统一社会信用代码中（不使用 I、O、S、V、Z），请核对。",
        "“{char}” at position {position} never occurs in a unified social credit code (I, O, S, V and Z are not used). Check it.",
    ),
    (
        "uscc.check",
        "统一社会信用代码校验不符，请对照营业执照逐位核对。",
        "The check character does not fit. Compare the code with the business licence, character by character.",
    ),
    ("orgcode.length", "组织机构代码为 {expected} 位，现有 {found} 位，请核对。", "An organisation code has {expected} characters; this has {found}. Check it."),
    ("orgcode.letter", "第 {position} 位的“{char}”不会出现在组织机构代码中，请核对。", "“{char}” at position {position} never occurs in an organisation code. Check it."),
    (
        "orgcode.check",
        "组织机构代码校验不符，请逐位核对。",
        "The check character does not fit. Compare the organisation code character by character.",
    ),
    ("regno.length", "注册号为 {expected} 位数字，现有 {found} 位，请核对。", "A registration number has {expected} digits; this has {found}. Check it."),
    ("regno.letter", "第 {position} 位的“{char}”不是数字；注册号只含数字，请核对。", "“{char}” at position {position} is no digit; a registration number has only digits. Check it."),
    (
        "regno.check",
        "注册号校验不符，请对照营业执照逐位核对。",
        "The check digit does not fit. Compare the number with the business licence, digit by digit.",
    ),
    ("entity-code.length", "请填写 18 位统一社会信用代码或 15 位注册号，现有 {found} 位。", "Enter an 18-character unified social credit code or a 15-digit registration number; this has {found}."),
    ("resident-id.length", "居民身份证号码为 {expected} 位，现有 {found} 位，请核对。", "A resident identity number has {expected} characters; this has {found}. Check it."),
    ("resident-id.letter", "第 {position} 位的“{char}”不会出现在身份证号码中（只含数字，末位可以是 X），请核对。", "“{char}” at position {position} never occurs in an identity number: it has only digits, and the last may be X. Check it."),
    (
        "resident-id.province",
        "身份证号码前两位不是省级代码，请核对。",
        "The first two digits are no province's code. Check them.",
    ),
    (
        "resident-id.birth-date",
        "身份证号码第 7 至 14 位不是有效的出生日期，请核对。",
        "Digits 7 to 14 are no valid date of birth. Check them.",
    ),
    (
        "resident-id.future-birth",
        "身份证号码中的出生日期在今天之后，请核对。",
        "The date of birth in the number lies in the future. Check it.",
    ),
    (
        "resident-id.check",
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
    ("password-short", "密码至少 {min} 个字符。", "Use at least {min} characters."),
    (
        "password-personal",
        "密码不能含有身份证号码、出生日期、手机号码或姓名。",
        "Leave your identity number, date of birth, telephone number and name out of the password.",
    ),
    (
        "password-monotonous",
        "密码不能是连续或重复的字符。",
        "Runs such as 123456 and repeated pieces are guessed first. Choose something else.",
    ),
    (
        "password-common",
        "这是常见密码，容易被猜到，请换一个，例如几个不相关的词。",
        "This is a common password and easily guessed. Choose another, such as several unrelated words.",
    ),
    ("passwords-differ", "两次输入的密码不一致。", "The two passwords differ. Type the same one twice."),
    ("password-wrong", "当前密码不正确。", "This is not your current password."),
    ("password-unchanged", "新密码不能与当前密码相同。", "Choose a password other than the current one."),
    (
        "account-exists",
        "该号码已有账号，请直接登录；忘记密码请携带身份证到窗口重置。",
        "There is an account with this number already. Sign in, or have a lost password reset at a counter.",
    ),
    ("missing-attachment", "请上传此项材料。", "Upload this document."),
    ("uscc.empty", "请填写统一社会信用代码。", "Enter the unified social credit code."),
    ("regno.empty", "请填写注册号。", "Enter the registration number."),
    ("orgcode.empty", "请填写组织机构代码。", "Enter the organisation code."),
    ("resident-id.empty", "请填写居民身份证号码。", "Enter the resident identity number."),
    ("not-a-year", "请填写四位数的年份，例如 2012。", "Enter a year of four digits, such as 2012."),
    ("not-yes-or-no", "请选择“是”或“否”。", "Choose yes or no."),
    ("not-a-code", "代码表中没有此项，请从列表中选择。", "The table has no such code. Choose one of the list."),
    ("outside-area", "请选择 {within} 范围内的代码。", "Choose a code within {within}."),
    ("not-a-file", "找不到上传的文件，请重新上传。", "The uploaded file cannot be found. Upload it again."),
    ("too-many-files", "最多上传 {max} 个文件，请删除多余的文件。", "Keep at most {max} files."),
    ("paper-number", "证件号码与所选证件类型的格式不符，请核对类型和号码。", "The number does not have the form of this kind of document. Check both."),
    ("file-empty", "文件是空的，请重新选择。", "The file is empty. Choose another."),
    (
        "file-too-large",
        "文件超过 {max} MB，请压缩后重新上传。",
        "The file is larger than {max} MB. Make it smaller and upload it again.",
    ),
    (
        "file-kind",
        "只接受 PDF、JPG、PNG 文件，请转换后上传。",
        "Only PDF, JPG and PNG files are taken. Convert it and upload it again.",
    ),
    (
        "file-damaged",
        "文件已损坏或不完整，请检查后重新上传。",
        "The file is damaged or incomplete. Check it and upload it again.",
    ),
    (
        "files-too-large",
        "全部文件合计超过 {max} MB，请压缩或删除部分文件。",
        "All files together are larger than {max} MB. Make them smaller or remove some.",
    ),
    (
        "report-not-due",
        "该市场主体没有应当公示的这一年度报告，请核对年度。",
        "This entity had no report on this year to publish. Check the year.",
    ),
    (
        "report-still-open",
        "该年度报告的申报期尚未截止，还不能因此列入。",
        "The window of the report on this year is still open, so it is not missing yet.",
    ),
    (
        "report-there",
        "该年度报告已经报送，不能因此列入。",
        "The report on this year was filed, so it is not missing.",
    ),
    ("check", "这一项与其他填写内容不符，请核对。", "This does not agree with other answers. Check both."),
];

/// What is wrong with an answer and what to do about it, in words. A failed check of the form speaks
/// in the form's own words instead, which its caller has.
pub fn error_message(lang: Lang, error: &FieldError) -> String {
    let values: Vec<_> = error.params.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(field_error(lang, error.code), &values)
}

/// Codes with which files and accounts are refused, their parameters beside them.
#[cfg(test)]
const OF_OTHERS: &[(&str, &[&str])] = &[
    ("file-empty", &[]),
    ("file-too-large", &["max"]),
    ("file-kind", &[]),
    ("file-damaged", &[]),
    ("files-too-large", &["max"]),
    ("password-short", &["min"]),
    ("password-personal", &[]),
    ("password-monotonous", &[]),
    ("password-common", &[]),
    ("passwords-differ", &[]),
    ("password-wrong", &[]),
    ("password-unchanged", &[]),
    ("account-exists", &[]),
    ("row-gone", &[]),
    ("not-a-past-year", &[]),
    ("personal-number", &["number"]),
    ("report-not-due", &[]),
    ("report-still-open", &[]),
    ("report-there", &[]),
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

#[cfg(test)]
mod tests {
    use super::*;
    use domain::form::CODES;

    #[test]
    fn every_code_of_a_form_has_words_that_use_only_its_parameters() {
        for (code, names) in CODES.iter().chain(OF_OTHERS) {
            let entry = FIELD_ERRORS.iter().find(|(known, ..)| known == code);
            let (_, zh, en) = entry.unwrap_or_else(|| panic!("no words for {code}"));
            let values: Vec<_> = names.iter().map(|name| (*name, "")).collect();
            assert!(!fill(zh, &values).contains('{'), "{code}");
            assert!(!fill(en, &values).contains('{'), "{code}");
        }
    }

    #[test]
    fn there_are_no_words_for_codes_that_do_not_exist() {
        for (code, ..) in FIELD_ERRORS {
            assert!(CODES.iter().chain(OF_OTHERS).any(|(known, _)| known == code), "{code}");
        }
    }

    #[test]
    fn a_message_names_what_is_wrong() {
        let error =
            FieldError { path: "name".to_owned(), code: "too-long", params: vec![("max", "30".to_owned())] };
        assert_eq!(error_message(Lang::En, &error), "Use 30 characters at most.");
    }
}
