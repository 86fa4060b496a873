//! Words that components of `ui` bring with them.

crate::catalogue! {
    /// Words that components of `ui` bring with them.
    pub struct PartTexts {
        note: "提示", "Note";
        success: "成功", "Success";
        warning: "注意", "Warning";
        error: "错误", "Error";
        step_done: "已完成", "Done";
        step_current: "当前", "You are here";
        step_unfinished: "未填完", "Unfinished";
        step_wrong: "有错误", "Has errors";
        step_not_started: "未开始", "Not started";
        step_of: "第 {n} 步，共 {count} 步：{title}", "Step {n} of {count}: {title}";
        steps_done: "已完成 {done} 步，共 {count} 步", "{done} of {count} steps done";
        light_green: "正常", "On time";
        light_yellow: "将到期", "Due soon";
        light_red: "已超期", "Overdue";
        light_paused: "计时暂停", "Clock paused";
        previous: "上一页", "Previous";
        next: "下一页", "Next";
        page_of: "第 {page} 页，共 {pages} 页", "Page {page} of {pages}";
        pagination: "翻页", "Pages";
        search: "查询", "Search";
        receipt_number: "受理号", "Filing number";
        query_code: "查询码", "Query code";
        receipt_keep: "请保存受理号和查询码，凭此两项无需登录即可查询进度。", "Keep both: with them anyone can track this filing without signing in.";
        file_allowed: "支持 {kinds}，每个文件不超过 {size}。", "{kinds}; {size} per file at most.";
        file_kept: "已上传", "Uploaded";
        print: "打印", "Print";
    }
}
