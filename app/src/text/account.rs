//! One's own account.

crate::catalogue! {
    /// What the page of one's own account says.
    pub struct AccountTexts {
        title: "我的账号", "My account";
        own_data: "个人信息", "About you";
        name: "姓名", "Name";
        login: "登录号码", "Sign in with";
        phone: "手机号码", "Mobile number";
        created: "注册日期", "Account made on";
        confirmed: "身份核实", "Identity";
        confirmed_on: "已于 {day} 由登记机关核实", "Confirmed by an office on {day}";
        not_confirmed: "尚未核实。请携带居民身份证到任一登记机关窗口核实一次，设立登记才能获准。", "Not confirmed yet. Show your identity card once at the counter of any office; a registration cannot be approved before.";
        staff: "工作人员账号", "A staff account";
        change_phone: "更换手机号码", "Change the mobile number";
        save_phone: "保存号码", "Save the number";
        phone_done: "手机号码已更换。", "The mobile number was changed.";
        change_password: "修改密码", "Change the password";
        current: "当前密码", "Current password";
        new_password: "新密码", "New password";
        save_password: "修改密码", "Change the password";
        password_note: "修改后，其他设备上的登录都会退出。", "Every other device is signed out.";
        password_done: "密码已修改，其他登录已全部退出。", "The password was changed, and every other session ended.";
        must_change: "您的密码由窗口设置，请先改为只有自己知道的密码，再继续办理。", "Your password was set at the counter. Choose one that only you know before going on.";
        sessions: "登录中的设备", "Where you are signed in";
        session: "登录时间", "Signed in at";
        seen: "最近使用", "Last used";
        this_one: "本次登录", "This session";
        end: "退出", "End";
        end_others: "退出其他全部登录", "End all other sessions";
        act: "操作", "Act";
        sessions_done: "已退出所选登录。", "The session was ended.";
        mandates: "我的授权", "My mandates";
    }
}
