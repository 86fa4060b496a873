//! QR codes that papers lead to the hall by.

use app::ui::QrView;
use qrcode::{Color, EcLevel, QrCode};

/// Light modules around a code; readers need four.
const MARGIN: usize = 4;

/// The QR code of a text; empty for one that is too long for any, which no address of a document is.
pub fn qr(text: &str) -> QrView {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else {
        return QrView::default();
    };
    let width = code.width();
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            path.push_str(&format!(
                "M{} {}h1v1h-1z",
                at % width + MARGIN,
                at / width + MARGIN
            ));
        }
    }
    QrView {
        side: width + 2 * MARGIN,
        path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_drawn_with_four_light_modules_around_it() {
        let qr = qr("http://127.0.0.1:8080/verify/410105-2013-00001/34679ACDEF");
        assert!(qr.side >= 21 + 8);
        assert!(
            qr.path.starts_with("M4 4h1"),
            "the corner is dark: {}",
            &qr.path[..20]
        );
    }
}
