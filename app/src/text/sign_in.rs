//! Signing in and making an account.

crate::catalogue! {
    /// What the pages for signing in and up say.
    pub struct SignInTexts {
        title: "登录", "Sign in";
        lead: "申请人用居民身份证号码登录，工作人员用工号登录。", "Applicants sign in with their resident identity number, staff with their staff code.";
        login: "身份证号码或工号", "Identity number or staff code";
        password: "密码", "Password";
        carried: "您的登录已失效。刚才填写的内容没有丢失，登录后会自动保存。", "You are no longer signed in. What you typed is not lost; it is saved once you sign in.";
        submit: "登录", "Sign in";
        wrong: "号码或密码不正确，请核对后重试。", "The number or the password is not right. Check both and try again.";
        too_many: "尝试次数过多，请在 {minutes} 分钟后再试。", "Too many tries. Try again in {minutes} minute(s).";
        no_account: "还没有账号？", "No account yet?";
        sign_up: "注册账号", "Create an account";
        lost: "忘记密码", "Lost your password?";
        lost_text: "请携带居民身份证到任一登记机关窗口，由工作人员核对后当场重置。", "Bring your resident identity card to the counter of any office; it is reset there and then.";
        without: "只想查进度？", "Only want to see how a filing stands?";
        without_text: "凭受理号和查询码即可查询，无需登录。", "The filing number and query code are enough, without signing in.";
        track: "进度查询", "Track a filing";
        demo: "演示账号", "Demonstration accounts";
        demo_text: "以下账号和密码为演示公开，人物均为虚构。", "These accounts and passwords are public for demonstration; the people are fictitious.";
        demo_who: "谁", "Who";
        demo_use: "登录", "Sign in";
        up_title: "注册账号", "Create an account";
        up_lead: "一个身份证号码只能注册一个账号。注册后即可填报；首次设立登记获准前，需到窗口核实一次身份。", "One account for each identity number. You can begin at once; before your first registration is approved, a counter has to see your identity card once.";
        name: "姓名", "Name";
        name_hint: "与身份证上一致", "As on your identity card";
        id_no: "居民身份证号码", "Resident identity number";
        id_no_hint: "18 位，末位可以是 X", "18 characters; the last may be X";
        phone: "手机号码", "Mobile number";
        phone_hint: "11 位，用于办件联系", "11 digits, for questions about your filings";
        new_password: "设置密码", "Choose a password";
        password_hint: "至少 {min} 个字符，可以是几个不相关的词，可含空格和汉字。不能含姓名、身份证号码、出生日期或手机号码，也不能是常见密码。", "At least {min} characters; several unrelated words are good, spaces are allowed. It must not hold your name, identity number, birth date or telephone number, nor be a common password.";
        password_again: "再次输入密码", "The same password again";
        up_submit: "注册并登录", "Create the account";
        have_account: "已有账号？", "Have an account already?";
        privacy: "您的身份信息只用于办理登记事项，不对外公开。", "What identifies you is used for registration only and never shown to the public.";
    }
}
