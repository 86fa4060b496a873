//! What a file is, by its bytes.

use image::{ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// The kinds of file the hall takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    Pdf,
    Jpeg,
    Png,
}

impl Media {
    /// As browsers are told.
    pub fn name(self) -> &'static str {
        match self {
            Media::Pdf => "application/pdf",
            Media::Jpeg => "image/jpeg",
            Media::Png => "image/png",
        }
    }

    pub fn ending(self) -> &'static str {
        match self {
            Media::Pdf => "pdf",
            Media::Jpeg => "jpg",
            Media::Png => "png",
        }
    }
}

/// Tells what a file is. `file-kind`: none of ours, whatever its name says; `file-damaged`: it begins like
/// one of ours but was cut off or cannot be read.
pub fn sniff(body: &[u8]) -> Result<Media, &'static str> {
    if body.starts_with(b"%PDF-") {
        let tail = &body[body.len().saturating_sub(2048)..];
        let whole = tail.windows(5).any(|part| part == b"%%EOF");
        return if whole {
            Ok(Media::Pdf)
        } else {
            Err("file-damaged")
        };
    }
    let (media, format) = match body {
        _ if body.starts_with(b"\xff\xd8\xff") => (Media::Jpeg, ImageFormat::Jpeg),
        _ if body.starts_with(b"\x89PNG\r\n\x1a\n") => (Media::Png, ImageFormat::Png),
        _ => return Err("file-kind"),
    };
    let whole = match media {
        // Some cameras write a few bytes after the end mark.
        Media::Jpeg => body[body.len().saturating_sub(4096)..]
            .windows(2)
            .any(|part| part == b"\xff\xd9"),
        _ => body.windows(4).rev().take(64).any(|part| part == b"IEND"),
    };
    let mut reader = ImageReader::with_format(Cursor::new(body), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(20_000);
    limits.max_image_height = Some(20_000);
    reader.limits(limits);
    match whole
        && reader
            .into_dimensions()
            .is_ok_and(|(width, height)| u64::from(width) * u64::from(height) <= 200_000_000)
    {
        true => Ok(media),
        false => Err("file-damaged"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{DynamicImage, RgbImage};

    fn picture(format: ImageFormat) -> Vec<u8> {
        let mut body = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(RgbImage::new(3, 2))
            .write_to(&mut body, format)
            .expect("a picture");
        body.into_inner()
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(sniff(&picture(ImageFormat::Png)), Ok(Media::Png));
        assert_eq!(sniff(&picture(ImageFormat::Jpeg)), Ok(Media::Jpeg));
        assert_eq!(sniff(b"%PDF-1.4\n1 0 obj\n%%EOF\n"), Ok(Media::Pdf));
        assert_eq!(sniff(b"<script>alert(1)</script>"), Err("file-kind"));
        assert_eq!(sniff(b"MZ\x90\x00"), Err("file-kind"));
        assert_eq!(sniff(b"GIF89a"), Err("file-kind"));
    }

    #[test]
    fn a_file_that_was_cut_off_is_refused() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg] {
            let body = picture(format);
            assert_eq!(sniff(&body[..body.len() / 2]), Err("file-damaged"), "{format:?}");
        }
        assert_eq!(sniff(b"%PDF-1.4\n1 0 obj\n"), Err("file-damaged"));
    }
}
