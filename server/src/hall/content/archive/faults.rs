//! What can be wrong with an uploaded archive.

domain::faults! {
    too_big(bytes, most): "压缩包有 {bytes} 字节", "the archive has {bytes} bytes";
        "不要超过 {most} 字节", "keep it within {most}";
    no_zip(): "这不是 ZIP 压缩包", "this is no ZIP archive";
        "把事项包的文件夹打成 ZIP 文件", "pack the pack's folder as a ZIP file";
    too_many_files(files, most, pages): "压缩包里有 {files} 个文件", "the archive holds {files} files";
        "不要超过 {most} 个；表单最多 {pages} 页", "keep it within {most}; a form has at most {pages} pages";
    entry_unreadable(number, error): "第 {number} 个条目无法读取（{error}）", "entry {number} cannot be read: {error}";
        "不加密码，用通常的方式（deflate）重新打包", "pack it again without a password, in the usual way (deflate)";
    no_path(): "这不是事项包里的路径", "this is no path within a pack";
        "事项包只含普通文件，文件名用 ASCII 字符，都在事项包自己的文件夹里",
        "packs hold only plain files, in ASCII names, inside the pack's own folder";
    not_unpacked(error): "无法解压（{error}）", "it cannot be unpacked: {error}";
        "重新打包这个文件夹", "pack the folder again";
    file_too_big(most): "文件超过 {most} 字节", "the file has more than {most} bytes";
        "不要超过 {most} 字节", "keep it within {most}";
    holds_too_much(most): "压缩包的内容超过 {most} 字节", "what the archive holds has more than {most} bytes";
        "不要超过 {most} 字节", "keep it within {most}";
    file_twice(): "压缩包里有两个同名的这个文件", "the archive holds this file twice";
        "去掉一个", "remove one";
    not_utf8(): "不是 UTF-8 编码", "it is not UTF-8";
        "把文件存为 UTF-8", "save the file as UTF-8";
    no_pack(): "压缩包里没有事项包", "the archive holds no pack";
        "一次上传一个事项包：它的文件夹；引用公用部分时，旁边放 `shared/`",
        "upload one pack at a time: its folder, and `shared/` beside it where it includes pieces";
    several_folders(folders): "压缩包里有几个文件夹：{folders}", "the archive holds several folders: {folders}";
        "一次上传一个事项包：它的文件夹；引用公用部分时，旁边放 `shared/`",
        "upload one pack at a time: its folder, and `shared/` beside it where it includes pieces";
}
