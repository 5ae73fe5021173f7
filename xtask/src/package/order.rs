//! Functions put beside those that are like them. Brotli says of what it has seen before how far back that was, and the
//! nearer, the shorter; in the order that suits the wasm itself, by how often they are called, it is 1 % larger after it.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::binary::{Bytes, CODE, CUSTOM, FUNCTION_NAMES, IMPORTS, functions_imported, write_number, write_part};
use crate::failure::Failure;

/// So many bytes are compared at a time: about two instructions.
const PIECE: usize = 5;

/// What a function weighs besides its code when it is asked how much of it is known: without it, tiny ones are all alike.
const BESIDES: f64 = 30.0;

/// The same wasm, with names by which wasm-opt can put its functions in order.
pub(super) fn named(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    with_names(wasm).ok_or_else(|| Failure::new("the functions of the wasm cannot be told apart, to put them in order"))
}

fn with_names(wasm: &[u8]) -> Option<Vec<u8>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut file = Bytes(wasm.get(8..)?);
    while let Some((kind, section)) = file.part() {
        let mut section = Bytes(section);
        if kind == IMPORTS {
            imported = functions_imported(&mut section)?;
        }
        if kind == CODE {
            for _ in 0..section.number()? {
                bodies.push(section.text()?);
            }
        }
    }
    let mut places: Vec<(usize, usize)> = alike_together(&bodies)?.into_iter().zip(0..).collect();
    places.sort_unstable();

    let mut names = Vec::new();
    write_number(u32::try_from(places.len()).ok()?, &mut names);
    for ((_, place), number) in places.iter().zip(imported..) {
        write_number(number, &mut names);
        write_part(format!("{place:06}").as_bytes(), &mut names)?;
    }
    let mut section = vec![4];
    section.extend_from_slice(b"name");
    section.push(FUNCTION_NAMES);
    write_part(&names, &mut section)?;
    let mut named = wasm.to_vec();
    named.push(CUSTOM);
    write_part(&section, &mut named)?;
    Some(named)
}

/// The smallest first, and behind each of them the one of which most is known from it, for its length.
fn alike_together(bodies: &[&[u8]]) -> Option<Vec<usize>> {
    let pieces: Vec<HashSet<&[u8]>> = bodies.iter().map(|body| body.windows(PIECE).collect()).collect();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, pieces) in pieces.iter().enumerate() {
        pieces.iter().for_each(|piece| holders.entry(piece).or_default().push(function));
    }
    let lengths: Vec<usize> = bodies.iter().map(|body| body.len()).collect();
    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let mut order = Vec::new();
    let mut next = left.iter().copied().min_by_key(|function| lengths.get(*function));
    while let Some(function) = next {
        left.remove(&function);
        order.push(function);
        let mut known = vec![0_u32; bodies.len()];
        for holder in pieces.get(function)?.iter().filter_map(|piece| holders.get(piece)).flatten() {
            let known = known.get_mut(*holder)?;
            *known = known.saturating_add(1);
        }
        let part = |function: &usize| {
            let pieces = pieces.get(*function).map_or(0, HashSet::len);
            f64::from(known.get(*function).copied().unwrap_or(0)) / (pieces as f64 + BESIDES)
        };
        // The shorter of two of which as much is known.
        next = left.iter().copied().max_by(|one, other| {
            part(one).total_cmp(&part(other)).then_with(|| lengths.get(*other).cmp(&lengths.get(*one)))
        });
    }
    Some(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_stand_beside_those_that_are_like_them() {
        let bodies = ["one and the same", "quite another thing", "one and the sum", "a", "another thing"];
        let bodies = bodies.map(str::as_bytes);
        assert_eq!(alike_together(&bodies).unwrap(), [3, 4, 1, 2, 0]);
    }

    #[test]
    fn the_names_say_the_order() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([IMPORTS, 7, 1, 1, b'a', 1, b'b', 0, 0]);
        wasm.extend([CODE, 9, 2, 4, 0, 0x41, 0, 0x0b, 2, 0, 0x0b]);
        let named = named(&wasm).unwrap();
        let names = b"\x04name\x01\x11\x02\x01\x06000001\x02\x06000000";
        assert_eq!(named.strip_prefix(wasm.as_slice()).unwrap(), [&[CUSTOM, names.len() as u8], &names[..]].concat());
        assert!(super::named(b"text").is_err());
    }
}
