//! Filling in, reviewing, signing and handing in.

crate::catalogue! {
    /// Filling in, reviewing, signing and handing in.
    pub struct DraftTexts {
        // Around every page of a draft.
        steps: "填报步骤", "Steps of this filing";
        overview: "填报目录", "All pages";
        review_step: "核对并提交", "Check and submit";
        sign_step: "签字", "Signatures";
        page_of: "第 {page} 页，共 {pages} 页", "Page {page} of {pages}";
        report_year: "{year}年度", "Year {year}";
        // The page of questions.
        continue_: "保存并继续", "Save and continue";
        leave: "保存，以后再填", "Save and come back later";
        back: "上一页", "Previous page";
        previous_hidden: "保存并继续", "Save and continue";
        fresh_title: "根据您的回答，本页还需要填写 {n} 项", "Your answers lead to {n} more question(s) on this page";
        from_register: "取自登记簿", "From the register";
        from_account: "取自您的账号", "From your account";
        settled: "从您此前的回答带入，不再询问", "From your earlier answers; not asked again";
        fixed_register: "登记簿所载，不能在此修改", "As registered; cannot be changed here";
        computed: "自动计算", "Worked out";
        not_computed: "填写后自动计算", "Worked out once filled in";
        registered: "登记簿所载", "As registered";
        not_registered: "登记簿未载", "Not in the register";
        as_registered: "与登记一致", "Still as registered";
        not_as_registered: "不一致", "No longer so";
        change_needed: "登记事项与实际不符的，除本次申报外，还应当办理变更登记。", "Where the register is out of date, a change of registration is also needed, besides this filing.";
        region: "省、市、县（区）", "Province, city, county";
        town: "街道（乡镇）", "Town or subdistrict";
        village: "村（路、社区）", "Village, road or community";
        house: "门牌号", "House number";
        name: "姓名", "Name";
        id_type: "证件类型", "Kind of identity document";
        id_no: "证件号码", "Number of the document";
        tel: "联系电话", "Telephone";
        date_hint: "例如 2013-05-20", "For example 2013-05-20";
        row_number: "{row} {n}", "{row} {n}";
        add_row: "添加{row}", "Add {row}";
        remove_row: "删除", "Remove";
        remove_row_of: "删除{row} {n}", "Remove {row} {n}";
        remove_row_sure: "这一项已经填写了内容，确定删除吗？", "Something was filled in here. Remove it?";
        no_rows: "还没有添加。", "Nothing added yet.";
        rows_full: "最多 {max} 项。", "{max} at most.";
        signers: "提交时内容将定稿，由以下人员逐一签字后才正式提交：", "On submission the content is frozen, and counts as filed once each of these people has signed it:";
        signers_later: "填写经营者等人员后，这里会列出需要签字的人。", "Whoever has to sign will be listed here once they have been filled in.";
        // Files.
        file_kinds: "PDF、JPG 或 PNG，每个不超过 10 MB，最多 {max} 个。", "PDF, JPG or PNG, 10 MB each at most; up to {max}.";
        upload: "上传", "Upload";
        uploading: "正在上传 {percent}%", "Uploading, {percent}%";
        remove_file: "删除文件", "Remove";
        no_files: "还没有上传文件。", "No file uploaded yet.";
        upload_failed: "上传没有成功：网络中断。请重新选择文件。", "The upload failed: no connection. Choose the file again.";
        // What became of what was typed.
        save_still: "填写的内容会自动保存。", "What you type is saved as you go.";
        save_saving: "正在保存……", "Saving…";
        save_saved: "已保存 {time}", "Saved {time}";
        save_waiting: "尚未保存：没有网络连接，正在重试", "Not saved: no connection — trying again";
        save_signed_out: "尚未保存：登录已失效。", "Not saved: you are no longer signed in.";
        save_sign_in: "在新窗口登录后会自动保存", "Sign in in another tab; saving then goes on by itself";
        save_refused: "没有保存：{why}", "Not saved: {why}";
        // Two texts for one answer.
        conflict_title: "此项同时在别处被修改", "This answer was changed elsewhere meanwhile";
        conflict_theirs: "已保存的：", "Saved:";
        conflict_yours: "您填写的：", "Typed by you:";
        conflict_keep: "用我填写的", "Keep mine";
        conflict_take: "用已保存的", "Take what is saved";
        conflict_choose: "有一项在别处也被修改，请在该项下选择", "an answer was changed elsewhere too; choose beside it";
        nothing: "（空）", "(nothing)";
        // The overview.
        window: "申报期限：{from}至{until}", "Can be filed from {from} to {until}";
        days_left: "还剩 {n} 天", "{n} day(s) left";
        last_day: "今天是最后一天", "Today is the last day";
        window_over: "申报期限已过", "The window has closed";
        tasks: "填报内容", "What to fill in";
        tasks_done: "已完成 {done} 项，共 {all} 项", "{done} of {all} pages complete";
        go_on: "继续填写", "Go on filling in";
        begin: "开始填写", "Begin";
        to_review: "核对并提交", "Check and submit";
        register_notice: "部分内容取自登记簿。与实际不符的，请在表中如实填写，并及时办理变更登记。", "Some answers come from the register. Where they are out of date, say so in the form, and have the register changed.";
        materials: "需要提交的材料", "What to hand in";
        online: "网上填报", "Online";
        original: "原件扫描", "Scan of the original";
        copy: "复印件扫描", "Scan of a copy";
        fee: "费用", "Fee";
        fee_none: "不收费", "None";
        yuan: "{amount} 元", "{amount} yuan";
        saved_at: "最近保存：{at}", "Last saved: {at}";
        more: "其他操作", "Other things";
        print_filled: "打印已填内容", "Print what is filled in";
        discard: "删除草稿", "Discard this draft";
        discard_title: "删除后不能恢复", "This cannot be undone";
        discard_text: "已填写的内容和上传的文件都会删除。", "Everything filled in and uploaded will be gone.";
        discard_sure: "确定删除", "Discard it";
        correcting_returned: "您正在更正{day}退回的申请（受理号 {number}）", "You are correcting filing {number}, returned on {day}";
        correcting_report: "您正在更正{day}公示的报告（受理号 {number}）", "You are correcting the report published on {day} (filing {number})";
        correcting_report_text: "各页已带入上次填报的内容。提交后，更正前后的内容都会公示。", "Its answers are filled in already. Once you submit, what stood before stays public beside the correction.";
        remark_at: "{question}：{remark}", "{question}: {remark}";
        returned_not_here: "退回意见不涉及本页。", "No remark is about this page.";
        returned_all: "查看全部 {n} 条退回意见", "See all {n} remarks";
        returned_text: "请按登记机关的意见修改后重新提交，受理号不变。", "Correct what the office remarked on and submit again; the filing number stays.";
        returned_unchanged: "目前还没有任何修改。请按登记机关的意见修改后重新提交，受理号不变。", "Nothing has been changed yet. Correct what the office remarked on and submit again; the filing number stays.";
        other_provinces: "其他省、自治区、直辖市", "Other provinces";
        // Review.
        review_title: "核对并提交", "Check and submit";
        review_lead: "请逐项核对。点击“修改”可返回相应页面。", "Look over every answer. “Change” leads back to its page.";
        review_errors: "还有 {n} 处未填或有误，改正后才能提交", "{n} answer(s) are missing or wrong; correct them to submit";
        moved_title: "登记信息已有变化", "The register has changed";
        moved_text: "填写期间，登记机关登记的下列内容有了变化。请核对，采用现在的登记内容后再提交；您填写的其他内容不受影响。", "While this was filled in, the register changed. Look at what it says now and take it over to go on; nothing else you filled in is touched.";
        moved_question: "项目", "Question";
        moved_before: "开始填写时", "When you began";
        moved_now: "现在", "Now";
        moved_take: "采用现在的登记内容", "Take over what the register says now";
        review_warnings: "请留意", "Worth a second look";
        review_ready: "填写完整，可以提交。", "Everything is filled in. You can submit.";
        warnings_fine: "以下各项不影响提交。", "None of this stops the submission.";
        declaration: "声明", "Declaration";
        declarer: "声明人姓名", "Name of whoever declares";
        capacity: "声明人身份", "In which capacity";
        capacity_hint: "例如：法定代表人、经营者、委托代理人", "For example: legal representative, operator, agent";
        agree: "我已阅读并同意以上声明", "I have read this and declare it";
        submit: "提交", "Submit";
        submit_sign: "定稿并请人签字", "Freeze and ask for signatures";
        submit_at_once: "提交后立即生效，登记机关不再逐件审查；依照规定应当公示的内容随即公示。", "It takes effect as you submit it: no officer looks at it first, and what the rules make public is public at once.";
        submit_note: "提交后内容不能再改；登记机关退回更正的除外。", "After submission nothing can be changed, unless the office returns it for correction.";
        file_count: "{n} 个文件", "{n} file(s)";
        // Signatures.
        sign_title: "等待签字", "Waiting for signatures";
        sign_lead: "内容已定稿。全部签字后自动提交。", "The content is frozen. It is submitted by itself once everyone has signed.";
        sign_asked_title: "请您核对并签字", "Please read and sign";
        sign_asked_lead: "{by}填写了这份申请，请您以“{role}”的身份签字。请核对下面的定稿内容，无误后在页末签字。全部签字后自动提交给登记机关，您不需要再做什么。", "{by} filled in this filing and asks you to sign it as: {role}. Read the frozen content below and sign at its end. Once everyone has signed it goes to the office by itself; you need not do anything more.";
        sign_wrong: "内容有误的，不要签字：请{by}撤回定稿，改好后再请您签。", "If something is wrong, do not sign: ask {by} to unfreeze it, correct it and ask you again.";
        sign_done: "您已签字。其余的人签字后，申请自动提交，您不需要再做什么。", "You have signed. The filing is handed in once the others have; you need not do anything more.";
        sign_who: "签字人", "Who signs";
        signed_online: "已于 {at} 在线确认", "Confirmed online on {at}";
        signed_paper: "已于 {at} 上传签字页", "Signed page uploaded on {at}";
        not_signed: "尚未签字", "Not signed yet";
        sign_here: "我确认以上内容，并签字", "I confirm this content and sign it";
        sign_button: "签字", "Sign";
        sign_other: "签字人用自己的账号登录后，在“我的大厅”可以看到并签字。没有账号的，可以打印签字页，签名后由您上传扫描件。", "Signers who sign in find it in “My hall” and sign there. For those without an account, print the signature page, have it signed, and upload a scan.";
        signature_page: "打印签字页", "Print the signature page";
        upload_for: "{name} 的签字页", "Signed page of {name}";
        unfreeze: "撤回定稿，继续修改", "Unfreeze to change something";
        unfreeze_text: "撤回后已有的签字作废，修改后需要重新签字。", "The signatures given so far will be void; everyone signs again after the change.";
        hash: "内容指纹（SHA-256）", "Fingerprint of the content (SHA-256)";
        hash_note: "任何改动都会使指纹改变。", "Any change would change it.";
        content: "定稿内容", "The frozen content";
        page_sign_title: "签字页", "Signature page";
        page_sign_text: "本人已阅读并确认内容指纹如下的申报内容，并对其真实性负责。", "I have read the filing whose content has the fingerprint below, confirm it, and answer for its truth.";
        page_sign_name: "姓名", "Name";
        page_sign_id: "证件号码", "Identity number";
        page_sign_sign: "签名", "Signature";
        page_sign_date: "日期", "Date";
        // Printing.
        print_title: "{title}（未提交）", "{title} (not submitted)";
        print_now: "打印", "Print";
        print_note: "本页仅供核对，不是申报凭证。", "For looking over only; this is no proof of filing.";
        // Sending too much.
        too_large_title: "文件过大", "The file is too large";
        too_large: "一次发送的内容超过 {max} MB。请返回，压缩文件后重新上传。", "More than {max} MB was sent at once. Go back, make the file smaller and upload it again.";
        go_back: "返回", "Go back";
    }
}
