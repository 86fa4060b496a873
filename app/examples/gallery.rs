//! Writes pages that show every component in both languages, for looking at and for testing the
//! looks: `cargo run -p app --features ssr --example gallery -- target/gallery`. Serve the folder
//! together with `style/` and the files of `public/`.

use app::text::{Lang, field_error};
use app::ui::*;
use leptos::prelude::*;
use std::{env, fs, path::PathBuf};

/// A page of the gallery in one language.
type Painted = fn(Lang) -> AnyView;

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or_else(|| "target/gallery".to_owned()));
    fs::create_dir_all(&folder)?;
    for lang in Lang::ALL {
        let pages: [(&str, bool, Painted); 5] = [
            ("home", false, home),
            ("form", false, form),
            ("case", false, case),
            ("paper", false, paper),
            ("desk", true, desk),
        ];
        for (name, desk, page) in pages {
            let html = Owner::new().with(|| document(lang, desk, page(lang)).to_html());
            fs::write(folder.join(format!("{name}-{}.html", lang.tag())), html)?;
        }
    }
    Ok(())
}

fn say(lang: Lang, zh: &str, en: &str) -> String {
    if lang == Lang::Zh {
        zh.to_owned()
    } else {
        en.to_owned()
    }
}

fn document(lang: Lang, desk: bool, page: AnyView) -> AnyView {
    let facts = ShellFacts {
        lang,
        path: "/track?number=1".to_owned(),
        office: say(
            lang,
            "河南省工商行政管理局",
            "Henan Administration for Industry and Commerce",
        ),
        telephone: "0371-65500000".to_owned(),
        hours: say(
            lang,
            "工作日 9:00–12:00，13:30–17:30",
            "Working days 9:00–12:00, 13:30–17:30",
        ),
        address: say(lang, "郑州市（演示地址）", "Zhengzhou (demonstration)"),
        account: desk.then(|| AccountName {
            name: say(lang, "周敏", "Zhou Min"),
            officer: true,
        }),
        size: TextSize::Normal,
        demo_date: Some("2013-05-20".to_owned()),
        desk,
    };
    let current = if desk { Nav::Queue } else { Nav::Home };
    view! {
        <!DOCTYPE html>
        <html lang=lang.tag()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>"Gallery"</title>
                <link rel="stylesheet" href="/style/main.css" />
            </head>
            <body><Shell facts=facts current=Some(current)>{page}</Shell></body>
        </html>
    }
    .into_any()
}

fn home(lang: Lang) -> AnyView {
    let door = move |icon, zh: &str, en: &str, zh_text: &str, en_text: &str| {
        view! { <DoorCard href="#" title=say(lang, zh, en) text=say(lang, zh_text, en_text) icon=icon /> }
    };
    view! {
        <div class="hero">
            <div class="wide">
                <h1 class="hero__title">{say(lang, "您想办什么事？", "What would you like to do?")}</h1>
                <p class="hero__lead">
                    {say(lang, "说出想办的事，大厅告诉您要办哪些事项、带什么材料、多少天办结。", "Say what you want to do. The hall tells you which services you need, what to bring, and how long each takes.")}
                </p>
                <SearchBox
                    lang=lang
                    action="/search"
                    name="q"
                    label=say(lang, "搜索事项、表格、问题", "Search services, forms and questions")
                    hint=say(lang, "例如：开一家餐馆、年检、变更法定代表人", "For example: open a restaurant, annual inspection, change the legal representative")
                />
                <div class="hero__links">
                    <a href="#">{say(lang, "网上年检（3月1日至6月30日）", "Annual inspection (1 March to 30 June)")}</a>
                    <a href="#">{say(lang, "查询办理进度", "Track a filing")}</a>
                </div>
            </div>
        </div>
        <section>
            <div class="section__head">
                <h2>{say(lang, "我要……", "I want to …")}</h2>
                <a href="#">{say(lang, "全部事项", "All services")}</a>
            </div>
            <CardGrid>
                {door(IconName::Building, "开办企业", "Start a company", "核名、设立、刻章前需要准备什么。", "Reserve a name, register, and what to prepare.")}
                {door(IconName::Person, "开个体店", "Open a small shop", "个体工商户登记，一人即可办理。", "Register as an individual business.")}
                {door(IconName::Change, "变更登记", "Change something registered", "名称、住所、法定代表人、资本、股东。", "Name, address, representative, capital, shareholders.")}
                {door(IconName::Calendar, "参加年检", "File the annual inspection", "网上填报，预审通过后到窗口盖章。", "File online; stamp at the window once passed.")}
                {door(IconName::Stop, "注销企业", "Close a business", "清算、公告、注销一步一步来。", "Liquidate, announce and deregister, step by step.")}
                {door(IconName::Search, "查一家企业", "Look up a business", "登记状态、股东、历年变更。", "Status, shareholders and history.")}
            </CardGrid>
        </section>
        <section class="section">
            <div class="section__head"><h2>{say(lang, "大厅数字", "The hall in numbers")}</h2></div>
            <div class="stats">
                <div class="stat"><span class="stat__number">"130"</span><span class="stat__label">{say(lang, "项办事指南", "guides")}</span></div>
                <div class="stat"><span class="stat__number">"109"</span><span class="stat__label">{say(lang, "种表格下载", "forms")}</span></div>
                <div class="stat"><span class="stat__number">"2,360,000"</span><span class="stat__label">{say(lang, "户市场主体", "registered businesses")}</span></div>
            </div>
        </section>
    }
    .into_any()
}

fn form(lang: Lang) -> AnyView {
    let step = move |zh: &str, en: &str, state, href: Option<&str>| Step {
        title: say(lang, zh, en),
        href: href.map(str::to_owned),
        state,
    };
    let steps = vec![
        step("基本情况", "The business", StepState::Done, Some("#")),
        step("股东出资", "Capital", StepState::Wrong, Some("#")),
        step("联系方式", "Contact", StepState::Current, None),
        step(
            "经营情况",
            "Business of the year",
            StepState::Unfinished,
            Some("#"),
        ),
        step("核对并提交", "Check and submit", StepState::NotStarted, None),
    ];
    let issues = vec![
        FieldIssue::about(
            lang,
            "uscc",
            &say(lang, "统一社会信用代码", "Unified social credit code"),
            field_error(lang, "uscc.check"),
        ),
        FieldIssue::about(
            lang,
            "kind",
            &say(lang, "企业类型", "Kind of business"),
            field_error(lang, "required"),
        ),
    ];
    let options = move || {
        vec![
            ChoiceOption::new("a", say(lang, "有限责任公司", "Limited liability company")),
            ChoiceOption {
                hint: Some(say(
                    lang,
                    "由一个人或一个家庭经营",
                    "Run by one person or one family",
                )),
                ..ChoiceOption::new("b", say(lang, "个体工商户", "Individual business"))
            },
        ]
    };
    let yes_no = move || {
        vec![
            ChoiceOption::new("y", say(lang, "是", "Yes")),
            ChoiceOption::new("n", say(lang, "否", "No")),
        ]
    };
    view! {
        <Breadcrumb lang=lang trail=vec![Crumb::new(say(lang, "网上年检", "Annual inspection"), "#")] here=say(lang, "联系方式", "Contact") />
        <PageHead above=say(lang, "2012年度年检报告书", "Annual inspection report 2012") title=say(lang, "联系方式", "Contact") lead=say(lang, "填报时的联系方式。与登记不一致的，请先办理变更。", "How to reach the business now. What differs from the register needs a change first.") />
        <div class="with-side">
            <div class="with-side__side">
                <StepList lang=lang label=say(lang, "填报步骤", "Steps of the report") steps=steps />
                <p class="save-state save-state--saved"><Icon name=IconName::CircleCheck />{say(lang, "已保存 10:32", "Saved 10:32")}</p>
            </div>
            <div>
                <ErrorSummary lang=lang issues=issues />
                <form class="form" method="post">
                    <FieldFrame lang=lang id="name" label=say(lang, "企业名称", "Name") required=true>
                        <TextInput id="name" name="name" value=say(lang, "郑州云杉软件有限公司", "Zhengzhou Yunshan Software Co., Ltd.") readonly=true />
                    </FieldFrame>
                    <FieldFrame lang=lang id="uscc" label=say(lang, "统一社会信用代码", "Unified social credit code") hint=say(lang, "18 位，见营业执照右上角。", "18 characters, at the top of the licence.") error=Some(field_error(lang, "uscc.check").to_owned()) required=true>
                        <TextInput id="uscc" name="uscc" kind=InputKind::Code value="91410000MA00000165" hint=true invalid=true required=true />
                    </FieldFrame>
                    <FieldFrame lang=lang id="capital" label=say(lang, "实收资本", "Paid-in capital")>
                        <div class="with-unit">
                            <TextInput id="capital" name="capital" kind=InputKind::Number value="120.50" />
                            <span class="with-unit__unit">{say(lang, "万元", "ten thousand yuan")}</span>
                        </div>
                    </FieldFrame>
                    <GroupFrame lang=lang id="kind" label=say(lang, "企业类型", "Kind of business") error=Some(field_error(lang, "required").to_owned()) required=true>
                        <Radios id="kind" name="kind" options=options() />
                    </GroupFrame>
                    <GroupFrame lang=lang id="party" label=say(lang, "住所与登记一致吗？", "Is the address as registered?") required=true>
                        <Radios id="party" name="party" options=yes_no() value="y" inline=true />
                    </GroupFrame>
                    <h2 class="form__section">{say(lang, "经营情况", "Business")}</h2>
                    <FieldFrame lang=lang id="scope" label=say(lang, "经营范围", "Scope of business") hint=say(lang, "照营业执照填写。", "As on the licence.")>
                        <MultilineInput id="scope" name="scope" value=say(lang, "软件开发；\n计算机系统服务。", "Software;\ncomputer services.") hint=true />
                    </FieldFrame>
                    <FieldFrame lang=lang id="city" label=say(lang, "所在市", "City")>
                        <Select lang=lang id="city" name="city" options=options() value="a" />
                    </FieldFrame>
                    <GroupFrame lang=lang id="ways" label=say(lang, "出资方式", "Forms of capital")>
                        <Checkboxes id="ways" name="ways" options=options() values=vec!["b".to_owned()] />
                    </GroupFrame>
                    <FieldFrame lang=lang id="file" label=say(lang, "审计报告", "Audit report") hint=say(lang, "PDF 或照片，每个不超过 10 MB。", "PDF or photograph, 10 MB each at most.") required=true>
                        <FileInput lang=lang id="file" name="file" accept=".pdf,.jpg" hint=true kept=vec![KeptFile { name: "审计报告2012.pdf".to_owned(), size: "1.2 MB".to_owned(), href: Some("#".to_owned()) }] />
                    </FieldFrame>
                    <div class="row-card">
                        <div class="row-card__head">
                            <span>{say(lang, "股东 1", "Shareholder 1")}</span>
                            <Button kind=ButtonKind::Quiet name="act" value="remove">{say(lang, "删除此行", "Remove")}</Button>
                        </div>
                        <div class="row-card__fields">
                            <FieldFrame lang=lang id="inv" label=say(lang, "姓名或名称", "Name") required=true>
                                <TextInput id="inv" name="inv" value="王小明" />
                            </FieldFrame>
                            <FieldFrame lang=lang id="date" label=say(lang, "出资日期", "Date") required=true>
                                <TextInput id="date" name="date" kind=InputKind::Date value="2012-03-01" />
                            </FieldFrame>
                        </div>
                    </div>
                    <Details summary=say(lang, "哪些企业要交审计报告？", "Who needs an audit report?")>
                        <p>{say(lang, "一人有限责任公司、上市股份公司、外商投资企业等。", "One-person companies, listed companies, foreign-invested enterprises and some others.")}</p>
                    </Details>
                    <div class="actions">
                        <Button>{say(lang, "保存并继续", "Save and continue")}</Button>
                        <ButtonLink kind=ButtonKind::Secondary href="#">{say(lang, "上一步", "Back")}</ButtonLink>
                        <Button kind=ButtonKind::Danger novalidate=true>{say(lang, "删除草稿", "Delete the draft")}</Button>
                    </div>
                </form>
            </div>
        </div>
    }
    .into_any()
}

fn case(lang: Lang) -> AnyView {
    let item = |zh: &str, en: &str, time: &str, tone, text: Option<String>| TimelineItem {
        title: say(lang, zh, en),
        time: time.to_owned(),
        datetime: time.replace(' ', "T"),
        by: Some(say(lang, "郑州市工商局", "Zhengzhou office")),
        text,
        tone,
    };
    let items = vec![
        item("已提交", "Submitted", "2013-05-13 10:02", Tone::Info, None),
        item(
            "一次性告知补正",
            "Corrections asked for, all at once",
            "2013-05-15 16:40",
            Tone::Warning,
            Some(say(
                lang,
                "1. 章程缺少股东签字。\n2. 住所证明不清晰。",
                "1. The articles lack a signature.\n2. The proof of address cannot be read.",
            )),
        ),
        item("已核准", "Approved", "2013-05-20 09:12", Tone::Success, None),
    ];
    let rows = vec![
        SummaryRow::new(
            say(lang, "企业名称", "Name"),
            say(
                lang,
                "郑州云杉软件有限公司",
                "Zhengzhou Yunshan Software Co., Ltd.",
            ),
        )
        .change("#"),
        SummaryRow::new(
            say(lang, "住所", "Address"),
            say(
                lang,
                "郑州市金水区花园路 1 号",
                "1 Huayuan Road, Jinshui, Zhengzhou",
            ),
        )
        .change("#"),
        SummaryRow {
            error: Some(field_error(lang, "required").to_owned()),
            ..SummaryRow::new(say(lang, "联系电话", "Telephone"), "").change("#")
        },
    ];
    view! {
        <Breadcrumb lang=lang trail=vec![Crumb::new(say(lang, "进度查询", "Track a filing"), "#")] here="豫2013-000123" />
        <PageHead above=say(lang, "受理号 豫2013-000123", "Filing 豫2013-000123") title=say(lang, "有限责任公司设立登记", "Registration of a limited company") />
        <div class="with-side with-side--right">
            <div class="with-side__side">
                <div class="next-step">
                    <h2 class="next-step__title">{say(lang, "下一步", "Next")}</h2>
                    <p>{say(lang, "预约窗口时间，领取执照。", "Book a time at the window and collect the licence.")}</p>
                    <ButtonLink href="#">{say(lang, "预约窗口", "Book a time")}</ButtonLink>
                </div>
                <Card title=say(lang, "时限", "Time limit")>
                    <Light lang=lang colour=LightColour::Green text=say(lang, "还剩 3 个工作日", "3 working days left") />
                </Card>
            </div>
            <div class="stack">
                <Notice lang=lang tone=Tone::Success title=say(lang, "已核准", "Approved")><p>{say(lang, "请于 10 日内到窗口领取营业执照。", "Collect the licence at the window within 10 days.")}</p></Notice>
                <Notice lang=lang tone=Tone::Info><p>{say(lang, "大厅会在每一步给您留言。", "The hall leaves you a message at every step.")}</p></Notice>
                <Notice lang=lang tone=Tone::Warning title=say(lang, "需要补正", "Corrections needed")><p>{say(lang, "请在 6 月 3 日前补正。", "Please correct by 3 June.")}</p></Notice>
                <Notice lang=lang tone=Tone::Error title=say(lang, "没有保存", "Not saved")><p>{say(lang, "网络中断，文字仍在页面上。", "The network is gone; your text is still on the page.")}</p></Notice>
                <section><h2>{say(lang, "填写内容", "Answers")}</h2><SummaryList lang=lang rows=rows /></section>
                <section><h2>{say(lang, "办理过程", "What happened")}</h2><Timeline items=items /></section>
                <EmptyState title=say(lang, "还没有文书", "No documents yet") text=say(lang, "核准后文书会出现在这里。", "They appear here after approval.")>
                    <ButtonLink kind=ButtonKind::Secondary href="#">{say(lang, "回到我的大厅", "Back to my hall")}</ButtonLink>
                </EmptyState>
            </div>
        </div>
    }
    .into_any()
}

fn paper(lang: Lang) -> AnyView {
    view! {
        <Receipt lang=lang title=say(lang, "已收到您的申报", "We have received your filing") number="豫2013-000123" query_code="7H4K-92QF">
            <p>{say(lang, "登记机关将在 5 个工作日内告知是否受理。", "The office tells you within 5 working days whether it accepts the filing.")}</p>
        </Receipt>
        <div class="section">
            <article class="paper">
                <h2 class="paper__title">"准予设立登记通知书"</h2>
                <p class="paper__number">"（豫工商）登记内设字〔2013〕第 123 号"</p>
                <p class="paper__to">"郑州云杉软件有限公司："</p>
                <div class="paper__body">
                    <p>"你单位提交的有限责任公司设立登记申请材料齐全，符合法定形式，我局决定准予设立登记。"</p>
                </div>
                <div class="paper__sign"><span class="paper__seal">"登记专用章（演示）"</span><p>"2013年5月20日"</p></div>
                <div class="paper__verify"><img class="paper__qr" src="/favicon.svg" alt="" /><p>{say(lang, "核验码", "Code")}" "<span class="paper__code">"8F2C-11AB-90DE"</span></p></div>
            </article>
        </div>
        <div class="section">
            <article class="paper paper--licence">
                <h2 class="paper__title">"营业执照"</h2>
                <p class="paper__number">"注册号 410105600000015"</p>
                <dl class="paper__facts">
                    <div><dt>"名称"</dt><dd>"郑州云杉软件有限公司"</dd></div>
                    <div><dt>"住所"</dt><dd>"郑州市金水区花园路 1 号"</dd></div>
                    <div><dt>"注册资本"</dt><dd>"壹佰贰拾万圆整"</dd></div>
                </dl>
                <div class="paper__sign"><span class="paper__seal">"河南省工商行政管理局"</span></div>
            </article>
        </div>
    }
    .into_any()
}

fn desk(lang: Lang) -> AnyView {
    let row = |number: &str, name: &str, tag: Cell, light: Cell| {
        vec![
            Cell::code(number, Some("#".to_owned())),
            Cell::text(name),
            Cell::text(say(lang, "有限公司设立", "Limited company")),
            tag,
            light,
            Cell::text("120.50"),
        ]
    };
    let light = |colour, zh: &str, en: &str| Cell::Light(colour, say(lang, zh, en));
    let rows = vec![
        row(
            "豫2013-000123",
            "郑州云杉软件有限公司",
            Cell::Tag(Tone::Info, say(lang, "待受理", "Submitted")),
            light(LightColour::Green, "还剩 4 日", "4 days left"),
        ),
        row(
            "豫2013-000119",
            "洛阳牡丹商贸有限公司",
            Cell::Tag(Tone::Warning, say(lang, "补正", "Correction")),
            light(LightColour::Paused, "", ""),
        ),
        row(
            "豫2013-000101",
            "开封汴京餐饮店",
            Cell::Tag(Tone::Success, say(lang, "已核准", "Approved")),
            light(LightColour::Yellow, "还剩 1 日", "1 day left"),
        ),
        row(
            "豫2013-000088",
            "南阳卧龙玉器行",
            Cell::Tag(Tone::Error, say(lang, "驳回", "Refused")),
            light(LightColour::Red, "超期 2 日", "2 days over"),
        ),
    ];
    let columns = vec![
        Column::text(say(lang, "受理号", "Number")),
        Column::text(say(lang, "名称", "Name")),
        Column::text(say(lang, "事项", "Service")),
        Column::text(say(lang, "状态", "Status")),
        Column::text(say(lang, "时限", "Limit")),
        Column::number(say(lang, "资本（万元）", "Capital (10,000)")),
    ];
    view! {
        <PageHead title=say(lang, "待办件", "Queue") />
        <div class="tally">
            <a href="#" aria-current="page">{say(lang, "全部 4", "All 4")}</a>
            <a href="#"><Light lang=lang colour=LightColour::Red text="1" /></a>
            <a href="#"><Light lang=lang colour=LightColour::Yellow text="1" /></a>
        </div>
        <form class="filter-bar">
            <FieldFrame lang=lang id="q" label=say(lang, "名称或受理号", "Name or number")><TextInput id="q" name="q" kind=InputKind::Search /></FieldFrame>
            <Button kind=ButtonKind::Secondary>{say(lang, "筛选", "Filter")}</Button>
        </form>
        <DataTable lang=lang caption=say(lang, "待办件", "Cases waiting") hide_caption=true columns=columns rows=rows />
        <Pagination lang=lang page=2 pages=9 base="/desk?page=" />
        <div class="section decide">
            <h2>{say(lang, "作出决定", "Decide")}</h2>
            <div class="actions">
                <Button>{say(lang, "受理", "Accept")}</Button>
                <Button kind=ButtonKind::Secondary>{say(lang, "一次性告知补正", "Ask for corrections")}</Button>
                <Button kind=ButtonKind::Danger>{say(lang, "不予受理", "Do not accept")}</Button>
            </div>
        </div>
    }
    .into_any()
}
