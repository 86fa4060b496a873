//! Hashes and random texts.

use sha2::{Digest, Sha256};

/// SHA-256 in lower case hexadecimal, 64 characters.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Characters nobody mistakes for another when reading aloud or copying by hand: no 0 O 1 I L U V 5 S 2 Z 8 B.
const UNAMBIGUOUS: &[u8] = b"34679ACDEFGHJKMNPQRTWXY";

/// `length` unambiguous random characters (4.5 bits each).
pub fn random_code(length: usize) -> String {
    let mut code = String::with_capacity(length);
    while code.len() < length {
        let byte = random_bytes::<1>()[0] as usize;
        // Refusing the uneven tail keeps every character equally likely.
        if byte < UNAMBIGUOUS.len() * (256 / UNAMBIGUOUS.len()) {
            code.push(UNAMBIGUOUS[byte % UNAMBIGUOUS.len()] as char);
        }
    }
    code
}

/// A new id: 128 random bits in hexadecimal.
pub fn random_id() -> String {
    random_bytes::<16>()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A secret token: 256 random bits in hexadecimal.
pub fn random_token() -> String {
    random_bytes::<32>()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

pub(crate) fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}
