//! Uploading and publishing packs.

crate::catalogue! {
    /// Uploading and publishing packs.
    pub struct UploadTexts {
        title: "上传事项包", "Upload a pack";
        lead: "上传后整体检查。有问题的，全部列出，什么也不改变；没有问题的，先看清变化，再决定是否发布。", "A pack is checked as a whole. If anything is wrong all of it is listed and nothing changes; if not, look at what changes before publishing.";
        who: "可以上传和发布的，是岗位含 {duty} 的经办人（本大厅自定）。", "Officers with the duty {duty} may upload and publish (house rule).";
        file: "事项包（ZIP）", "Pack (ZIP)";
        file_hint: "事项包文件夹的 ZIP 文件，文件夹名即事项代号；解压后不超过 2 MB。文件怎样写，见 content/README.md。", "The pack's folder as a ZIP file, the folder named by the service's id; 2 MB unpacked at most. content/README.md says how the files are written.";
        send: "上传并检查", "Upload and check";
        no_file: "请选择一个 ZIP 文件", "Choose a ZIP file";
        wrong_title: "有 {n} 处问题，没有保存", "{n} problem(s); nothing was kept";
        wrong_text: "现行版本没有变化。请按每条的办法改好后重新上传。", "What is published has not changed. Mend each as it says and upload again.";
        problems: "问题", "Problems";
        problem_file: "文件", "File";
        problem_line: "行", "Line";
        problem_what: "问题", "What is wrong";
        problem_remedy: "怎样改", "What to do";
        problems_more: "另有 {n} 处，改好以上各处后再看。", "{n} more; mend these first.";
        unchanged: "与现行版本完全相同，无须发布。", "This is what is published already; there is nothing to do.";
        dropped: "已放弃，没有发布。", "Dropped; nothing was published.";
        published: "已发布第 {n} 版，各处一秒内生效。", "Published as version {n}; in use everywhere within a second.";
        waiting: "已检查，待发布", "Checked, waiting to be published";
        waiting_none: "没有待发布的事项包", "No pack waits to be published";
        uploaded: "上传时间", "Uploaded";
        by: "上传人", "By";
        above: "待发布 · 将成为第 {n} 版", "Waiting · would be version {n}";
        sound: "检查通过，办理实例全部符合。", "It passed every check, its worked examples included.";
        stale: "上传的内容或现行版本刚刚有变，请重新看过再发布。", "What was uploaded, or what is published, has just changed. Look again before publishing.";
        differences: "与现行版本的不同", "What differs from the published version";
        new_service: "新事项：此前没有发布过。", "A new service: none was published before.";
        no_differences: "内容相同，只是存储方式不同。", "Nothing people would notice.";
        part_form: "表单：页、问题、条件、校验", "Form: pages, questions, conditions, checks";
        part_rules: "规则：环节、时限、收费、材料、文书、登记影响", "Rules: steps, limits, fees, materials, documents, effects";
        part_texts: "文字", "Texts";
        part_guide: "办事指南", "Guide";
        part_examples: "办理实例", "Worked examples";
        place: "位置", "Where";
        change: "变化", "Change";
        before: "现行", "Published";
        after: "新", "New";
        added: "新增", "added";
        removed: "删除", "removed";
        changed: "修改", "changed";
        more: "另有 {n} 处未列出。", "{n} more are not listed.";
        impact: "对正在填写的草稿的影响", "What it would do to drafts in progress";
        impact_none: "没有正在填写的草稿。", "No draft is in progress.";
        version: "所用版本", "On version";
        on_version: "第 {n} 版", "Version {n}";
        open: "填写中", "Being filled in";
        signing: "待签字", "Being signed";
        corrections: "补正中", "Being corrected";
        stay: "填写中的 {n} 件会在本人下次打开时看到变化清单，再转到新版。已定稿待签字的不变；补正的按其办件的版本办理。", "The {n} being filled in move when their filers next open them, after reading the list of changes. What is frozen for signatures stays; corrections keep the version of their case.";
        tried: "试转了最近的 {n} 件（不写入）：", "The latest {n} were moved on trial (nothing was written):";
        untouched: "答案全部保留、没有新问题的：{n} 件", "Keep every answer and are asked nothing new: {n}";
        nothing_to_file: "按新版无须申报的：{n} 件", "Have nothing to file by the new version: {n}";
        question: "问题", "Question";
        drafts: "草稿数", "Drafts";
        lose: "答案将被搁置", "Answer set aside";
        ask: "将新问", "Newly asked";
        publish: "发布为第 {n} 版", "Publish as version {n}";
        publish_note: "发布后，所有运行中的大厅一秒内改用新版；已发布的版本不会改变，也不会删除。", "Every running hall takes it up within a second. A published version never changes and is never removed.";
        drop: "放弃这次上传", "Drop this upload";
        drop_text: "上传的内容会删除，现行版本不变。", "What was uploaded is deleted; what is published stays.";
    }
}
