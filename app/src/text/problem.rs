//! What did not work, why, and what to do now.

crate::catalogue! {
    /// Texts of problems.
    pub struct ProblemTexts {
        not_found_title: "找不到此页面", "This page was not found";
        not_found: "该页面不存在，或您无权查看。请核对地址，或从首页重新查找。", "There is no such page, or it is not yours to see. Check the address, or look for it from the home page.";
        sign_in_title: "请先登录", "Sign in first";
        sign_in: "您的登录已失效，请重新登录后继续。已保存的内容不会丢失。", "You are no longer signed in. Sign in again to go on; what was saved is still there.";
        not_allowed_title: "无权办理", "Not allowed";
        not_allowed: "您的账号不能进行此项操作。请换用相应账号登录。", "Your account cannot do this. Sign in with an account that can.";
        refused_title: "现在不能办理", "This cannot be done now";
        refused: "该操作现在不能进行。请刷新页面查看最新情况。", "This cannot be done now. Reload the page to see how things stand.";
        invalid: "填写的内容有误，请返回修改。", "Something that was filled in is wrong. Go back and correct it.";
        too_many_title: "尝试次数过多", "Too many tries";
        too_many: "为了安全，请在 {minutes} 分钟后再试。", "To keep things safe, try again in {minutes} minute(s).";
        unavailable_title: "暂时无法办理", "Not available at the moment";
        full: "系统存储空间已满，暂时不能保存。您仍可查看已有内容，请稍后再试。", "The hall has no space left, so nothing can be saved at the moment. What is there can still be read; try again later.";
        unavailable: "系统暂时无法连接数据库，本次操作没有保存。请稍后重试。", "The hall cannot reach its database at the moment, and nothing was saved. Try again shortly.";
        broken: "系统内部出现错误，本次操作没有保存。错误已记录。", "Something went wrong inside the hall, and nothing was saved. It has been recorded.";
        not_now: "该办件的状态已经改变，请刷新页面后再操作。", "The case has moved on since this page was loaded. Reload it and look again.";
        taken_by_another: "该办件已由其他经办人领取。", "Another officer has taken this case.";
        not_taken: "请先领取该办件，再作处理；长时间未处理的领取会自动释放。", "Take the case first. A case left idle is released by itself.";
        not_at_this_step: "当前环节不能进行此项操作。", "This cannot be done at the present step.";
        same_person: "前一环节由您办理，本环节须由他人办理。", "You did the earlier step, so somebody else must do this one.";
        no_duty: "您的岗位不办理此环节。", "Your duties do not include this step.";
        no_reason: "请填写理由或意见。", "Give a reason or at least one remark.";
        window_closed: "申报期限已过。请联系登记机关。", "The filing window has closed. Contact the office of registration.";
        already_listed: "该市场主体已因同一原因列入，且仍在名录中。", "This entity is listed for the same reason already, and still is.";
        abnormal_not_yet: "经营异常名录的规定尚未施行，现在不能列入。", "The rules on the list of abnormal operations are not in force yet, so nobody can be listed now.";
        objection_closed: "该记录已经结束，不能再提出异议。", "This record is closed; nobody can object to it any more.";
        objection_answered: "该异议已经答复。", "This objection has been answered already.";
        already_objected: "您已对该记录提出过异议。", "You have objected to this record already.";
        window_not_open: "申报期限尚未开始。", "The filing window has not opened yet.";
        already_filed: "该年度已经申报，不能重复申报。", "This year has been filed already.";
        nothing_to_file: "该市场主体现在不能办理此项，原因见办理页面。", "This cannot be filed for this entity now; where the filing begins it says why.";
        entity_closed: "该市场主体已经注销或者被撤销，不能再办理业务。", "This entity is no longer on the register, so nothing more can be filed for it.";
        not_in_force: "该事项现在不办理：其规定尚未生效或者已经失效，详见办事指南。", "This service is not available now: its rules are not in force yet or no longer. The guide says from when until when.";
        no_such_record: "登记簿中没有这样一项有效的记录。请核对编号。", "The register has no open record of this kind and number. Check the number.";
        draft_closed: "该草稿已提交或已删除，不能再修改。", "This draft was handed in or discarded and can no longer be changed.";
        draft_frozen: "内容已定稿，正等待签字。如需修改，请先撤回定稿。", "The content is frozen for signing. Unfreeze it first to change anything.";
        register_changed: "登记信息已有变化，请核对后重新提交。", "The register has changed since. Check the changes and submit again.";
        later_changes: "登记簿此后又有变更，或者名称已被使用，不能撤销。请先处理后来的办件。", "The register has changed since, or the name is used, so this cannot be annulled. Put right first what came later.";
        register_moved: "该市场主体的登记信息在您打开本页之后有了变化。请看本页列出的差异，确认后再核准。", "The entity has changed in the register since this page was loaded. Look at what differs on it now, and approve again.";
        no_such_field: "表单中没有此项内容。页面可能已过期，请刷新。", "The form has no such field. The page may be out of date; reload it.";
        identity_not_confirmed: "申请人身份尚未核实，不能核准。", "The applicant's identity has not been confirmed, so this cannot be approved.";
        form_changed: "表单已有新版本，请先查看变化。", "The form has a newer version. Read what changes first.";
        pack_moved_on: "上传的内容或现行版本已有变化，请重新查看。", "What was uploaded, or what is published, has changed. Look again.";
        already_asked: "已经提出过延期申请。", "An extension has been asked for already.";
        signer_differs: "签字人的姓名与身份证件号码不一致：与登记的法定代表人（负责人），或者与该证件号码在本大厅的账号姓名不符。请核对后再提交。", "A signer’s name and identity number do not belong together: the register has another number for its legal representative, or the account of that number another name. Check them and submit again.";
        no_such_name: "没有这样一项属于申请人的名称保留。请核对名称通知书的编号。", "No reservation of this number is held by those who file. Check the number on the notice.";
        name_taken: "该名称已被他人登记、保留，或与同一机关同行业名称的字号相同，不能使用。", "Another has this name, or the same brand in the same industry at this office, so it cannot be had.";
        name_refused: "该名称不符合名称规则，不能保留。请在“名称查重”中查看原因。", "A rule refuses this name, so it cannot be reserved. The check of names says which.";
        name_not_open: "该名称保留已被使用或已放弃。", "This reservation has been used or given up.";
        name_expired: "该名称保留已过期。", "This reservation has expired.";
        name_extended_before: "该名称保留已经延期过一次，不能再延。", "This reservation has been extended once already and cannot be again.";
        name_extend_too_early: "名称保留只能在期满前一个月内申请延期。", "A reservation can be extended in its last month only.";
        name_differs: "填写的名称与保留的名称不一致。", "The name filled in is not the one that was reserved.";
        to_home: "返回首页", "Back to the home page";
    }
}
