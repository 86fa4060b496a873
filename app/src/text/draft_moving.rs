//! A draft whose form has a newer version.

crate::catalogue! {
    /// A draft whose form has a newer version.
    pub struct MovingTexts {
        title: "表单已更新", "The form has changed";
        lead: "您开始填写后，登记机关发布了新的表单。请看过下面的变化再继续。您填写的内容不会丢失。", "The office has published a newer form since you began. Read what changes, then go on. Nothing you filled in is lost.";
        kept: "保留 {n} 个答案", "{n} answer(s) are kept";
        all_kept: "您填写的内容全部保留，也没有新的问题。", "Everything you filled in is kept, and nothing new is asked.";
        dropped: "新表单不再这样问的问题", "No longer asked in this way";
        dropped_text: "这些答案不再提交，但仍为您保存，可以随时在这里查看。", "These answers will not be submitted, but are kept for you to look up here.";
        asked: "新增的问题", "Newly asked";
        nothing_title: "按新的规定，您无须申报", "By the new form there is nothing for you to file";
        nothing_text: "您填写的内容仍然保存。有疑问的，请向登记机关咨询。", "What you filled in is still kept. Ask the office if you are in doubt.";
        go_on: "按新表单继续填写", "Go on with the new form";
        again: "表单刚刚又有更新，请重新看一下。", "The form has just changed once more; please look again.";
        aside: "表单更新时搁置的答案", "Answers set aside when the form changed";
        aside_from: "原第 {n} 版表单中的答案", "From version {n} of the form";
        aside_text: "这些答案不会提交，只供您查看。", "They are not submitted; they are here for you to look up.";
        back: "返回填报目录", "Back to all pages";
    }
}
